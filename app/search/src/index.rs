//! The rows, folded and ready to be searched.

mod choices;
mod needle;
mod rows;

use crate::bits::Bits;
use crate::column::Column;
use crate::grams::Grams;
use crate::matches::Matches;
use crate::query::Query;
use choices::Choices;
use needle::{DigitNeedle, WordNeedle};
use rows::Rows;

/// All rows of a table. Rows are numbered from 0 in the order in which they were pushed.
#[derive(Default)]
pub struct Index {
    ids: Vec<u64>,
    rows: Rows,
    grams: Grams,
    /// Of the rows' digits alone.
    digit_grams: Grams,
    choices: Choices,
}

impl Index {
    /// Adds a row and gives its number. The id is searchable only if it is among `columns`, as
    /// [`Column::Code`]; in any case a query equal to it puts this row first.
    pub fn push(&mut self, id: u64, columns: &[Column<'_>]) -> u32 {
        let row = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.rows.push(columns);
        self.ids.push(id);
        self.insert_grams(row);
        self.choices.insert(row, columns);
        row
    }

    /// Gives a row new columns, as after a save: microseconds, whatever the number of rows.
    ///
    /// # Panics
    /// When no such row was pushed.
    pub fn replace(&mut self, row: u32, columns: &[Column<'_>]) {
        self.grams.remove(row, self.rows.row(row).whole);
        self.digit_grams.remove(row, self.rows.row(row).digits);
        self.choices.remove(row);
        self.rows.replace(row, columns);
        self.insert_grams(row);
        self.choices.insert(row, columns);
    }

    fn insert_grams(&mut self, row: u32) {
        self.grams.insert(row, self.rows.row(row).whole);
        self.digit_grams.insert(row, self.rows.row(row).digits);
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The rows in which every word of `query` occurs; all rows for the empty query.
    #[must_use]
    pub fn search(&self, query: &Query) -> Matches {
        let mut found = self.rows_with_all_words(query);
        if let Some(joined) = query.joined_if_it_may_find_more() {
            found.unite(&self.rows_with_digits(joined));
        }
        let exact =
            query.exact_id().and_then(|id| (0..).zip(&self.ids).find_map(|(row, &other)| (other == id).then_some(row)));
        Matches::new(found, exact)
    }

    /// Grams first, for all words, so that the few rows left are read.
    fn rows_with_all_words(&self, query: &Query) -> Bits {
        let mut needles: Vec<WordNeedle> =
            query.words.iter().map(|word| WordNeedle::new(word, &self.choices)).collect();
        needles.sort_by_key(|needle| std::cmp::Reverse(needle.len()));
        let mut found = Bits::full(self.len());
        for needle in &needles {
            needle.narrow(&self.grams, &self.digit_grams, &mut found);
        }
        for needle in needles.iter().filter(|needle| !needle.is_settled_by_grams()) {
            found.retain(|row| needle.occurs_in(row, self.rows.row(row)));
        }
        found
    }

    fn rows_with_digits(&self, digits: &str) -> Bits {
        let needle = DigitNeedle::new(digits);
        let mut found = Bits::full(self.len());
        needle.narrow(&self.digit_grams, &mut found);
        found.retain(|row| needle.occurs_in(self.rows.row(row)));
        found
    }
}
