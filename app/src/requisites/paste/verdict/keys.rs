//! The keys of pasted accounts against the pasted BIC.

use super::Checked;
use crate::requisites::paste::{Known, Slot};
use crate::requisites::{Bank, Bic, CorrespondentAccount, SettlementAccount};
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

fn check_one(value: &Checked, bic: &Bic, bank: Option<&Bank>) -> Result<(), Problem> {
    if bank.is_some_and(has_keys_of_its_own) {
        return Ok(());
    }
    let unit = bank.and_then(|bank| unit_of(&value.text, bank));
    match value.slot {
        Slot::Account => {
            let account = SettlementAccount::parse(&value.text)?;
            unit.map_or_else(|| account.check_key(bic), |unit| account.check_key_at_unit(unit))
        }
        Slot::CorrespondentAccount => CorrespondentAccount::parse(&value.text)?.check_key(unit.unwrap_or(bic)),
        _ => Ok(()),
    }
}

/// Units of the Bank of Russia and of the treasury: there a key that fails is worth a look, no more.
fn has_keys_of_its_own(bank: &Bank) -> bool {
    matches!(bank.participant_type.as_str(), "00" | "10" | "12" | "15" | "40" | "51" | "52")
}

/// The unit that holds the account, where the directory names it.
fn unit_of<'a>(number: &str, bank: &'a Bank) -> Option<&'a Bic> {
    bank.accounts.iter().find(|account| account.number == number)?.unit.as_ref()
}
