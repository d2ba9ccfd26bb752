//! A correspondent account whose key does not fit the BIC, or that is another bank's.

use super::account::{REPAIRS, swaps};
use super::{Candidate, Diagnosis, Remark, Why};
use crate::requisites::{BankRecord, Bic, CorrespondentAccount, RequisitesDraft, expected_key, held_at};

const FIELD: &str = "correspondent_account";

pub(super) fn diagnose(
    draft: &RequisitesDraft,
    record: &BankRecord,
    known: &dyn Fn(&str) -> bool,
) -> Option<Diagnosis> {
    let bic = Bic::parse(&draft.bic).ok()?;
    let account = CorrespondentAccount::parse(&draft.correspondent_account).ok()?;
    let bank = record.entry(&bic);
    if bank.and_then(|bank| bank.account(account.as_str())).is_some_and(|listed| listed.is_open) {
        return None;
    }
    let by_directory = bank.into_iter().flat_map(|bank| bank.correspondent_accounts());
    let mut candidates: Vec<Candidate> =
        by_directory.map(|number| Candidate { field: FIELD, value: number.to_owned(), why: Why::Known }).collect();
    let fits = |account: &CorrespondentAccount| held_at::check_correspondent(account, &bic, record.entry(&bic)).is_ok();
    if !fits(&account) {
        let is_meant = |account: &CorrespondentAccount| account.ends_as(&bic) && fits(account);
        let is_meant = |number: &str| CorrespondentAccount::parse(number).is_ok_and(|account| is_meant(&account));
        candidates.extend(swaps(FIELD, account.as_str(), &is_meant));
        return Some(Diagnosis::new(candidates, REPAIRS, Remark::AnyDigit(REPAIRS)));
    }
    if account.ends_as(&bic) {
        return (!candidates.is_empty()).then(|| Diagnosis::new(candidates, 0, Remark::Nothing));
    }
    // Before the account: of two that are as likely, the BIC is the shorter to read.
    let other = format!("{}{}", &bic.as_str()[..6], &account.as_str()[17..]);
    let why = if known(&other) { Why::Known } else { Why::Fits };
    candidates.insert(0, Candidate { field: "bic", value: other.clone(), why });
    if bank.is_none() {
        candidates.push(Candidate { field: FIELD, value: of_bank(&account, &bic), why: Why::Fits });
    }
    Some(Diagnosis::new(candidates, 0, Remark::OtherBank(other)))
}

/// The account with the bank's own digits at its end and the key that they call for.
fn of_bank(account: &CorrespondentAccount, bic: &Bic) -> String {
    let with_key =
        |key: u8| format!("{}{key}{}{}", &account.as_str()[..8], &account.as_str()[9..17], bic.organization());
    with_key(expected_key(bic.unit_prefix(), &with_key(0)))
}
