//! Reading an amount as people type it.

use crate::values::plain_text::position;
use crate::values::{Kopecks, Problem, Wanted};

/// The rule of [`Kopecks::parse_amount`].
pub(super) fn read(raw: &str) -> Result<Kopecks, Problem> {
    let text = raw.trim();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    refuse_foreign_characters(text)?;
    let unsigned = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let (whole, decimals) = split_decimals(unsigned)?;
    if decimals.len() > 2 {
        return Err(Problem::MoreThanTwoDecimals);
    }
    if whole.is_empty() && decimals.is_empty() || unsigned.contains(['-', '\u{2212}']) {
        return Err(Problem::NotAnAmount);
    }
    let magnitude = format!("{whole}{decimals:0<2}")
        .parse::<i64>()
        .map_err(|_| Problem::AmountOutOfRange { min: Kopecks::new(-i64::MAX), max: Kopecks::new(i64::MAX) })?;
    Ok(Kopecks::new(if unsigned.len() < text.len() { -magnitude } else { magnitude }))
}

/// The rule of [`Kopecks::parse_exact`].
pub(super) fn read_exact(raw: &str) -> Result<Kopecks, Problem> {
    let (whole, decimals) = raw.split_once('.').map_or((raw, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !decimals.is_none_or(|decimals| is_number(decimals) && decimals.len() <= 2) {
        return Err(Problem::ExactAmountNeeded);
    }
    read(raw)
}

fn refuse_foreign_characters(text: &str) -> Result<(), Problem> {
    let fits = |ch: char| ch.is_ascii_digit() || ch.is_whitespace() || matches!(ch, ',' | '.' | '-' | '\u{2212}');
    match text.chars().enumerate().find(|(_, ch)| !fits(*ch)) {
        Some((index, ch)) => Err(Problem::BadCharacter { ch, position: position(index), wanted: Wanted::Amount }),
        None => Ok(()),
    }
}

/// Digits before and after the decimal mark, spaces removed.
fn split_decimals(unsigned: &str) -> Result<(String, String), Problem> {
    let bare: String = unsigned.chars().filter(|ch| !ch.is_whitespace()).collect();
    let (whole, decimals) = match bare.rsplit_once(['.', ',']) {
        Some((whole, decimals)) => (whole.to_owned(), decimals.to_owned()),
        None => (bare, String::new()),
    };
    if !whole.contains(['.', ',']) {
        return Ok((whole, decimals));
    }
    let english = unsigned.ends_with(&format!(".{decimals}")) && in_comma_groups(&whole);
    if english { Ok((whole.replace(',', ""), decimals)) } else { Err(Problem::SeveralDecimalMarks) }
}

/// `1,250,000`: one to three digits, then threes.
fn in_comma_groups(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && digits(group));
    first && groups.all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (raw, kopecks) in [
            ("1 234,50", 123_450),
            ("1\u{a0}234,50", 123_450),
            ("1\u{202f}234.5", 123_450),
            ("1\u{2009}234", 123_400),
            ("-0", 0),
            ("−999 999 999,99", -99_999_999_999),
            ("- 5", -500),
            ("5.", 500),
            (",5", 50),
            ("007", 700),
            ("1,250.00", 125_000),
            ("1,000,000.5", 100_000_050),
        ] {
            assert_eq!(Kopecks::parse_amount(raw), Ok(Kopecks::new(kopecks)), "{raw}");
        }
    }

    #[test]
    fn another_system_sends_plain_decimals_and_nothing_else() {
        for (raw, kopecks) in [("5", 500), ("5.0", 500), ("1250.00", 125_000), ("0.01", 1), ("0", 0)] {
            assert_eq!(Kopecks::parse_exact(raw), Ok(Kopecks::new(kopecks)), "{raw}");
        }
        for raw in
            ["", " 5", "5 ", "+5", "-5", "-0.00", "−5", "1e3", "1,250.00", "1 250", "0.001", ".5", "5.", "5,0", "٥"]
        {
            assert_eq!(Kopecks::parse_exact(raw), Err(Problem::ExactAmountNeeded), "{raw:?}");
        }
        assert!(matches!(Kopecks::parse_exact(&"9".repeat(40)), Err(Problem::AmountOutOfRange { .. })));
    }

    #[test]
    fn what_is_no_amount_is_refused_by_its_reason() {
        let bad = |ch, position| Problem::BadCharacter { ch, position, wanted: Wanted::Amount };
        for (raw, problem) in [
            ("", Problem::Required),
            (" \u{a0}", Problem::Required),
            ("10.005", Problem::MoreThanTwoDecimals),
            ("1,250", Problem::MoreThanTwoDecimals),
            ("1.250,00", Problem::SeveralDecimalMarks),
            ("1,25,000.00", Problem::SeveralDecimalMarks),
            ("1..5", Problem::SeveralDecimalMarks),
            (".", Problem::NotAnAmount),
            ("-", Problem::NotAnAmount),
            ("5-", Problem::NotAnAmount),
            ("--5", Problem::NotAnAmount),
            ("1e3", bad('e', 2)),
            ("+5", bad('+', 1)),
            ("12 ₽", bad('₽', 4)),
            ("１", bad('１', 1)),
        ] {
            assert_eq!(Kopecks::parse_amount(raw), Err(problem), "{raw}");
        }
        assert!(matches!(Kopecks::parse_amount(&"9".repeat(40)), Err(Problem::AmountOutOfRange { .. })));
    }
}
