//! A word of a query, made ready to be looked for in many rows.

use super::choices::Choices;
use super::rows::Row;
use crate::bits::Bits;
use crate::code_page::code;
use crate::grams::Grams;
use crate::query::Word;
use memchr::memmem::Finder;

/// Up to this many bytes the grams know the answer.
const SETTLED_BY_GRAMS: usize = 2;

pub(super) struct WordNeedle {
    text: Finder<'static>,
    /// Only where the bare digits differ from the text: else the text finds them too, since a
    /// row's digits lie beside its text.
    digits: Option<DigitNeedle>,
    /// The rows with a choice that holds the text.
    by_choice: Bits,
}

impl WordNeedle {
    pub(super) fn new(word: &Word, choices: &Choices) -> Self {
        let digits = word.digits.as_ref().filter(|digits| **digits != word.text);
        let text = finder(&word.text);
        let by_choice = choices.rows_with(&text);
        Self { text, digits: digits.map(|digits| DigitNeedle::new(digits)), by_choice }
    }

    pub(super) fn len(&self) -> usize {
        self.text.needle().len()
    }

    pub(super) fn is_settled_by_grams(&self) -> bool {
        let digits_len = self.digits.as_ref().map_or(0, DigitNeedle::len);
        self.len().max(digits_len) <= SETTLED_BY_GRAMS
    }

    pub(super) fn narrow(&self, grams: &Grams, digit_grams: &Grams, rows: &mut Bits) {
        let by_digits = self.digits.as_ref().map(|digits| {
            let mut rows = rows.clone();
            digits.narrow(digit_grams, &mut rows);
            rows
        });
        let mut by_choice = self.by_choice.clone();
        by_choice.intersect(rows);
        grams.narrow(self.text.needle(), rows);
        for found in by_digits.iter().chain([&by_choice]) {
            rows.unite(found);
        }
    }

    pub(super) fn occurs_in(&self, number: u32, row: Row<'_>) -> bool {
        self.by_choice.contains(number)
            || self.digits.as_ref().is_some_and(|digits| digits.occurs_in(row))
            || self.text.find(row.whole).is_some()
    }
}

/// Digits to be found in the digits of codes and phones, never in text or amounts.
pub(super) struct DigitNeedle(Finder<'static>);

impl DigitNeedle {
    pub(super) fn new(digits: &str) -> Self {
        Self(finder(digits))
    }

    fn len(&self) -> usize {
        self.0.needle().len()
    }

    pub(super) fn narrow(&self, digit_grams: &Grams, rows: &mut Bits) {
        digit_grams.narrow(self.0.needle(), rows);
    }

    pub(super) fn occurs_in(&self, row: Row<'_>) -> bool {
        self.0.find(row.digits).is_some()
    }
}

fn finder(folded: &str) -> Finder<'static> {
    Finder::new(&code(folded)).into_owned()
}
