//! What becomes of a person in the list that shows them.

use leptos::prelude::*;

use crate::people::Employee;
use crate::values::UserId;

/// A person's line after something was done.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonChange {
    Now(Employee),
    /// An invitation was taken back: there is no such person any more.
    Gone(UserId),
}

#[derive(Clone, Copy)]
struct Changes(Callback<PersonChange>);

/// A page that shows people listens to what is done about them; it does this once.
pub fn provide_person_changes(listen: Callback<PersonChange>) {
    provide_context(Changes(listen));
}

/// Whoever listens on this page.
pub(super) fn use_person_changes() -> Option<Callback<PersonChange>> {
    use_context::<Changes>().map(|Changes(listen)| listen)
}
