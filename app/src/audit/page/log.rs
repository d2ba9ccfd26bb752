//! The state of the page: the part of the log that is here, and how the next one comes.

use leptos::prelude::*;

use crate::audit::{AuditLog, door};
use crate::fields::{Fields, query};
use crate::ui::FormState;
use crate::ui::browser::{focus_soon, replace_address};

/// A handle that every part of the page copies.
#[derive(Clone, Copy)]
pub struct Log {
    pub shown: RwSignal<AuditLog>,
    /// What the entries shown are narrowed by.
    pub filter: RwSignal<Fields>,
    pub reading: FormState,
}

impl Log {
    pub fn new(log: AuditLog, filter: Fields) -> Self {
        Self { shown: RwSignal::new(log), filter: RwSignal::new(filter), reading: FormState::new(None) }
    }

    pub fn is_narrowed(self) -> bool {
        self.filter.with(|filter| filter.values().any(|value| !value.is_empty()))
    }

    /// Where the entries shown are downloaded, all of them.
    pub fn download_href(self) -> String {
        format!("/api/audit.csv{}", self.filter.with(query))
    }

    /// Shows the newest entries that fit; the address says which.
    pub fn narrow(self, filter: Fields) {
        let address = format!("/support/audit{}", query(&filter));
        self.reading.send(door::audit_events(filter.clone(), None), move |log| {
            replace_address(&address);
            self.filter.set(filter);
            self.shown.set(log);
        });
    }

    /// Adds the next part; the focus goes on from there.
    pub fn more(self) {
        let Some(after) = self.shown.with_untracked(|log| log.next.clone()) else { return };
        self.reading.send(door::audit_events(self.filter.get_untracked(), Some(after)), move |part| {
            self.shown.update(|log| {
                log.events.extend(part.events);
                log.next = part.next;
            });
            focus_soon("main .scroll");
        });
    }
}
