//! A long value cut so that its first mark can be seen.

use crate::marks::Marks;
use std::ops::Range;

/// Characters shown after the start of the first mark.
const SHOWN_AFTER: usize = 28;

const CUT: char = '…';

/// A cut text and what to mark in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Begins or ends with `…` where something was left out.
    pub text: String,
    /// Byte ranges of `text`.
    pub marks: Marks,
}

/// Cuts `text` to begin with its first mark, or with the word that holds it, and to end some
/// characters later, but never inside that mark.
///
/// ```
/// let snippet = search::snippet("40702810400000000025", &[16..20]);
/// assert_eq!(snippet.text, "…0025");
/// ```
///
/// # Panics
/// When the marks are not of this text.
#[must_use]
pub fn snippet(text: &str, marks: &[Range<usize>]) -> Snippet {
    let first = marks.first().cloned().unwrap_or(0..0);
    let start = start_of_word(text, first.start);
    let end = text[first.start..]
        .char_indices()
        .nth(SHOWN_AFTER)
        .map_or(text.len(), |(at, _)| first.end.max(first.start + at));
    let mut cut = String::new();
    if start > 0 {
        cut.push(CUT);
    }
    let shift = cut.len();
    cut.push_str(&text[start..end]);
    if end < text.len() {
        cut.push(CUT);
    }
    let inside = marks.iter().filter(|mark| mark.start < end);
    let marks = inside.map(|mark| mark.start - start + shift..mark.end.min(end) - start + shift);
    Snippet { text: cut, marks: marks.collect() }
}

/// Letters belong together; the digits before a mark in an account tell nothing.
fn start_of_word(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(char::is_alphabetic).len()
}
