//! What an action takes: a reason, or an address with proof of who asks.

use leptos::prelude::*;

use super::rules::PersonAction;
use crate::fields::Fields;
use crate::ui::browser::focus_soon;
use crate::ui::{PasswordField, Problems, TextField, typed};
use crate::values::{Email, Remark};
use crate::words::{person_actions as words, second_factor};

/// What is typed for one action.
#[derive(Clone, Copy)]
pub struct Typed {
    action: PersonAction,
    takes_code: bool,
    reason: RwSignal<String>,
    email: RwSignal<String>,
    password: RwSignal<String>,
    code: RwSignal<String>,
}

impl Typed {
    pub fn new(action: PersonAction, takes_code: bool) -> Self {
        let empty = || RwSignal::new(String::new());
        Self { action, takes_code, reason: empty(), email: empty(), password: empty(), code: empty() }
    }

    /// By wire name.
    pub fn fields(self) -> Fields {
        match self.action {
            PersonAction::Block | PersonAction::Unblock => typed([("reason", self.reason)]),
            PersonAction::ChangeEmail if self.takes_code => {
                typed([("email", self.email), ("current_password", self.password), ("code", self.code)])
            }
            PersonAction::ChangeEmail => typed([("email", self.email), ("current_password", self.password)]),
            _ => Fields::new(),
        }
    }
}

/// The first field, or the question where there is none, has the focus.
#[component]
pub fn ActionFields(typed: Typed, problems: Problems) -> impl IntoView {
    let (first, fields) = match typed.action {
        PersonAction::Block | PersonAction::Unblock => {
            ("#action-reason", view! { <Reason typed problems /> }.into_any())
        }
        PersonAction::ChangeEmail => ("#action-email", view! { <Address typed problems /> }.into_any()),
        _ => ("#action-t", ().into_any()),
    };
    Effect::new(move |_| focus_soon(first));
    fields
}

#[component]
fn Reason(typed: Typed, problems: Problems) -> impl IntoView {
    view! {
        <TextField
            name="reason"
            id="action-reason"
            label=words::reason
            value=typed.reason
            problems
            hint=words::reason_hint
            check=|text| Remark::parse(text).map(drop)
        />
    }
}

#[component]
fn Address(typed: Typed, problems: Problems) -> impl IntoView {
    view! {
        <TextField
            name="email"
            id="action-email"
            label=words::new_email
            value=typed.email
            problems
            inputmode="email"
            check=|text| Email::parse(text).map(drop)
        />
        <PasswordField
            label=words::own_password
            name="current_password"
            id="action-password"
            value=typed.password
            problems
            autocomplete="current-password"
        />
        {typed.takes_code.then(|| view! {
            <TextField
                name="code"
                id="action-code"
                label=second_factor::code_or_recovery
                value=typed.code
                problems
                autocomplete="one-time-code"
            />
        })}
    }
}
