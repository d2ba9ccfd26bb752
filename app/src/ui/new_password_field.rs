//! A field for a password that is being chosen: the rules as a hint, and how strong it is as one types.

use leptos::prelude::*;

use super::field::Problems;
use super::password_field::PasswordField;
use crate::site::use_lang;
use crate::values::{NewPassword, Problem, Strength};
use crate::words::access as words;

/// The field `password`.
#[component]
pub fn NewPasswordField(
    value: RwSignal<String>,
    problems: Problems,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let lang = use_lang();
    let strength = move || {
        let strength = value.with(|typed| (!typed.is_empty()).then(|| Strength::of(typed)));
        strength.map(|strength| words::strength(strength, lang.get()))
    };
    view! {
        <PasswordField
            label=words::new_password
            value
            problems
            autocomplete="new-password"
            hint=words::password_rules
            check
            autofocus
        />
        <p class="hint" role="status">{strength}</p>
    }
}

/// What needs no list of common passwords and no knowledge of the person; the rest is the server's.
fn check(password: &str) -> Result<(), Problem> {
    NewPassword::parse(password, &[], |_| false).map(drop)
}
