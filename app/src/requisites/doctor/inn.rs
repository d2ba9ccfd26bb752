//! A wrong INN: the numbers that one slip away from it pass the check.

use super::slips::{key_distance, neighbours_swapped, one_digit_changed};
use super::{Candidate, Diagnosis, Remark, Why};
use crate::requisites::Inn;
use crate::requisites::typed::digits;
use crate::values::Problem;

/// A twelve-digit INN has few one-digit repairs: all are candidates. A ten-digit one has about ten, of which only the
/// control digit's is one: nothing speaks for any of the others, unless it is known.
pub(super) fn diagnose(typed: &str, known: &dyn Fn(&str) -> bool) -> Option<Diagnosis> {
    let inn = digits(typed).ok()?;
    match Inn::parse(&inn) {
        Err(Problem::InnLength { digits: 11 }) => Some(Diagnosis::new(Vec::new(), 0, Remark::MissingOrExtra)),
        Err(Problem::InnControl { .. }) => Some(of_slips(&inn, known)),
        _ => None,
    }
}

/// Every INN that passes and is one slip away: what a directory may be asked about.
pub fn near_inns(typed: &str) -> Vec<String> {
    let Ok(inn) = digits(typed) else { return Vec::new() };
    [neighbours_swapped(&inn, 0), one_digit_changed(&inn)].concat().into_iter().filter(|inn| passes(inn)).collect()
}

fn of_slips(inn: &str, known: &dyn Fn(&str) -> bool) -> Diagnosis {
    let mut candidates = Vec::new();
    let mut offer = |value: String, why| {
        let why = if known(&value) { Why::Known } else { why };
        candidates.push(Candidate { field: "inn", value, why });
    };
    let swaps: Vec<String> = neighbours_swapped(inn, 0).into_iter().filter(|inn| passes(inn)).collect();
    let mut repairs: Vec<String> = one_digit_changed(inn).into_iter().filter(|inn| passes(inn)).collect();
    repairs.sort_by_key(|repair| key_distance(inn, repair));
    let all = swaps.len() + repairs.len();
    for swap in swaps {
        offer(swap, Why::Swap);
    }
    let is_person = inn.len() == 12;
    for repair in &repairs {
        if is_person || repair[..9] == inn[..9] || known(repair) {
            offer(repair.clone(), Why::Digit);
        }
    }
    let mut diagnosis = Diagnosis::new(candidates, 0, Remark::Nothing);
    diagnosis.others = all - diagnosis.candidates.len();
    diagnosis.remark = match (diagnosis.others, &repairs[..]) {
        (0, []) => Remark::SeveralWrong,
        (0, [only]) => Remark::OnlyOne(only.clone()),
        (0, _) => Remark::NoOthers,
        (others, _) => Remark::OthersFit(others),
    };
    diagnosis
}

fn passes(inn: &str) -> bool {
    Inn::parse(inn).is_ok()
}
