//! Values from outside that meet what the form holds: a field that is empty takes them, the rest wait for a word.

use leptos::prelude::*;

use super::browser;
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
    /// The id of the control that the focus returns to from buttons that go once they are pressed.
    anchor: &'static str,
    pub offers: RwSignal<Vec<Offer>>,
    /// The fields that were filled, each with what had been typed in it before the first time.
    filled: RwSignal<Vec<(Field, Option<String>)>>,
    /// The person would rather leave the fields as they are.
    pub is_left: RwSignal<bool>,
}

impl Filling {
    pub fn new(editor: Editor, anchor: &'static str) -> Self {
        let (offers, filled, is_left) = (RwSignal::default(), RwSignal::default(), RwSignal::new(false));
        Self { editor, anchor, offers, filled, is_left }
    }

    /// Fills what is empty at once, and offers what would replace something. `is_stale` tells of a text that its field
    /// need not keep.
    pub fn bring(self, values: Vec<(Field, String)>, is_stale: impl Fn(Field, &str) -> bool) {
        let news = values.into_iter().filter(|(field, value)| untrack(|| self.is_news(*field, value)));
        let (fills, differs): (Vec<_>, Vec<_>) = news.partition(|(field, _)| {
            let text = untrack(|| self.editor.text(*field));
            text.trim().is_empty() || is_stale(*field, &text)
        });
        self.take(fills);
        self.offers.set(differs.into_iter().map(|(field, value)| Offer::plain(field, value)).collect());
    }

    /// Offers everything that says something new.
    pub fn offer(self, offers: Vec<Offer>) {
        let is_news = |offer: &Offer| untrack(|| self.is_news(offer.field, &offer.value));
        self.offers.set(offers.into_iter().filter(is_news).collect());
    }

    /// Fills the fields, whatever they hold: a person has chosen so.
    pub fn take(self, values: Vec<(Field, String)>) {
        let before = self.editor.fill(values);
        self.filled.update(|filled| {
            for (field, text) in before {
                if filled.iter().all(|(known, _)| *known != field) {
                    filled.push((field, text));
                }
            }
        });
    }

    /// Takes the ticked values over, and tells which; nothing while none is ticked.
    pub fn apply(self) -> Vec<Field> {
        let ticked: Vec<(Field, String)> = self.offers.with_untracked(|offers| {
            let ticked = offers.iter().filter(|offer| offer.is_ticked);
            ticked.map(|offer| (offer.field, offer.value.clone())).collect()
        });
        let fields: Vec<Field> = ticked.iter().map(|(field, _)| *field).collect();
        if !fields.is_empty() {
            browser::focus(self.anchor);
            self.take(ticked);
            self.offers.set(Vec::new());
        }
        fields
    }

    /// Forgets the offers at the person's word.
    pub fn leave(self) {
        browser::focus(self.anchor);
        self.offers.set(Vec::new());
        self.is_left.set(true);
    }

    /// Puts every filled field back to what it held.
    pub fn undo(self) {
        browser::focus(self.anchor);
        self.editor.put_back(self.filled.get_untracked());
        self.filled.set(Vec::new());
        self.forget();
    }

    /// What was offered is about something else by now. What was filled can still be undone.
    pub fn forget(self) {
        self.offers.set(Vec::new());
        self.is_left.set(false);
    }

    /// The fields that an undo would put back.
    pub fn fields(self) -> Vec<Field> {
        self.filled.with(|filled| filled.iter().map(|(field, _)| *field).collect())
    }

    pub fn can_undo(self) -> bool {
        !self.filled.read().is_empty()
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
