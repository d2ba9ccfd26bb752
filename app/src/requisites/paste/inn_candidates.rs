//! What a wrong INN may have been meant to be. Which digit is wrong cannot be known of ten; of twelve, nearly.

use std::collections::BTreeSet;

use crate::requisites::Inn;
use crate::values::Problem;

/// How many are offered.
const MOST_OFFERED: usize = 5;

/// The INN if it is valid, else every valid one with two neighbours swapped or one digit changed.
pub(super) fn itself_or_meant(number: &str) -> Vec<Inn> {
    match Inn::parse(number) {
        Ok(inn) => vec![inn],
        Err(Problem::InnControl { .. }) => swapped(number).into_iter().chain(one_changed(number)).collect(),
        Err(_) => Vec::new(),
    }
}

/// The likeliest: those that a directory knows, then swaps, and for twelve digits one changed.
pub(super) fn offered(number: &str, known: &BTreeSet<Inn>) -> Vec<String> {
    if !matches!(Inn::parse(number), Err(Problem::InnControl { .. })) {
        return Vec::new();
    }
    let (swapped, changed) = (swapped(number), one_changed(number));
    let is_known = |inn: &&Inn| known.contains(*inn);
    let changed_too = if number.len() == 12 { changed.as_slice() } else { &[] };
    let ordered = swapped.iter().chain(&changed).filter(is_known).chain(&swapped).chain(changed_too);
    let mut offered: Vec<String> = Vec::new();
    for inn in ordered {
        if offered.len() < MOST_OFFERED && !offered.iter().any(|earlier| earlier == inn.as_str()) {
            offered.push(inn.to_string());
        }
    }
    offered
}

/// Valid numbers with two unlike neighbours swapped. Bad control digits mean that all characters are digits.
fn swapped(number: &str) -> Vec<Inn> {
    let digits = number.as_bytes();
    let pairs = (1..digits.len()).filter(|at| digits[at - 1] != digits[*at]);
    let swaps = pairs.map(|at| {
        let mut swap = digits.to_vec();
        swap.swap(at - 1, at);
        swap
    });
    swaps.filter_map(|digits| valid(&digits)).collect()
}

fn one_changed(number: &str) -> Vec<Inn> {
    let digits = number.as_bytes();
    let changes = (0..digits.len()).flat_map(|at| {
        (b'0'..=b'9').map(move |digit| {
            let mut changed = digits.to_vec();
            changed[at] = digit;
            changed
        })
    });
    changes.filter_map(|digits| valid(&digits)).collect()
}

fn valid(digits: &[u8]) -> Option<Inn> {
    Inn::parse(std::str::from_utf8(digits).ok()?).ok()
}
