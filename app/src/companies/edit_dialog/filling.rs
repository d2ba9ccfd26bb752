//! Values from outside that meet what the form holds: a field that is empty takes them, the rest wait for a word.

use leptos::prelude::*;

use super::editor::Editor;
use crate::companies::Field;
use crate::companies::save::stored_form;
use crate::values::Problem;

/// One value that waits beside what its field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub field: Field,
    pub value: String,
    pub problem: Option<Problem>,
    /// Values that may have been meant instead, the likeliest first.
    pub instead: Vec<String>,
    pub is_ticked: bool,
}

impl Offer {
    pub fn plain(field: Field, value: String) -> Self {
        Self { field, value, problem: None, instead: Vec::new(), is_ticked: false }
    }
}

/// What one source (a register, a bank's entry, a pasted text) has brought.
#[derive(Clone, Copy)]
pub struct Filling {
    editor: Editor,
    pub offers: RwSignal<Vec<Offer>>,
    /// The fields that were filled, each with what had been typed before.
    pub filled: RwSignal<Vec<(Field, Option<String>)>>,
}

impl Filling {
    pub fn new(editor: Editor) -> Self {
        Self { editor, offers: RwSignal::default(), filled: RwSignal::default() }
    }

    /// Fills what is empty at once, and offers what would replace something. `is_stale` tells of a text that its field
    /// need not keep.
    pub fn bring(self, values: Vec<(Field, String)>, is_stale: impl Fn(Field, &str) -> bool) {
        let news = untrack(|| self.news(values));
        let (fills, differs): (Vec<_>, Vec<_>) = news.into_iter().partition(|(field, _)| {
            let text = untrack(|| self.editor.text(*field));
            text.trim().is_empty() || is_stale(*field, &text)
        });
        self.fill(fills);
        self.offers.set(differs.into_iter().map(|(field, value)| Offer::plain(field, value)).collect());
    }

    /// Offers everything that says something new; what has an empty place and nothing against it is ticked.
    pub fn offer(self, offers: Vec<Offer>) {
        let is_news = |offer: &Offer| untrack(|| self.is_news(offer.field, &offer.value));
        self.offers.set(offers.into_iter().filter(is_news).collect());
    }

    /// Takes the ticked values over.
    pub fn apply(self) {
        let offers = self.offers.get_untracked();
        let ticked = offers.into_iter().filter(|offer| offer.is_ticked).map(|offer| (offer.field, offer.value));
        self.fill(ticked.collect());
        self.offers.set(Vec::new());
    }

    /// Puts every filled field back to what it held.
    pub fn undo(self) {
        self.editor.put_back(self.filled.get_untracked());
        self.clear();
    }

    pub fn clear(self) {
        self.offers.set(Vec::new());
        self.filled.set(Vec::new());
    }

    /// Ticks one value of a field, and no other of it.
    pub fn tick(self, index: usize, is_ticked: bool) {
        self.offers.update(|offers| {
            let Some(field) = offers.get(index).map(|offer| offer.field) else { return };
            for (at, offer) in offers.iter_mut().enumerate().filter(|(_, offer)| offer.field == field) {
                offer.is_ticked = is_ticked && at == index;
            }
        });
    }

    /// Takes another value in place of a wrong one.
    pub fn replace(self, index: usize, value: String) {
        self.offers.update(|offers| {
            if let Some(offer) = offers.get_mut(index) {
                (offer.value, offer.problem, offer.instead) = (value, None, Vec::new());
            }
        });
        self.tick(index, true);
    }

    fn fill(self, values: Vec<(Field, String)>) {
        if !values.is_empty() {
            self.filled.set(self.editor.fill(values));
        }
    }

    fn news(self, values: Vec<(Field, String)>) -> Vec<(Field, String)> {
        values.into_iter().filter(|(field, value)| self.is_news(*field, value)).collect()
    }

    /// Whether the value would change its field.
    fn is_news(self, field: Field, value: &str) -> bool {
        if value.is_empty() || !self.editor.has(field) {
            return false;
        }
        let text = self.editor.text(field);
        self.editor.zones(|zones| match (stored_form(field, &text, zones), stored_form(field, value, zones)) {
            (Ok(held), Ok(brought)) => held != brought,
            _ => text.trim() != value,
        })
    }
}
