//! Why the credit limit is another, for the company that will read of it.

use leptos::prelude::*;

use super::Editor;
use crate::companies::Field;
use crate::ui::Problems;

/// Why the credit limit is another, as it is typed.
#[derive(Clone, Copy)]
pub struct Reason {
    pub text: RwSignal<String>,
    pub problems: Problems,
}

impl Reason {
    /// An earlier text, unless another was typed since.
    pub fn restore(self, earlier: String) {
        if self.text.with_untracked(String::is_empty) {
            self.text.set(earlier);
        }
    }

    /// It has gone along with a save; what was typed since stays.
    pub fn forget(self, sent: &str) {
        if self.text.with_untracked(|text| text == sent) {
            self.text.set(String::new());
        }
    }
}

impl Editor {
    pub fn reason(self) -> Reason {
        self.fixed.with_value(|fixed| fixed.reason)
    }

    /// Whether the company will read of another credit limit.
    pub fn tells_of_limit(self) -> bool {
        let is_by_another = self.form.with(|form| form.ground.as_ref().is_some_and(|ground| ground.is_by_another));
        is_by_another && self.changed.with(|changed| changed.contains(&Field::CreditLimit))
    }

    /// What goes along with a save.
    pub fn told_reason(self) -> String {
        if self.tells_of_limit() { self.reason().text.get() } else { String::new() }
    }
}
