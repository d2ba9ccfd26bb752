//! Keeps the query and the order in the address, so that reload, back and a shared link give the same list.

use std::time::Duration;

use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::super::CompaniesContext;
use crate::ui::{as_here, over_list};

/// Browsers refuse to write the address at every key.
const REST: Duration = Duration::from_millis(250);

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

#[derive(Clone, Copy)]
pub(super) struct AddressBar {
    navigate: StoredValue<Navigate, LocalStorage>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

impl AddressBar {
    pub(super) fn new() -> Self {
        let pending = StoredValue::new(None::<TimeoutHandle>);
        on_cleanup(move || {
            pending.try_get_value().flatten().inspect(TimeoutHandle::clear);
        });
        let navigate: Navigate = Box::new(use_navigate());
        Self { navigate: StoredValue::new_local(navigate), pending }
    }

    /// Writes the address once the person rests.
    pub(super) fn write_soon(self, context: CompaniesContext) {
        self.forget();
        let handle = set_timeout_with_handle(move || self.write_now(context), REST);
        self.pending.set_value(handle.ok());
    }

    /// Writes what was still to be written, before the page goes elsewhere.
    pub(super) fn write(self, context: CompaniesContext) {
        if self.pending.get_value().is_some() {
            self.write_now(context);
        }
    }

    /// From the list to the dialog over it.
    pub(super) fn go(self, address: &str) {
        let options = NavigateOptions { scroll: false, state: over_list(), ..NavigateOptions::default() };
        self.navigate.with_value(|navigate| navigate(address, options));
    }

    fn write_now(self, context: CompaniesContext) {
        self.forget();
        let Ok(path) = location().pathname() else { return };
        let address = format!("{path}{}", untrack(|| context.suffix()));
        let options = NavigateOptions { replace: true, scroll: false, state: as_here(), ..NavigateOptions::default() };
        self.navigate.with_value(|navigate| navigate(&address, options));
    }

    fn forget(self) {
        self.pending.get_value().inspect(TimeoutHandle::clear);
        self.pending.set_value(None);
    }
}
