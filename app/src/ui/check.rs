//! When a field is checked: on leaving it, and from then on at each key until it is right.

use leptos::ev::FocusEvent;
use leptos::prelude::*;

use super::browser::{after_press, leads_to_a_button};
use super::field::Problems;
use crate::values::Problem;

/// What the browser can say of a typed value by itself.
pub type Check = fn(&str) -> Result<(), Problem>;

/// The checking of one field.
#[derive(Clone, Copy)]
pub(super) struct Checked {
    name: &'static str,
    check: Option<Check>,
    problems: Problems,
    is_touched: StoredValue<bool>,
}

impl Checked {
    pub(super) fn new(name: &'static str, check: Option<Check>, problems: Problems) -> Self {
        Self { name, check, problems, is_touched: StoredValue::new(false) }
    }

    /// A refused field is checked again at each key; what only the server can tell is then taken back.
    pub(super) fn typed(self, text: &str) {
        self.is_touched.set_value(true);
        if self.problems.with_untracked(|all| all.first(self.name).is_some()) {
            self.run(text);
        }
    }

    /// A field that was only passed through is left in peace. One that is taken off the page is left too, and then
    /// there is nothing more to check.
    pub(super) fn left(self, value: RwSignal<String>, event: &FocusEvent) {
        if self.is_touched.try_get_value() != Some(true) || leads_to_a_button(event) {
            return;
        }
        after_press(event, move || {
            if let Some(text) = value.try_get_untracked() {
                self.run(&text);
            }
        });
    }

    fn run(self, text: &str) {
        let checked = self.check.map_or(Ok(()), |check| check(text));
        self.problems.update(|all| {
            all.forget(self.name);
            all.check(self.name, checked);
        });
    }
}
