//! What a text was found to hold, before any check.

use crate::requisites::slot::Slot;
use crate::requisites::typed::characters;

/// How sure the text is that a value belongs in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// A guess, which gives way to anything better for the field.
    Doubtful,
    /// Good if it is the only one, and listed beside a stated one: the long form of a name.
    Secondary,
    /// The look of the value leaves no choice.
    Shown,
    /// A label says so.
    Stated,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) slot: Slot,
    pub(super) text: String,
    pub(super) weight: Weight,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) values: Vec<Value>,
    /// Nine digits without a label.
    pub(super) kpps_or_bics: Vec<String>,
    pub(super) other: Vec<(String, String)>,
    pub(super) rest: Vec<String>,
}

impl Found {
    /// A number is kept without its separators.
    pub(super) fn add(&mut self, slot: Slot, text: impl Into<String>, weight: Weight) {
        let text = text.into();
        let text = if slot.is_number() { characters(&text).map_or(text, String::from_iter) } else { text };
        self.values.push(Value { slot, text, weight });
    }

    pub(super) fn state(&mut self, slot: Slot, text: impl Into<String>) {
        self.add(slot, text, Weight::Stated);
    }
}
