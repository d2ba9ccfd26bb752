//! The state of the page: the company's books as they are here, and how more of them comes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::{Billing, Entry, door};
use super::billing_href;
use crate::fields::{Fields, query};
use crate::site::use_lang;
use crate::ui::FormState;
use crate::ui::browser::{focus_soon, replace_address};
use crate::ui::date_and_time;
use crate::values::{CompanyId, Kopecks, Lang};

/// A handle that every part of the page copies.
#[derive(Clone, Copy)]
pub struct Books {
    pub now: RwSignal<Billing>,
    /// What the entries shown are narrowed by.
    pub filter: RwSignal<Fields>,
    /// How reading another part fares.
    pub reading: FormState,
    pub lang: RwSignal<Lang>,
}

impl Books {
    pub fn new(billing: Billing, filter: Fields) -> Self {
        Self {
            now: RwSignal::new(billing),
            filter: RwSignal::new(filter),
            reading: FormState::new(None),
            lang: use_lang(),
        }
    }

    pub fn company(self) -> CompanyId {
        self.now.with_untracked(|now| now.company)
    }

    /// Where the page is.
    pub fn href(self) -> String {
        let is_own = self.now.with_untracked(|now| now.is_own);
        if is_own { "/billing".to_owned() } else { billing_href(self.company()) }
    }

    pub fn entries(self) -> Vec<Entry> {
        self.now.with(|now| now.entries.clone())
    }

    pub fn is_narrowed(self) -> bool {
        self.filter.with(|filter| filter.values().any(|value| !value.is_empty()))
    }

    /// An instant in the company's zone.
    pub fn moment(self, at: i64) -> String {
        let offset = self.now.with(|now| now.offset_at(at));
        date_and_time(at, offset, self.lang.get())
    }

    /// An amount with its currency.
    pub fn amount(self, amount: Kopecks) -> String {
        amount.shown(self.lang.get()).in_roubles()
    }

    /// Shows the newest entries that fit; the address says which.
    pub fn narrow(self, filter: Fields) {
        let address = self.href() + &query(&filter);
        self.reading.send(door::company_billing(Some(self.company()), filter.clone(), None), move |billing| {
            replace_address(&address);
            self.filter.set(filter);
            self.now.set(billing);
        });
    }

    /// Adds the next part below. The last button of what was there keeps its place; the focus goes on from there.
    pub fn more(self) {
        let Some(next) = self.now.with_untracked(|now| now.next) else { return };
        let asked = door::company_billing(Some(self.company()), self.filter.get_untracked(), Some(next));
        self.reading.send(asked, move |part| {
            self.now.update(|now| now.extend(next, part));
            focus_soon("main .scroll");
        });
    }

    /// Reads everything again, with what was just written.
    pub fn reload(self) {
        let filter = self.filter.get_untracked();
        let asked = door::company_billing(Some(self.company()), filter.clone(), None);
        spawn_local(async move {
            let answer = asked.await;
            if self.filter.try_get_untracked() != Some(filter) {
                return;
            }
            match answer {
                Ok(billing) => {
                    self.reading.clear();
                    self.now.set(billing);
                }
                Err(error) => self.reading.error.set(Some(error)),
            }
        });
    }
}
