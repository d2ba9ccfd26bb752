//! How a number is read from what a person types or pastes, before any check of its own.

use crate::values::{Problem, Wanted};

/// Trims, drops spaces of any kind, drops dashes and dots inside, turns full-width characters into
/// ASCII. Everything else stays, to be named as wrong.
pub(super) fn characters(raw: &str) -> Result<Vec<char>, Problem> {
    let typed: Vec<char> = raw.chars().filter(|ch| !ch.is_whitespace()).map(half_width).collect();
    let inside = 1..typed.len().saturating_sub(1);
    let dropped = |index: usize, ch: char| inside.contains(&index) && is_separator(ch);
    let kept = typed.iter().enumerate().filter(|(index, ch)| !dropped(*index, **ch));
    let kept: Vec<char> = kept.map(|(_, ch)| *ch).collect();
    if kept.is_empty() { Err(Problem::Required) } else { Ok(kept) }
}

/// The digits of a number, or the first character that is none.
pub(super) fn digits(raw: &str) -> Result<String, Problem> {
    let typed = characters(raw)?;
    match typed.iter().position(|ch| !ch.is_ascii_digit()) {
        Some(index) => Err(bad(typed[index], index, Wanted::Digit)),
        None => Ok(typed.into_iter().collect()),
    }
}

/// A character that does not belong at an index, as a problem with its position from 1.
pub(super) fn bad(ch: char, index: usize, wanted: Wanted) -> Problem {
    Problem::BadCharacter { ch, position: count(index + 1), wanted }
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The value of an ASCII digit; callers have checked that it is one.
pub(super) fn value(digit: u8) -> u32 {
    u32::from(digit.wrapping_sub(b'0'))
}

fn is_separator(ch: char) -> bool {
    matches!(ch, '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn half_width(ch: char) -> char {
    match ch {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(ch) - 0xFEE0).unwrap_or(ch),
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_inside_and_spaces_are_dropped() {
        for raw in
            [" 0017 0000 16 ", "0017\u{a0}0000\u{2009}16", "0017-0000-16", "0017.0000—16", "００１７００００１６"]
        {
            assert_eq!(digits(raw).unwrap(), "0017000016", "{raw}");
        }
        assert_eq!(digits(" \u{a0}"), Err(Problem::Required));
    }

    #[test]
    fn anything_else_is_named_not_dropped() {
        assert_eq!(digits("-001"), Err(bad('-', 0, Wanted::Digit)));
        assert_eq!(digits("001."), Err(bad('.', 3, Wanted::Digit)));
        assert_eq!(digits("00/1"), Err(bad('/', 2, Wanted::Digit)));
        assert_eq!(digits("00\u{200b}1"), Err(bad('\u{200b}', 2, Wanted::Digit)));
        assert_eq!(digits("٠٠١"), Err(bad('٠', 0, Wanted::Digit)));
    }
}
