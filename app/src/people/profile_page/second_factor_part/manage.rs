//! What can be done about a second factor that is on: new recovery codes, or turning it off. Both take password and code.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::people::{RecoveryCodes, SignInDetails, access_door};
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, PasswordField, Submit, TextField, typed, use_toasts};
use crate::values::Lang;
use crate::words::{own_access, second_factor as words};

#[component]
pub fn Manage(
    details: RwSignal<SignInDetails>,
    /// Where the recovery codes go.
    codes: RwSignal<Option<RecoveryCodes>>,
) -> impl IntoView {
    let (renewing, stopping) = (Both::new(["renew-password", "renew-code"]), Both::new(["off-password", "off-code"]));
    let toasts = use_toasts();
    let renew = move |event: SubmitEvent| {
        event.prevent_default();
        renewing.form.send(access_door::renew_recovery_codes(renewing.typed()), move |issued| {
            codes.set(Some(issued));
            focus_soon("#codes-t");
        });
    };
    let stop = move |event: SubmitEvent| {
        event.prevent_default();
        stopping.form.send(access_door::stop_second_factor(stopping.typed()), move |now| {
            details.set(now);
            toasts.say(words::turned_off);
            focus_soon("#second-factor-t");
        });
    };
    view! {
        <details>
            <summary class="lnk">{t(words::renew)}</summary>
            <form class="form" method="post" action="/profile" novalidate on:submit=renew>
                <p class="hint">{t(words::renew_about)}</p>
                <Fields both=renewing label=words::renew class="b p" />
            </form>
        </details>
        <details>
            <summary class="lnk">{t(words::turn_off)}</summary>
            <form class="form" method="post" action="/profile" novalidate on:submit=stop>
                <Fields both=stopping label=words::turn_off class="b bad" />
            </form>
        </details>
    }
}

/// A form that takes password and code; the ids of its two fields.
#[derive(Clone, Copy)]
struct Both {
    current: RwSignal<String>,
    code: RwSignal<String>,
    form: FormState,
    ids: [&'static str; 2],
}

impl Both {
    fn new(ids: [&'static str; 2]) -> Self {
        let empty = || RwSignal::new(String::new());
        Self { current: empty(), code: empty(), form: FormState::new(None), ids }
    }

    fn typed(self) -> crate::fields::Fields {
        typed([("current_password", self.current), ("code", self.code)])
    }
}

#[component]
fn Fields(both: Both, label: fn(Lang) -> &'static str, class: &'static str) -> impl IntoView {
    let Both { current, code, form, ids: [password_id, code_id] } = both;
    view! {
        <FormAlert error=form.whole() />
        <PasswordField
            label=own_access::current_password
            name="current_password"
            id=password_id
            value=current
            problems=form.problems
            autocomplete="current-password"
        />
        <TextField
            name="code"
            id=code_id
            label=words::code_or_recovery
            value=code
            problems=form.problems
            autocomplete="one-time-code"
        />
        <div class="row"><Submit label form class /></div>
    }
}
