//! Who holds an account, and so by which digits its key is computed: the bank, or a unit of the Bank of Russia that the
//! directory ties it to.

use super::{Bank, BankAccount, Bic, CorrespondentAccount, SettlementAccount};
use crate::values::Problem;

/// The rule of a save, of a payment code and of a pasted text alike: a wrong key of a client's account, where it refuses.
/// `entry` is the directory's of this BIC.
pub(super) fn refuse_settlement(account: &SettlementAccount, bic: &Bic, entry: Option<&Bank>) -> Result<(), Problem> {
    if key_refuses(entry) { check_settlement(account, bic, entry) } else { Ok(()) }
}

/// The key of a client's account. One that the directory lists at this bank with its unit (`AccountCBRBIC`), or as a bank
/// account of a unit (BANA), is keyed by the unit; any other by the bank.
pub(super) fn check_settlement(account: &SettlementAccount, bic: &Bic, entry: Option<&Bank>) -> Result<(), Problem> {
    match listed(account.as_str(), entry) {
        Some(BankAccount { unit: Some(unit), .. }) => account.check_key_at_unit(unit),
        Some(listed) if listed.kind == "BANA" => account.check_key_at_unit(bic),
        _ => account.check_key(bic),
    }
}

/// The key of a correspondent account: by the unit that the directory names, else by the bank's own BIC.
pub(super) fn check_correspondent(
    account: &CorrespondentAccount,
    bic: &Bic,
    entry: Option<&Bank>,
) -> Result<(), Problem> {
    let unit = listed(account.as_str(), entry).and_then(|listed| listed.unit.as_ref());
    account.check_key(unit.unwrap_or(bic))
}

/// Whether a wrong key of a client's account refuses the save. It does at credit organizations and their branches
/// (`PtType` 20, 30) and where the BIC is not known. It was never measured at other participants (units and field
/// offices of the Bank of Russia, treasury, foreign, indirect, clearing, in liquidation, codes not known yet): there it
/// is worth a warning, no more.
fn key_refuses(entry: Option<&Bank>) -> bool {
    entry.is_none_or(Bank::is_credit_organization)
}

fn listed<'a>(number: &str, entry: Option<&'a Bank>) -> Option<&'a BankAccount> {
    entry?.account(number)
}
