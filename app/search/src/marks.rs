//! Where a query occurs in one shown value.

mod reading;

use crate::column::Column;
use crate::query::{Query, Word};
use reading::Readings;
use std::ops::Range;

/// Byte ranges of the shown text, ascending, apart from each other, on character boundaries.
pub type Marks = Vec<Range<usize>>;

/// What to mark in a shown value: each place of each word, across formatting in codes, phones
/// and amounts; where the query is one number typed in groups, that number alone.
///
/// ```
/// use search::{Column, Query, marks};
/// assert_eq!(marks(Column::Phone("+7 912 345-67-89"), &Query::parse("3456789")), [7..16]);
/// ```
#[must_use]
pub fn marks(column: Column<'_>, query: &Query) -> Marks {
    let readings = Readings::new(column);
    let joined = query.joined.iter().flat_map(|joined| readings.places_of_digits(joined)).collect();
    merged(joined).unwrap_or_else(|| {
        let words = query.words.iter().flat_map(|word| readings.places_of_word(word));
        merged(words.collect()).unwrap_or_default()
    })
}

/// The places of some words in one value.
pub(crate) fn word_marks<'q>(column: Column<'_>, words: impl IntoIterator<Item = &'q Word>) -> Marks {
    let readings = Readings::new(column);
    let places = words.into_iter().flat_map(|word| readings.places_of_word(word)).collect();
    merged(places).unwrap_or_default()
}

/// The places of a number in one value that is compared by its digits.
pub(crate) fn digit_marks(column: Column<'_>, digits: &str) -> Marks {
    merged(Readings::new(column).places_of_digits(digits)).unwrap_or_default()
}

/// Overlapping and touching ranges become one. `None` when there are none.
fn merged(mut ranges: Marks) -> Option<Marks> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Marks = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    (!merged.is_empty()).then_some(merged)
}
