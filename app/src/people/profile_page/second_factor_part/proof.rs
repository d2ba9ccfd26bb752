//! What a change to the second factor takes: the password, and a code or a passkey.

use leptos::prelude::*;

use crate::error::ApiError;
use crate::fields::Fields;
use crate::people::{SignInDetails, access_door, passkey};
use crate::site::{Icon, t};
use crate::ui::browser::is_awake;
use crate::ui::{FormAlert, FormState, PasswordField, Submit, TextField, typed};
use crate::values::Lang;
use crate::words::{own_access, second_factor as words};

/// By what the person proves to have the second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Code(RwSignal<String>),
    Passkey,
}

/// The form with the proof in it: what was typed, or the answer of a passkey that the person is asked for. As it is for
/// whoever has no second factor.
pub async fn proven(details: RwSignal<SignInDetails>, mut fields: Fields, by: By) -> Result<Fields, ApiError> {
    if !details.with_untracked(|details| details.second_factor.is_on()) {
        return Ok(fields);
    }
    match by {
        By::Code(code) => fields.extend(typed([("code", code)])),
        By::Passkey => {
            let question = access_door::ask_passkey().await?;
            fields.insert("passkey".to_owned(), passkey::get(&question).await?);
        }
    }
    Ok(fields)
}

/// A form that takes both; the ids of its two fields.
#[derive(Clone, Copy)]
pub(super) struct Proof {
    current: RwSignal<String>,
    code: RwSignal<String>,
    pub(super) form: FormState,
    ids: [&'static str; 2],
}

impl Proof {
    pub(super) fn new(ids: [&'static str; 2]) -> Self {
        let empty = || RwSignal::new(String::new());
        Self { current: empty(), code: empty(), form: FormState::new(None), ids }
    }

    /// What a typed code is sent by.
    pub(super) fn by_code(self) -> By {
        By::Code(self.code)
    }

    pub(super) async fn fields(self, details: RwSignal<SignInDetails>, by: By) -> Result<Fields, ApiError> {
        proven(details, typed([("current_password", self.current)]), by).await
    }
}

#[component]
pub(super) fn ProofFields(
    proof: Proof,
    details: RwSignal<SignInDetails>,
    label: fn(Lang) -> &'static str,
    class: &'static str,
    /// Sends the form by a passkey.
    #[prop(into)]
    by_passkey: Callback<()>,
) -> impl IntoView {
    let Proof { current, code, form, ids: [password_id, code_id] } = proof;
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
        <ProofEnd details code code_id form label class by_passkey />
    }
}

/// The end of a form that takes the second factor of whoever has one: the code, and the buttons.
#[component]
pub fn ProofEnd(
    details: RwSignal<SignInDetails>,
    code: RwSignal<String>,
    /// Of the code's field.
    code_id: &'static str,
    form: FormState,
    label: fn(Lang) -> &'static str,
    #[prop(default = "b p")] class: &'static str,
    /// Sends the form by a passkey.
    #[prop(into)]
    by_passkey: Callback<()>,
) -> impl IntoView {
    let is_asked = Memo::new(move |_| details.with(|details| details.second_factor.is_on()));
    view! {
        <Show when=move || is_asked.get()>
            <TextField
                name="code"
                id=code_id
                label=words::code_or_recovery
                value=code
                problems=form.problems
                autocomplete="one-time-code"
            />
        </Show>
        <div class="row">
            <Submit label form class />
            <PasskeyInstead details form by_passkey />
        </div>
    }
}

/// The button that answers with a passkey in place of a code, for whoever has one.
#[component]
fn PasskeyInstead(
    details: RwSignal<SignInDetails>,
    form: FormState,
    #[prop(into)] by_passkey: Callback<()>,
) -> impl IntoView {
    let is_awake = is_awake();
    let is_offered =
        move || is_awake.get() && passkey::is_supported() && details.with(|details| !details.passkeys.is_empty());
    view! {
        <Show when=is_offered>
            <button
                class="b"
                type="button"
                aria-busy=move || form.is_busy.get().then_some("true")
                on:click=move |_| by_passkey.run(())
            >
                <Icon name="key" />
                {t(words::with_passkey)}
            </button>
        </Show>
    }
}
