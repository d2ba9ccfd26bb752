//! The state of the page: the part of the history that is here, and how the next one comes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::companies::{Field, readable};
use crate::fields::{Fields, query};
use crate::history::{History, PastSave, door, history_href};
use crate::money::Ground;
use crate::site::use_lang;
use crate::ui::FormState;
use crate::ui::browser::{focus_soon, replace_address};
use crate::values::{CompanyId, Lang, Version, Zones};
use crate::words;

/// A handle that every part of the page copies.
#[derive(Clone, Copy)]
pub struct Timeline {
    pub history: RwSignal<History>,
    /// What the saves shown are narrowed by.
    pub filter: RwSignal<Fields>,
    /// How reading another part fares.
    pub reading: FormState,
    pub lang: RwSignal<Lang>,
    zones: StoredValue<Zones>,
}

/// What a save is shown as: narrowed to a field it is another thing.
pub fn key(save: &PastSave) -> (Version, Vec<Field>) {
    (save.version, save.changes.iter().map(|change| change.field).collect())
}

impl Timeline {
    pub fn new(history: History, zones: Zones, filter: Fields) -> Self {
        Self {
            history: RwSignal::new(history),
            filter: RwSignal::new(filter),
            reading: FormState::new(None),
            lang: use_lang(),
            zones: StoredValue::new(zones),
        }
    }

    pub fn company(self) -> CompanyId {
        self.history.with_untracked(|history| history.company_id)
    }

    pub fn saves(self) -> Vec<PastSave> {
        self.history.with(|history| history.saves.clone())
    }

    pub fn is_narrowed(self) -> bool {
        self.filter.with(|filter| filter.values().any(|value| !value.is_empty()))
    }

    pub fn zones<T>(self, read: impl FnOnce(&Zones) -> T) -> T {
        self.zones.with_value(read)
    }

    /// A stored value in the words of the page.
    pub fn shown(self, field: Field, value: &str) -> String {
        let lang = self.lang.get();
        let shown = self.zones(|zones| readable(field, value, lang, zones));
        if shown.is_empty() { words::dialog::empty(lang).to_owned() } else { shown }
    }

    /// Shows the newest saves that fit; the address says which.
    pub fn narrow(self, filter: Fields) {
        let address = history_href(self.company()) + &query(&filter);
        self.reading.send(door::company_history(self.company(), filter.clone(), None), move |history| {
            replace_address(&address);
            self.filter.set(filter);
            self.history.set(history);
        });
    }

    /// Reads the newest saves again, with what was just written.
    ///
    /// Whatever else is being read: it may rest after a press, and what was written must show.
    pub fn reload(self) {
        let filter = self.filter.get_untracked();
        let asked = door::company_history(self.company(), filter.clone(), None);
        spawn_local(async move {
            let answer = asked.await;
            if self.filter.try_get_untracked() != Some(filter) {
                return;
            }
            match answer {
                Ok(history) => {
                    self.reading.clear();
                    self.history.set(history);
                }
                Err(error) => self.reading.error.set(Some(error)),
            }
        });
    }

    /// Newer facts about the credit, by which every outcome is told anew.
    pub fn stands_on(self, ground: &Ground) {
        self.history.update(|history| history.ground = Some(ground.clone()));
    }

    /// Adds the next part. The last button of what was there keeps its place; the focus goes on from there.
    pub fn more(self) {
        let Some(before) = self.history.with_untracked(|history| history.next) else { return };
        let asked = door::company_history(self.company(), self.filter.get_untracked(), Some(before));
        self.reading.send(asked, move |part| {
            self.history.update(|history| {
                history.saves.extend(part.saves);
                history.next = part.next;
            });
            focus_soon("main .scroll");
        });
    }
}
