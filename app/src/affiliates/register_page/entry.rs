//! A registration as it is typed.

use leptos::prelude::*;

use crate::affiliates::door;
use crate::fields::text;
use crate::site::FormAnswer;
use crate::ui::browser::focus_soon;
use crate::ui::{FormState, typed};

/// What is typed. It outlives the form's disappearance.
#[derive(Clone, Copy)]
pub struct Entry {
    pub name: RwSignal<String>,
    pub inn: RwSignal<String>,
    pub full_name: RwSignal<String>,
    pub email: RwSignal<String>,
    pub phone: RwSignal<String>,
    pub time_zone: RwSignal<String>,
    pub terms: RwSignal<String>,
    pub personal_data: RwSignal<String>,
    pub website: RwSignal<String>,
    pub form: FormState,
}

impl Entry {
    /// As the plain form was answered; empty on a plain visit.
    pub fn new(answer: FormAnswer) -> Self {
        let field = |name| RwSignal::new(text(&answer.typed, name).to_owned());
        Self {
            name: field("name"),
            inn: field("inn"),
            full_name: field("full_name"),
            email: field("email"),
            phone: field("phone"),
            time_zone: field("time_zone"),
            terms: field("terms"),
            personal_data: field("personal_data"),
            website: field("website"),
            form: FormState::new(answer.error),
        }
    }

    /// Sends it; `on_done` is told the address that the letter goes to.
    pub fn send(self, on_done: Callback<String>) {
        let fields = typed([
            ("name", self.name),
            ("inn", self.inn),
            ("full_name", self.full_name),
            ("email", self.email),
            ("phone", self.phone),
            ("time_zone", self.time_zone),
            ("terms", self.terms),
            ("personal_data", self.personal_data),
            ("website", self.website),
        ]);
        self.form.send(door::register(fields), move |()| {
            on_done.run(self.email.get_untracked());
            focus_soon("h1");
        });
    }
}
