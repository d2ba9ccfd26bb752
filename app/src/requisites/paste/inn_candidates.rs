//! What a wrong INN may have been meant to be: the doctor's word for a pasted text.

use std::collections::BTreeSet;

use crate::requisites::doctor::{Why, diagnose, near_inns};
use crate::requisites::{BankRecord, Inn, RequisitesDraft};
use crate::values::Problem;

/// The INN if it is valid, else every valid one a single slip away.
pub(super) fn itself_or_meant(number: &str) -> Vec<Inn> {
    match Inn::parse(number) {
        Ok(inn) => vec![inn],
        Err(Problem::InnControl { .. }) => near_inns(number).iter().filter_map(|inn| Inn::parse(inn).ok()).collect(),
        Err(_) => Vec::new(),
    }
}

/// The doctor's candidates. Of ten digits, nothing but a directory speaks for another one.
pub(super) fn offered(number: &str, known: &BTreeSet<Inn>) -> Vec<String> {
    let draft = RequisitesDraft { inn: number.to_owned(), ..RequisitesDraft::default() };
    let is_known = |inn: &str| Inn::parse(inn).is_ok_and(|inn| known.contains(&inn));
    let diagnosis = diagnose("inn", &draft, &BankRecord::default(), &is_known);
    let candidates = diagnosis.map(|diagnosis| diagnosis.candidates).unwrap_or_default();
    let speaks = |why: Why, inn: &str| why != Why::Digit || inn.len() == 12;
    candidates.into_iter().filter(|one| speaks(one.why, &one.value)).map(|one| one.value).collect()
}
