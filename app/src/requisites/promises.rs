//! What the checks promise and what they do not, measured: a page must not claim more.

use proptest::prelude::*;

use super::{Bic, Inn, SettlementAccount};
use crate::values::Problem;

/// Puts the digits that the problem names into a number that lacks only those.
fn repaired(digits: &str) -> Option<String> {
    match Inn::parse(digits) {
        Ok(inn) => Some(inn.to_string()),
        Err(Problem::InnControl { expected }) => {
            Some(format!("{}{expected}", &digits[..digits.len() - expected.len()]))
        }
        Err(_) => None,
    }
}

fn account_for(bic: &Bic, digits: &str) -> String {
    match SettlementAccount::parse(digits).unwrap().check_key(bic) {
        Err(Problem::AccountKey { expected, .. }) => {
            format!("{}{expected}{}", &digits[..8], &digits[9..])
        }
        _ => digits.to_owned(),
    }
}

/// Every number that differs from this one in a single digit.
fn one_digit_changed(number: &str) -> impl Iterator<Item = String> + '_ {
    (0..number.len()).flat_map(move |at| {
        let others = (b'0'..=b'9').filter(move |digit| *digit != number.as_bytes()[at]);
        others.map(move |digit| format!("{}{}{}", &number[..at], char::from(digit), &number[at + 1..]))
    })
}

/// Every number with two unlike neighbours swapped.
fn neighbours_swapped(number: &str) -> impl Iterator<Item = String> + '_ {
    let swaps = (1..number.len()).filter(|at| number.as_bytes()[at - 1] != number.as_bytes()[*at]);
    swaps.map(|at| format!("{}{}{}{}", &number[..at - 1], &number[at..=at], &number[at - 1..at], &number[at + 1..]))
}

/// Numbers of a fixed sequence, the same in every run.
fn sequence(length: usize) -> impl Iterator<Item = String> {
    let mut state: u64 = 20_261_123;
    std::iter::repeat_with(move || {
        let mut digit = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from_digit(u32::try_from((state >> 33) % 10).unwrap(), 10).unwrap()
        };
        (0..length).map(|_| digit()).collect()
    })
}

/// How many of ten thousand mistakes pass the check.
fn unnoticed(mistakes: impl Iterator<Item = bool>) -> usize {
    let (mut all, mut passed) = (0, 0);
    for passes in mistakes {
        all += 1;
        passed += usize::from(passes);
    }
    passed * 10_000 / all
}

#[test]
fn a_ten_digit_inn_misses_about_two_in_a_hundred_mistakes() {
    let numbers: Vec<String> = sequence(10).take(3000).filter_map(|digits| repaired(&digits)).collect();
    let is_valid = |number: String| Inn::parse(&number).is_ok();
    let wrong = unnoticed(numbers.iter().flat_map(|number| one_digit_changed(number)).map(is_valid));
    let swapped = unnoticed(numbers.iter().flat_map(|number| neighbours_swapped(number)).map(is_valid));
    assert!((150..=210).contains(&wrong), "{wrong}");
    assert!((110..=190).contains(&swapped), "{swapped}");
}

#[test]
fn a_twelve_digit_inn_misses_hardly_any_swap() {
    let numbers: Vec<String> = sequence(12).take(3000).filter_map(|digits| repaired(&digits)).collect();
    let is_valid = |number: String| Inn::parse(&number).is_ok();
    let swapped = unnoticed(numbers.iter().flat_map(|number| neighbours_swapped(number)).map(is_valid));
    assert!(swapped <= 10, "{swapped}");
}

#[test]
fn an_account_misses_about_seven_in_a_hundred_swaps() {
    let bic = Bic::parse("040613746").unwrap();
    let rouble_accounts = sequence(12).map(|digits| format!("40702810{digits}"));
    let numbers: Vec<String> = rouble_accounts.take(3000).map(|digits| account_for(&bic, &digits)).collect();
    let is_valid = |number: String| SettlementAccount::parse(&number).unwrap().check_key(&bic).is_ok();
    let swapped = unnoticed(numbers.iter().flat_map(|number| neighbours_swapped(number)).map(is_valid));
    assert!((600..=720).contains(&swapped), "{swapped}");
}

proptest! {
    #[test]
    fn a_twelve_digit_inn_notices_every_single_wrong_digit(digits in "[0-9]{12}") {
        let Some(inn) = repaired(&digits) else { return Ok(()) };
        for wrong in one_digit_changed(&inn) {
            prop_assert!(Inn::parse(&wrong).is_err(), "{} {}", inn, wrong);
        }
    }

    #[test]
    fn an_account_with_its_bic_notices_every_single_wrong_digit(digits in "[0-9]{20}", bic in "[0-9]{9}") {
        let bic = Bic::parse(&bic).unwrap();
        let account = account_for(&bic, &digits);
        prop_assert!(SettlementAccount::parse(&account).unwrap().check_key(&bic).is_ok());
        for wrong in one_digit_changed(&account) {
            prop_assert!(SettlementAccount::parse(&wrong).unwrap().check_key(&bic).is_err());
        }
    }

    #[test]
    fn the_digit_named_as_expected_makes_the_number_valid(digits in "[0-9]{10}|[0-9]{12}") {
        if let Some(inn) = repaired(&digits) {
            prop_assert!(Inn::parse(&inn).is_ok());
        }
    }
}
