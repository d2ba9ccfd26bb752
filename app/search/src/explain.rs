//! Why a row was found: marks for the shown columns, and the hidden columns that had a word
//! which the shown ones have not.

use crate::column::Column;
use crate::marks::{Marks, digit_marks, marks, word_marks};
use crate::query::Query;

/// Why a row was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// For each shown column, what to mark in it.
    pub shown: Vec<Marks>,
    /// The hidden columns that must be named, each once, in the order of the query's words.
    pub elsewhere: Vec<Elsewhere>,
}

/// A hidden column that matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its place among the hidden columns.
    pub column: usize,
    /// What to mark in it; never empty.
    pub marks: Marks,
}

impl Query {
    /// Explains a row that was found. `shown` is what the person sees, formatted as they see it.
    #[must_use]
    pub fn explain(&self, shown: &[Column<'_>], hidden: &[Column<'_>]) -> Explanation {
        self.explain_as_number(shown, hidden).unwrap_or_else(|| self.explain_by_words(shown, hidden))
    }

    /// A number typed in groups, found whole, explains the row alone: its single groups would
    /// be marked all over it.
    fn explain_as_number(&self, shown: &[Column<'_>], hidden: &[Column<'_>]) -> Option<Explanation> {
        let joined = self.joined.as_ref()?;
        let marks_of = |column: &Column<'_>| digit_marks(*column, joined);
        let shown: Vec<Marks> = shown.iter().map(marks_of).collect();
        if shown.iter().any(|marks| !marks.is_empty()) {
            return Some(Explanation { shown, elsewhere: Vec::new() });
        }
        let found = |(column, marks): (usize, Marks)| (!marks.is_empty()).then_some(Elsewhere { column, marks });
        let elsewhere = hidden.iter().map(marks_of).enumerate().find_map(found)?;
        Some(Explanation { shown, elsewhere: vec![elsewhere] })
    }

    fn explain_by_words(&self, shown: &[Column<'_>], hidden: &[Column<'_>]) -> Explanation {
        let mut elsewhere: Vec<Elsewhere> = Vec::new();
        for word in &self.words {
            let has_word = |column: &Column<'_>| !word_marks(*column, [word]).is_empty();
            if shown.iter().any(has_word) {
                continue;
            }
            let Some(column) = hidden.iter().position(has_word) else {
                continue;
            };
            if elsewhere.iter().all(|named| named.column != column) {
                elsewhere.push(Elsewhere { column, marks: word_marks(hidden[column], &self.words) });
            }
        }
        Explanation { shown: shown.iter().map(|column| marks(*column, self)).collect(), elsewhere }
    }
}
