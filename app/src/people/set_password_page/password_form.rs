//! The form that sets a password. The token leaves the address once the page is awake; the form keeps it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::dead_link::DeadLink;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::people::{Entry, door};
use crate::site::{Gate, code_page, t, use_lang};
use crate::ui::browser::{go_to, replace_address};
use crate::ui::{FormAlert, FormState, NewPasswordField, Submit};
use crate::words::access as words;

#[component]
pub fn PasswordForm(token: String, refusal: Option<ApiError>) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let form = FormState::new(refusal);
    let lang = use_lang();
    Effect::new(|_| replace_address("/set-password"));
    let is_gone = Memo::new(move |_| form.error.with(|error| matches!(error, Some(ApiError::Gone))));
    let token = StoredValue::new(token);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = [("token", token.get_value()), ("password", password.get_untracked())];
        let fields: Fields = fields.map(|(name, value)| (name.to_owned(), value)).into();
        form.send(door::set_password(fields), |entry| match entry {
            Entry::SignedIn => go_to("/"),
            Entry::CodeAwaited => go_to(&code_page(None)),
        });
    };
    view! {
        <Show when=move || !is_gone.get() fallback=move || view! { <DeadLink token=token.get_value() /> }>
            <Gate title=Signal::derive(move || words::set_password_title(lang.get()).to_owned())>
                <form method="post" novalidate on:submit=submit>
                    <input type="hidden" name="token" value=token.get_value() />
                    <div>
                        <h1>{t(words::set_password_title)}</h1>
                    </div>
                    <FormAlert error=form.error />
                    <NewPasswordField value=password problems=form.problems autofocus=true />
                    <Submit label=words::set_password form />
                </form>
            </Gate>
        </Show>
    }
}
