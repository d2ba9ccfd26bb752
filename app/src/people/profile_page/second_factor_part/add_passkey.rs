//! Adding a passkey: a name and the password, then the browser asks for the device.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::proof::{By, ProofEnd, proven};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::people::profile_page::own_access::look_again;
use crate::people::{PasskeyName, RecoveryCodes, SignInDetails, access_door, passkey};
use crate::site::{t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, PasswordField, TextField, typed, use_toasts};
use crate::values::{Problem, message};
use crate::words::{own_access, second_factor as words};

#[component]
pub fn AddPasskey(
    details: RwSignal<SignInDetails>,
    /// Where the recovery codes go.
    codes: RwSignal<Option<RecoveryCodes>>,
) -> impl IntoView {
    let lang = use_lang();
    if !passkey::is_supported() {
        let text = move || message(&Problem::PasskeysUnsupported, lang.get());
        return view! { <p class="hint">{text}</p> }.into_any();
    }
    view! { <AddForm details codes /> }.into_any()
}

#[component]
fn AddForm(details: RwSignal<SignInDetails>, codes: RwSignal<Option<RecoveryCodes>>) -> impl IntoView {
    let (name, current) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (form, toasts) = (FormState::new(None), use_toasts());
    let code = RwSignal::new(String::new());
    let add = move |by: By| {
        let fields = typed([("passkey_name", name), ("current_password", current)]);
        form.send(async move { make(proven(details, fields, by).await?).await }, move |issued| {
            name.set(String::new());
            current.set(String::new());
            code.set(String::new());
            toasts.say(words::passkey_added);
            match issued {
                Some(issued) => {
                    codes.set(Some(issued));
                    focus_soon("#codes-t");
                }
                None => look_again(details),
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        add(By::Code(code));
    };
    view! {
        <details>
            <summary class="lnk">{t(words::add_passkey)}</summary>
            <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                <FormAlert error=form.whole() />
                <TextField
                    name="passkey_name"
                    label=words::passkey_name
                    hint=words::passkey_name_hint
                    value=name
                    problems=form.problems
                    check=|text| PasskeyName::parse(text).map(drop)
                />
                <PasswordField
                    label=own_access::current_password
                    name="current_password"
                    id="new-key-password"
                    value=current
                    problems=form.problems
                    autocomplete="current-password"
                />
                <ProofEnd
                    details
                    code
                    code_id="new-key-code"
                    form
                    label=words::add_passkey
                    by_passkey=move |()| add(By::Passkey)
                />
            </form>
        </details>
    }
}

/// The question, the device's answer to it, and the server's to that.
async fn make(fields: Fields) -> Result<Option<RecoveryCodes>, ApiError> {
    let name = fields.get("passkey_name").cloned().unwrap_or_default();
    let question = access_door::begin_passkey(fields).await?;
    let answer = passkey::create(&question).await?;
    access_door::add_passkey([("passkey_name".to_owned(), name), ("passkey".to_owned(), answer)].into()).await
}
