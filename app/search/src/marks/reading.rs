//! A shown value as the search reads it: its folded text, and its digits where digits count,
//! both with the way back to what is shown.

use super::Marks;
use crate::column::{Column, canonical_bytes, other_phone_form};
use crate::fold::{Traced, fold_traced};
use crate::query::Word;

pub(super) struct Readings {
    text: Traced,
    digits: Option<Traced>,
    /// The digits with the other first digit of a Russian phone; places as in `digits`.
    other_digits: Option<String>,
}

impl Readings {
    pub(super) fn new(column: Column<'_>) -> Self {
        let folded = fold_traced(column.text());
        match column {
            Column::Text(_) | Column::Choice(_) => Self { text: folded, digits: None, other_digits: None },
            Column::Amount(_) => {
                let text = folded.only(canonical_bytes(&folded.text));
                Self { text, digits: None, other_digits: None }
            }
            Column::Code(_) => {
                let digits = folded.digits();
                Self { text: folded, digits: Some(digits), other_digits: None }
            }
            Column::Phone(_) => {
                let digits = folded.digits();
                let other_digits = other_phone_form(&digits.text);
                Self { text: folded, digits: Some(digits), other_digits }
            }
        }
    }

    pub(super) fn places_of_word(&self, word: &Word) -> Marks {
        let mut places = self.text.places(&self.text.text, &word.text);
        if let Some(digits) = &word.digits {
            places.extend(self.places_of_digits(digits));
        }
        places
    }

    pub(super) fn places_of_digits(&self, wanted: &str) -> Marks {
        let Some(digits) = &self.digits else {
            return Vec::new();
        };
        let mut places = digits.places(&digits.text, wanted);
        if let Some(other) = &self.other_digits {
            places.extend(digits.places(other, wanted));
        }
        places
    }
}

impl Traced {
    fn digits(&self) -> Self {
        self.only(|at| self.text.as_bytes()[at].is_ascii_digit())
    }

    /// What is left of the folded text when only some of its ASCII bytes are read.
    fn only(&self, is_read: impl Fn(usize) -> bool) -> Self {
        let read = || (0..self.text.len()).filter(|&at| is_read(at));
        Self {
            text: read().map(|at| char::from(self.text.as_bytes()[at])).collect(),
            origins: read().map(|at| self.origins[at].clone()).collect(),
        }
    }

    /// Where `wanted` stands in `text`, which lies byte for byte as this one.
    fn places(&self, text: &str, wanted: &str) -> Marks {
        text.match_indices(wanted)
            .map(|(at, found)| self.origins[at].start..self.origins[at + found.len() - 1].end)
            .collect()
    }
}
