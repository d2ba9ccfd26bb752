//! Who holds an account, and so by which digits its key is computed: the bank, or a unit of the Bank of Russia that the
//! directory ties it to.

use super::{BankAccount, BankRecord, Bic, CorrespondentAccount, SettlementAccount};
use crate::values::Problem;

/// The key of a client's account. One that the directory lists at this bank with its unit (`AccountCBRBIC`), or as a bank
/// account of a unit (BANA), is keyed by the unit; any other by the bank.
pub(super) fn check_settlement(account: &SettlementAccount, bic: &Bic, record: &BankRecord) -> Result<(), Problem> {
    match listed(account.as_str(), bic, record) {
        Some(BankAccount { unit: Some(unit), .. }) => account.check_key_at_unit(unit),
        Some(listed) if listed.kind == "BANA" => account.check_key_at_unit(bic),
        _ => account.check_key(bic),
    }
}

/// The key of a correspondent account: by the unit that the directory names, else by the bank's own BIC.
pub(super) fn check_correspondent(
    account: &CorrespondentAccount,
    bic: &Bic,
    record: &BankRecord,
) -> Result<(), Problem> {
    let unit = listed(account.as_str(), bic, record).and_then(|listed| listed.unit.as_ref());
    account.check_key(unit.unwrap_or(bic))
}

/// Whether a wrong key of a client's account refuses the save. It does at credit organizations and their branches
/// (`PtType` 20, 30) and where the BIC is not known. It was never measured at other participants (units and field
/// offices of the Bank of Russia, treasury, foreign, indirect, clearing, in liquidation, codes not known yet): there it
/// is worth a warning, no more.
pub(super) fn key_refuses(bic: &Bic, record: &BankRecord) -> bool {
    record.entry(bic).is_none_or(super::Bank::is_credit_organization)
}

fn listed<'a>(number: &str, bic: &Bic, record: &'a BankRecord) -> Option<&'a BankAccount> {
    record.entry(bic)?.account(number)
}
