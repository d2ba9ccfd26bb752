//! What a query would have been with the keyboard in the other layout.

use crate::{Index, Query};

/// The keys of a PC keyboard in both layouts, unshifted and shifted.
const QWERTY: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&";
const JCUKEN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?";

/// `text` as the same keys would have written it in the other layout (ЙЦУКЕН ⇄ QWERTY). `None`
/// when it has letters of both, or of neither.
///
/// ```
/// assert_eq!(search::other_layout("ntcn").as_deref(), Some("тест"));
/// assert_eq!(search::other_layout("туц цфны").as_deref(), Some("new ways"));
/// assert_eq!(search::other_layout("42"), None);
/// ```
#[must_use]
pub fn other_layout(text: &str) -> Option<String> {
    let has_latin = text.contains(|c: char| c.is_ascii_alphabetic());
    let has_cyrillic = text.contains(|c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё'));
    match (has_latin, has_cyrillic) {
        (true, false) => Some(retyped(text, QWERTY, JCUKEN)),
        (false, true) => Some(retyped(text, JCUKEN, QWERTY)),
        _ => None,
    }
}

fn retyped(text: &str, from: &str, to: &str) -> String {
    let key = |c: char| from.chars().zip(to.chars()).find(|&(key, _)| key == c);
    text.chars().map(|c| key(c).map_or(c, |(_, retyped)| retyped)).collect()
}

/// A query to offer in place of one that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The query in the other layout, to be shown and applied.
    pub text: String,
    /// How many rows it finds; at least one.
    pub count: usize,
}

/// The other layout's reading of a query that finds nothing, if that finds something.
#[must_use]
pub fn suggestion(index: &Index, typed: &str) -> Option<Suggestion> {
    if index.search(&Query::parse(typed)).count() > 0 {
        return None;
    }
    let text = other_layout(typed.trim())?;
    let query = Query::parse(&text);
    let count = if query.is_empty() { 0 } else { index.search(&query).count() };
    (count > 0).then_some(Suggestion { text, count })
}
