//! The keys of pasted accounts against the pasted BIC.

use super::Checked;
use crate::requisites::paste::{Known, Slot};
use crate::requisites::{Bank, Bic, CorrespondentAccount, SettlementAccount, held_at};
use crate::values::Problem;

/// Of several BICs an account may fit any; without one nothing is said.
pub(super) fn check(values: &mut [Checked], bics: &[Bic], known: &Known) {
    for value in values.iter_mut().filter(|value| value.problem.is_none()) {
        let results: Vec<_> = bics.iter().map(|bic| check_one(value, bic, known.banks.get(bic))).collect();
        if results.iter().all(Result::is_err) {
            value.problem = results.into_iter().find_map(Result::err);
        }
    }
}

/// The open correspondent accounts of the bank, where another one was pasted.
pub(super) fn accounts_of_bank(pasted: &str, bics: &[Bic], known: &Known) -> Vec<String> {
    let [bic] = bics else { return Vec::new() };
    let accounts = known.banks.get(bic).into_iter().flat_map(Bank::correspondent_accounts);
    let accounts: Vec<String> = accounts.map(str::to_owned).collect();
    if accounts.iter().any(|account| account == pasted) { Vec::new() } else { accounts }
}

/// As the form checks it, with this bank's entry.
fn check_one(value: &Checked, bic: &Bic, bank: Option<&Bank>) -> Result<(), Problem> {
    match value.slot {
        Slot::Account => held_at::refuse_settlement(&SettlementAccount::parse(&value.text)?, bic, bank),
        Slot::CorrespondentAccount => {
            held_at::check_correspondent(&CorrespondentAccount::parse(&value.text)?, bic, bank)
        }
        _ => Ok(()),
    }
}
