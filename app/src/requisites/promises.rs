//! What the checks promise and what they do not, measured: a page must not claim more.

use proptest::prelude::*;

use super::doctor::{neighbours_swapped, one_digit_changed};
use super::{Bic, Inn, Kpp, Ogrn, SettlementAccount};
use crate::values::Problem;

mod measured;

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

fn fits(bic: &Bic, account: &str) -> bool {
    SettlementAccount::parse(account).is_ok_and(|account| account.check_key(bic).is_ok())
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
        prop_assert!(fits(&bic, &account));
        for wrong in one_digit_changed(&account) {
            prop_assert!(!fits(&bic, &wrong), "{} {}", account, wrong);
        }
    }

    #[test]
    fn a_wrong_account_has_exactly_twenty_repairs_of_one_digit(digits in "[0-9]{20}", bic in "[0-9]{9}") {
        let bic = Bic::parse(&bic).unwrap();
        let repairs = one_digit_changed(&digits).into_iter().filter(|account| fits(&bic, account)).count();
        prop_assert_eq!(repairs, if fits(&bic, &digits) { 0 } else { 20 });
    }

    #[test]
    fn the_digit_named_as_expected_makes_the_number_valid(digits in "[0-9]{10}|[0-9]{12}") {
        if let Some(inn) = repaired(&digits) {
            prop_assert!(Inn::parse(&inn).is_ok());
        }
    }

    #[test]
    fn the_digit_named_as_expected_makes_a_registration_number_valid(digits in "[0-9]{13}|[0-9]{15}") {
        if let Err(Problem::OgrnControl { expected }) = Ogrn::parse(&digits) {
            let repaired = format!("{}{expected}", &digits[..digits.len() - 1]);
            prop_assert!(Ogrn::parse(&repaired).is_ok(), "{}", repaired);
        }
    }

    #[test]
    fn a_kpp_and_a_bic_notice_no_slip_at_all(digits in "[0-9]{9}") {
        for wrong in one_digit_changed(&digits).into_iter().chain(neighbours_swapped(&digits, 0)) {
            prop_assert!(Kpp::parse(&wrong).is_ok() && Bic::parse(&wrong).is_ok());
        }
    }
}
