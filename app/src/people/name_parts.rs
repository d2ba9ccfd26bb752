//! Last, first and middle name: fields that may stay empty, folded away until somebody wants them.

use leptos::prelude::*;

use super::UserField;
use crate::fields::Fields;
use crate::site::t;
use crate::ui::{Problems, TextField, typed};
use crate::words::people as words;

#[derive(Clone, Copy, Default)]
pub struct NameParts {
    pub last: RwSignal<String>,
    pub first: RwSignal<String>,
    pub middle: RwSignal<String>,
}

impl NameParts {
    /// By wire name.
    pub fn fields(self) -> [(&'static str, RwSignal<String>); 3] {
        [
            (UserField::LastName.wire(), self.last),
            (UserField::FirstName.wire(), self.first),
            (UserField::MiddleName.wire(), self.middle),
        ]
    }

    pub fn typed(self) -> Fields {
        typed(self.fields())
    }

    pub fn clear(self) {
        for (_, value) in self.fields() {
            value.set(String::new());
        }
    }

    /// The fields. A refused one is never folded away.
    pub fn view(self, problems: Problems) -> impl IntoView {
        let is_filled = move || self.fields().iter().any(|(_, value)| !value.with_untracked(String::is_empty));
        let is_refused = move || problems.with(|all| self.fields().iter().any(|(name, _)| all.first(name).is_some()));
        let is_open = is_filled();
        view! {
            <details class="f parts" open=move || is_open || is_refused()>
                <summary class="lab">{t(words::name_parts)}</summary>
                <div class="two">
                    <TextField name="last_name" label=words::last_name value=self.last problems />
                    <TextField name="first_name" label=words::first_name value=self.first problems />
                    <TextField name="middle_name" label=words::middle_name value=self.middle problems />
                </div>
            </details>
        }
    }
}
