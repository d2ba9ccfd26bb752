//! The list of companies as it was last looked at: the way back from the pages behind its rows.

use leptos::prelude::*;

#[derive(Clone, Copy)]
struct ListAddress(RwSignal<String>);

/// Provides it; the frame does it once. Until the list was looked at it is the whole list.
pub(super) fn provide_list_address() {
    provide_context(ListAddress(RwSignal::new("/companies".to_owned())));
}

/// The list's address with its query and order, which the list itself keeps up to date.
pub fn use_list_address() -> RwSignal<String> {
    expect_context::<ListAddress>().0
}
