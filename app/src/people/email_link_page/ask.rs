//! What the link would do, and the button that does it. A confirmation needs no press where the page is awake: programs
//! that look through letters fetch pages, but do not run them.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::done::Done;
use crate::error::ApiError;
use crate::people::{EmailLink, access_door};
use crate::site::{Gate, t, use_lang};
use crate::ui::browser::{focus_soon, replace_address};
use crate::ui::{FormAlert, FormState, Submit};
use crate::words::own_access as words;

/// The token leaves the address once the page is awake; the form keeps it.
#[component]
pub fn Ask(link: EmailLink, token: String, refusal: Option<ApiError>) -> impl IntoView {
    let was_refused = refusal.is_some();
    let form = FormState::new(refusal);
    let (lang, is_done) = (use_lang(), RwSignal::new(false));
    let token = StoredValue::new(token);
    let (is_cancelled, email) = match link {
        EmailLink::Confirm { email } => (false, email),
        EmailLink::Cancel { email } => (true, email),
    };
    let follow = move || {
        form.send(access_door::follow_email_link(token.get_value()), move |_| {
            is_done.set(true);
            focus_soon("h1");
        });
    };
    Effect::new(move |_| {
        replace_address("/email-change");
        if !is_cancelled && !was_refused {
            follow();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        follow();
    };
    let title = if is_cancelled { words::cancel_title } else { words::confirm_title };
    let button = if is_cancelled { words::cancel } else { words::confirm };
    let email = StoredValue::new(email);
    view! {
        <Show when=move || !is_done.get() fallback=move || view! { <Done is_cancelled /> }>
            <Gate title=Signal::derive(move || title(lang.get()).to_owned())>
                <form method="post" novalidate on:submit=submit>
                    <input type="hidden" name="token" value=token.get_value() />
                    <div>
                        <h1 tabindex="-1">{t(title)}</h1>
                        <p class="sub">
                            {is_cancelled.then(|| view! { {t(words::cancel_about)}" " })} <b class="nm">{email.get_value()}</b>
                        </p>
                    </div>
                    <FormAlert error=form.error />
                    <Submit label=button form />
                </form>
            </Gate>
        </Show>
    }
}
