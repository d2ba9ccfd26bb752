//! The form for a new user: a band between the toolbar and the table. It stays open, since people come in rows.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use crate::people::{Employee, door};
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{EmailField, FormAlert, FormState, Submit, TextField, typed, use_toasts};
use crate::values::{CompanyId, FullName};
use crate::words::people as words;
use crate::words::shell;

/// What is typed outlives closing the form; only saving empties it.
#[component]
pub fn NewUser(
    company: CompanyId,
    is_open: RwSignal<bool>,
    /// Told of the account that was made.
    #[prop(into)]
    on_registered: Callback<Employee>,
) -> impl IntoView {
    let (full_name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (form, toasts) = (FormState::new(None), use_toasts());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = typed([("full_name", full_name), ("email", email)]);
        form.send(door::register_user(company, fields), move |person| {
            on_registered.run(person);
            full_name.set(String::new());
            email.set(String::new());
            toasts.say(words::invited_toast);
            focus_soon("#full_name");
        });
    };
    let close = move || {
        form.clear();
        is_open.set(false);
        focus_soon("[aria-expanded].fold");
    };
    Effect::new(move |_| {
        if is_open.get() {
            focus_soon("#full_name");
        }
    });
    view! {
        <Show when=move || is_open.get()>
            <div
                role="group"
                aria-label=t(words::register_user)
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "Escape" {
                        close();
                    }
                }
            >
                <form class="bar inline" method="post" novalidate on:submit=submit>
                    <TextField
                        name="full_name"
                        label=words::full_name
                        value=full_name
                        problems=form.problems
                        check=|text| FullName::parse(text).map(drop)
                    />
                    <EmailField value=email problems=form.problems autocomplete="off" />
                    <div class="f act">
                        <span class="row">
                            <Submit label=shell::save form />
                            <button class="b g" type="button" on:click=move |_| close()>{t(shell::cancel)}</button>
                        </span>
                    </div>
                    <p class="hint">{t(words::invitation_hint)}</p>
                    <FormAlert error=form.whole() />
                </form>
            </div>
        </Show>
    }
}
