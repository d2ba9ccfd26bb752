//! What was found, checked alone and together, as proposals for the form.

mod keys;

use super::found::{Found, Value, Weight};
use super::inn_candidates::offered;
use super::{Known, Slot, kpp_or_bic};
use crate::requisites::{Bic, Inn, Pasted, Proposal, SettlementAccount};
use crate::values::Problem;

/// A value that passed its own check or did not.
struct Checked {
    slot: Slot,
    text: String,
    problem: Option<Problem>,
    weight: Weight,
}

pub(super) fn judge(mut found: Found, known: &Known) -> Pasted {
    kpp_or_bic::settle(&mut found, known);
    let values = distinct(found.values);
    let (mut values, given_way) = without_doubtful(values);
    let bics: Vec<Bic> = of(&values, Slot::Bic).filter_map(|value| Bic::parse(&value.text).ok()).collect();
    if let [bic] = bics.as_slice() {
        name_the_bank(&mut values, bic, known);
    }
    keys::check(&mut values, &bics, known);
    refuse_kpp_of_person(&mut values);
    let mut proposals: Vec<(Slot, Proposal)> =
        values.iter().map(|value| (value.slot, proposal(value, &values, &bics, known))).collect();
    proposals.sort_by_key(|(slot, proposal)| (*slot, proposal.is_ambiguous));
    let rest = found.rest.into_iter().chain(given_way.into_iter().map(|value| value.text)).collect();
    Pasted { proposals: proposals.into_iter().map(|(_, proposal)| proposal).collect(), other: found.other, rest }
}

/// Each value as its field keeps it, once. Blank ones are none.
fn distinct(found: Vec<Value>) -> Vec<Checked> {
    let mut values: Vec<Checked> = Vec::new();
    for Value { slot, text, weight } in found {
        let (text, problem) = match slot.canonical(&text) {
            Ok(canonical) if canonical.is_empty() => continue,
            Err(Problem::Required) => continue,
            Ok(canonical) => (canonical, None),
            Err(problem) => (text, Some(problem)),
        };
        match values.iter_mut().find(|value| value.slot == slot && value.text == text) {
            Some(earlier) => earlier.weight = earlier.weight.max(weight),
            None => values.push(Checked { slot, text, problem, weight }),
        }
    }
    values
}

/// Guesses give way to anything better for their field.
fn without_doubtful(values: Vec<Checked>) -> (Vec<Checked>, Vec<Checked>) {
    let better: Vec<Slot> =
        values.iter().filter(|value| value.weight > Weight::Doubtful).map(|value| value.slot).collect();
    values.into_iter().partition(|value| value.weight > Weight::Doubtful || !better.contains(&value.slot))
}

/// The directory's name takes the place of whatever the text calls the bank.
fn name_the_bank(values: &mut Vec<Checked>, bic: &Bic, known: &Known) {
    let Some(bank) = known.banks.get(bic) else { return };
    let is_bank = |value: &Checked| {
        let is_named = [&bank.name, &bank.title()].into_iter().any(|name| letters(name) == letters(&value.text));
        value.slot == Slot::Bank || value.slot == Slot::Name && value.weight == Weight::Shown && is_named
    };
    let before = values.len();
    values.retain(|value| !is_bank(value));
    if values.len() < before {
        values.push(Checked { slot: Slot::Bank, text: bank.title(), problem: None, weight: Weight::Stated });
    }
}

/// For comparing names: quotation marks, case and spaces differ from text to text.
fn letters(name: &str) -> String {
    name.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn refuse_kpp_of_person(values: &mut [Checked]) {
    let inns = of(values, Slot::Inn).map(|value| Inn::parse(&value.text).is_ok_and(|inn| inn.is_person()));
    let inns: Vec<bool> = inns.collect();
    if inns.is_empty() || inns.contains(&false) {
        return;
    }
    for kpp in values.iter_mut().filter(|value| value.slot == Slot::Kpp) {
        kpp.problem.get_or_insert(Problem::KppForPerson);
    }
}

fn proposal(value: &Checked, values: &[Checked], bics: &[Bic], known: &Known) -> Proposal {
    let instead = match value.slot {
        Slot::Inn => offered(&value.text, &known.inns),
        Slot::CorrespondentAccount => keys::accounts_of_bank(&value.text, bics, known),
        _ => Vec::new(),
    };
    Proposal {
        field: value.slot.wire().to_owned(),
        value: value.text.clone(),
        problem: value.problem.clone(),
        is_ambiguous: is_ambiguous(value, values),
        instead,
    }
}

/// Among several the person picks, unless one of them is the plain choice.
fn is_ambiguous(value: &Checked, values: &[Checked]) -> bool {
    let same: Vec<&Checked> = of(values, value.slot).collect();
    if same.len() == 1 {
        return value.weight == Weight::Doubtful;
    }
    let is_plain = |one: &Checked| match one.slot {
        Slot::Account => is_in_roubles(one),
        _ => one.weight >= Weight::Shown,
    };
    let plain = same.iter().filter(|one| is_plain(one)).count();
    plain != 1 || !is_plain(value)
}

/// Invoices are in roubles: of two accounts the rouble one is meant.
fn is_in_roubles(value: &Checked) -> bool {
    const ROUBLE: &str = "810";
    SettlementAccount::parse(&value.text).is_ok_and(|account| account.currency() == ROUBLE)
}

fn of(values: &[Checked], slot: Slot) -> impl Iterator<Item = &Checked> {
    values.iter().filter(move |value| value.slot == slot)
}
