//! Ways of writing, one by one.

mod doubts;
mod known_numbers;
mod labels;
mod malformed;

use super::*;
use crate::requisites::{BankAccount, Proposal};
use crate::values::{Lang, Problem, message};

pub(super) fn good(field: &str, value: &str) -> Proposal {
    Proposal {
        field: field.to_owned(),
        value: value.to_owned(),
        problem: None,
        is_ambiguous: false,
        instead: Vec::new(),
    }
}

pub(super) fn bad(field: &str, value: &str, problem: Problem) -> Proposal {
    Proposal { problem: Some(problem), ..good(field, value) }
}

pub(super) fn picked(field: &str, value: &str) -> Proposal {
    Proposal { is_ambiguous: true, ..good(field, value) }
}

pub(super) fn proposals(text: &str, known: &Known) -> Vec<Proposal> {
    read(text, known).proposals
}

/// Directories that know three invented banks and one company.
pub(super) fn known() -> Known {
    let banks = [
        bank("040613746", "АО \"ТЕСТБАНК\"", "г Примерск", "30101810300000000746"),
        bank("040613748", "ПАО \"ПРИМЕР-БАНК\"", "г Примерск", "30101810900000000748"),
        bank("040613752", "НКО \"БЕЗ СЧЕТА\"", "", ""),
    ];
    let inns = ["0017000016"].into_iter().map(|inn| Inn::parse(inn).unwrap()).collect();
    Known { banks: banks.into_iter().map(|bank| (bank.bic.clone(), bank)).collect(), inns }
}

fn bank(bic: &str, name: &str, city: &str, account: &str) -> Bank {
    let account = BankAccount {
        number: account.to_owned(),
        kind: "CRSA".to_owned(),
        unit: Bic::parse("040613001").ok(),
        is_open: true,
        restrictions: Vec::new(),
    };
    Bank {
        bic: Bic::parse(bic).unwrap(),
        name: name.to_owned(),
        city: city.to_owned(),
        participant_type: "20".to_owned(),
        head_office: None,
        date_out: None,
        restrictions: Vec::new(),
        accounts: Some(account).filter(|account| !account.number.is_empty()).into_iter().collect(),
    }
}

fn fields(text: &str) -> Vec<(String, String)> {
    let pasted = proposals(text, &Known::default());
    pasted.into_iter().map(|proposal| (proposal.field, proposal.value)).collect()
}

fn assert_reads(text: &str, expected: &[(&str, &str)]) {
    let read = fields(text);
    let read: Vec<(&str, &str)> = read.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    assert_eq!(read, expected, "{text}");
}
