//! An account whose key does not fit the BIC.

use super::slips::{is_one_slip, neighbours_swapped};
use super::{Candidate, Diagnosis, Remark, Why};
use crate::requisites::{BankRecord, Bic, RequisitesDraft, SettlementAccount, held_at};

/// Every weight of the key is prime to ten: at each of the twenty places exactly one other digit makes it fit.
pub(super) const REPAIRS: usize = 20;
/// Before it stand the kind and the currency: a swap there would make it another sort of account.
const KEY: usize = 8;
/// Of more swaps than this, none is likelier than the digits that are not listed.
const FEW: usize = 2;

pub(super) fn diagnose(draft: &RequisitesDraft, record: &BankRecord) -> Option<Diagnosis> {
    let bic = Bic::parse(&draft.bic).ok()?;
    let account = SettlementAccount::parse(&draft.account).ok()?;
    let fits = |account: &SettlementAccount| held_at::check_settlement(account, &bic, record.entry(&bic)).is_ok();
    if fits(&account) {
        return None;
    }
    let typed = account.as_str();
    let listed = record.entry(&bic).into_iter().flat_map(|bank| &bank.accounts);
    let meant = listed.filter(|listed| listed.is_open && is_one_slip(typed, &listed.number));
    let mut candidates: Vec<Candidate> =
        meant.map(|listed| Candidate { field: "account", value: listed.number.clone(), why: Why::Known }).collect();
    candidates.extend(swaps("account", typed, &|number| SettlementAccount::parse(number).is_ok_and(|one| fits(&one))));
    Some(Diagnosis::new(candidates, REPAIRS, Remark::AnyDigit(REPAIRS)))
}

/// The swaps of neighbours that make the key fit, where they are few.
pub(super) fn swaps(field: &'static str, account: &str, fits: &dyn Fn(&str) -> bool) -> Vec<Candidate> {
    let fitting: Vec<String> = neighbours_swapped(account, KEY).into_iter().filter(|number| fits(number)).collect();
    if fitting.len() > FEW {
        return Vec::new();
    }
    fitting.into_iter().map(|value| Candidate { field, value, why: Why::Swap }).collect()
}
