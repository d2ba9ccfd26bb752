//! A person typed into the small form. What is typed outlives closing the form: it ends as an account, or is given up.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::{Email, FullName, Invalid};

pub const NAME: &str = "full_name";
pub const EMAIL: &str = "email";

/// The person as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewcomerText {
    pub full_name: String,
    pub email: String,
}

impl NewcomerText {
    pub fn is_empty(&self) -> bool {
        self.full_name.trim().is_empty() && self.email.trim().is_empty()
    }

    /// What of it was typed over an earlier text.
    pub fn over(self, earlier: Self) -> Self {
        let newer = |newer: String, earlier: String| if newer.trim().is_empty() { earlier } else { newer };
        Self { full_name: newer(self.full_name, earlier.full_name), email: newer(self.email, earlier.email) }
    }

    /// What was typed after it had been sent: the form is for the next person then.
    pub fn since(self, sent: &Self) -> Self {
        let newer = |now: String, sent: &str| if now == sent { String::new() } else { now };
        Self { full_name: newer(self.full_name, &sent.full_name), email: newer(self.email, &sent.email) }
    }

    /// Everything that can be refused without asking the server.
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        invalid.check(NAME, FullName::parse(&self.full_name));
        invalid.check(EMAIL, Email::parse(&self.email));
        invalid
    }

    pub fn on_wire(&self) -> Fields {
        Fields::from([(NAME.to_owned(), self.full_name.clone()), (EMAIL.to_owned(), self.email.clone())])
    }

    /// Name and address in one line, as far as they were typed.
    pub fn line(&self) -> String {
        let parts = [self.full_name.trim(), self.email.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// The state of the small form, whether it is open or not.
#[derive(Clone, Copy)]
pub struct Newcomer {
    pub full_name: RwSignal<String>,
    pub email: RwSignal<String>,
    pub is_typed: Memo<bool>,
    pub is_open: RwSignal<bool>,
    pub is_busy: RwSignal<bool>,
    pub problems: RwSignal<Invalid>,
    pub failure: RwSignal<Option<ApiError>>,
    /// To whom the last letter went.
    pub invited: RwSignal<Option<String>>,
    /// The company was about to be saved without this person.
    is_left_out: RwSignal<bool>,
}

impl Newcomer {
    pub fn new() -> Self {
        let (full_name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let is_empty = |text: &String| text.trim().is_empty();
        Self {
            full_name,
            email,
            is_typed: Memo::new(move |_| !(full_name.with(is_empty) && email.with(is_empty))),
            is_open: RwSignal::new(false),
            is_busy: RwSignal::new(false),
            problems: RwSignal::default(),
            failure: RwSignal::default(),
            invited: RwSignal::default(),
            is_left_out: RwSignal::new(false),
        }
    }

    pub fn text(self) -> NewcomerText {
        NewcomerText { full_name: self.full_name.get(), email: self.email.get() }
    }

    /// Opens the small form to type, or folds it with everything in it.
    pub fn toggle(self) {
        if self.is_open.get_untracked() { self.is_open.set(false) } else { self.open() }
    }

    /// Says at the form that this person is not registered yet, and leads there.
    pub fn remind(self) {
        self.is_left_out.set(true);
        self.open();
    }

    /// Whether to say that the person is not registered yet.
    pub fn is_left_out(self) -> bool {
        self.is_left_out.get() && self.is_typed.get()
    }

    pub fn give_up(self) {
        self.is_open.set(false);
        self.put(NewcomerText::default());
        self.failure.set(None);
        self.invited.set(None);
    }

    /// The person of an earlier draft, under whatever was typed since.
    pub fn restore(self, earlier: NewcomerText) {
        let text = untrack(|| self.text()).over(earlier);
        if !text.is_empty() {
            self.put(text);
            self.is_open.set(true);
        }
    }

    /// Makes room for the next person, of whom something may be typed already.
    pub fn registered(self, sent: &NewcomerText) {
        self.invited.set(Some(sent.email.trim().to_owned()));
        self.put(untrack(|| self.text()).since(sent));
    }

    /// Shows what was refused, where it was typed.
    pub fn refuse(self, problems: Invalid) {
        self.problems.set(problems);
        self.is_open.set(true);
        browser::focus_soon(".mini [aria-invalid=true]");
    }

    fn open(self) {
        self.is_open.set(true);
        browser::focus_soon(format!("#{NAME}"));
    }

    fn put(self, text: NewcomerText) {
        self.full_name.set(text.full_name);
        self.email.set(text.email);
        self.problems.set(Invalid::default());
        self.is_left_out.set(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(full_name: &str, email: &str) -> NewcomerText {
        NewcomerText { full_name: full_name.to_owned(), email: email.to_owned() }
    }

    #[test]
    fn what_was_typed_since_stands_over_the_draft() {
        assert_eq!(text("Anna", " ").over(text("An", "anna@corp.test")), text("Anna", "anna@corp.test"));
        assert_eq!(text("", "").over(text("Anna", "")), text("Anna", ""));
    }

    #[test]
    fn only_what_was_sent_leaves_the_form() {
        let sent = text("Anna", "anna@corp.test");
        assert!(sent.clone().since(&sent).is_empty());
        assert_eq!(text("Boris", "anna@corp.test").since(&sent), text("Boris", ""));
    }

    #[test]
    fn spaces_are_nobody() {
        assert!(text(" ", "\u{a0}").is_empty());
        assert_eq!(text(" Anna ", "").line(), "Anna");
        assert_eq!(text("Anna", "anna@corp.test").line(), "Anna, anna@corp.test");
    }

    #[test]
    fn closing_the_form_keeps_the_person_and_giving_up_does_not() {
        let owner = Owner::new();
        owner.set();
        let newcomer = Newcomer::new();
        newcomer.restore(text("Anna", ""));
        assert!(newcomer.is_open.get_untracked() && newcomer.is_typed.get_untracked());
        newcomer.toggle();
        assert!(!newcomer.is_open.get_untracked() && newcomer.is_typed.get_untracked());
        newcomer.give_up();
        assert!(!newcomer.is_typed.get_untracked());
    }
}
