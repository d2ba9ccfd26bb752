//! What an action takes: a reason or an address, and proof of who asks.

use leptos::prelude::*;

use super::rules::PersonAction;
use crate::fields::Fields;
use crate::ui::browser::focus_soon;
use crate::ui::{PasswordField, Problems, TextField, typed};
use crate::values::{Email, Lang, Remark};
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
        let mut fields = match self.action {
            PersonAction::Block | PersonAction::Unblock | PersonAction::ResetSecondFactor => {
                typed([("reason", self.reason)])
            }
            PersonAction::ChangeEmail => typed([("email", self.email)]),
            _ => Fields::new(),
        };
        if self.action.takes_proof() {
            fields.extend(typed([("current_password", self.password)]));
            if self.takes_code {
                fields.extend(typed([("code", self.code)]));
            }
        }
        fields
    }
}

/// The first field, or the question where there is none, has the focus.
#[component]
pub fn ActionFields(typed: Typed, problems: Problems) -> impl IntoView {
    let (first, fields) = match typed.action {
        PersonAction::Block | PersonAction::Unblock => {
            let reason = view! { <Reason typed problems label=words::reason hint=words::reason_hint /> };
            ("#action-reason", reason.into_any())
        }
        PersonAction::ResetSecondFactor => {
            let evidence = view! {
                <Reason typed problems label=words::evidence hint=words::evidence_hint />
                <Proof typed problems />
            };
            ("#action-reason", evidence.into_any())
        }
        PersonAction::ChangeEmail => ("#action-email", view! { <Address typed problems /> }.into_any()),
        _ => ("#action-t", ().into_any()),
    };
    Effect::new(move |_| focus_soon(first));
    fields
}

#[component]
fn Reason(
    typed: Typed,
    problems: Problems,
    label: fn(Lang) -> &'static str,
    hint: fn(Lang) -> &'static str,
) -> impl IntoView {
    view! {
        <TextField
            name="reason"
            id="action-reason"
            label
            value=typed.reason
            problems
            hint
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
        <Proof typed problems />
    }
}

/// That whoever acts is who they seem.
#[component]
fn Proof(typed: Typed, problems: Problems) -> impl IntoView {
    view! {
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
