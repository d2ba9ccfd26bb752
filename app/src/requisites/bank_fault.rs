//! Why the bank that a company has stored is not valid by the directory of BICs, beside its other requisites.

use serde::{Deserialize, Serialize};

use super::{Bank, BankRecord};
use crate::values::{CompanyId, Lang};

/// The gravest first: one is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BankFault {
    /// The directory has no such BIC.
    BicUnknown,
    /// Closed, without a licence, in liquidation or outside the payment system.
    OutOfUse,
    /// The stored correspondent account is not an open one of this bank.
    CorrespondentAccount,
}

/// A company whose stored bank or correspondent account is not valid by the loaded directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToFix {
    pub id: CompanyId,
    pub name: String,
    pub bic: String,
    pub reason: BankFault,
}

impl BankFault {
    /// Holds a stored correspondent account (which may be empty) against the BIC's entry in a loaded directory.
    /// `today` is the day in Moscow, `YYYY-MM-DD`.
    pub fn of(entry: Option<&Bank>, correspondent_account: &str, today: &str) -> Option<Self> {
        let Some(bank) = entry else { return Some(Self::BicUnknown) };
        if bank.is_out_of_use(today) {
            return Some(Self::OutOfUse);
        }
        let is_fine = correspondent_account.is_empty() || bank.has_open(correspondent_account);
        (!is_fine).then_some(Self::CorrespondentAccount)
    }

    /// What is wrong, to stand after the company's name.
    pub fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::BicUnknown, Lang::Ru) => "такого БИК нет в справочнике",
            (Self::BicUnknown, Lang::En) => "the directory has no such BIC",
            (Self::OutOfUse, Lang::Ru) => "банк закрыт, ликвидируется или лишен лицензии",
            (Self::OutOfUse, Lang::En) => "the bank is closed, in liquidation or without its licence",
            (Self::CorrespondentAccount, Lang::Ru) => "корр. счет не открыт у этого банка",
            (Self::CorrespondentAccount, Lang::En) => "the correspondent account is not open at this bank",
        }
    }
}

impl BankRecord {
    /// The same for this record; nothing while no directory is loaded.
    pub fn fault(&self, correspondent_account: &str) -> Option<BankFault> {
        self.business_day.as_ref()?;
        BankFault::of(self.bank.as_ref(), correspondent_account, &self.today)
    }
}

impl Bank {
    /// A liquidator's entry (`PtType` 90), a client outside the payment system (99), a revoked licence (LWRS), or an
    /// entry whose last day has passed. `today` is `YYYY-MM-DD`.
    pub fn is_out_of_use(&self, today: &str) -> bool {
        matches!(self.participant_type.as_str(), "90" | "99")
            || self.restrictions.iter().any(|code| code == "LWRS")
            || self.date_out.as_deref().is_some_and(|last| last < today)
    }

    /// Whether this is an open account that the field Correspondent account may hold.
    fn has_open(&self, account: &str) -> bool {
        self.correspondent_accounts().any(|open| open == account) || self.treasury_account() == Some(account)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BankAccount, Bic};
    use super::*;

    const OPEN: &str = "30101810300000000746";
    const TODAY: &str = "2026-11-23";

    fn account(number: &str, kind: &str, is_open: bool) -> BankAccount {
        BankAccount { number: number.to_owned(), kind: kind.to_owned(), unit: None, is_open, restrictions: vec![] }
    }

    fn bank() -> Bank {
        Bank {
            bic: Bic::parse("040613746").unwrap(),
            name: "АО \"ТЕСТБАНК\"".to_owned(),
            city: String::new(),
            participant_type: "20".to_owned(),
            head_office: None,
            date_out: None,
            restrictions: vec![],
            accounts: vec![account(OPEN, "CRSA", true), account("30101810500002000746", "CRSA", false)],
        }
    }

    fn fault(bank: &Bank, account: &str) -> Option<BankFault> {
        BankFault::of(Some(bank), account, TODAY)
    }

    #[test]
    fn a_bank_is_valid_with_its_open_account_or_none_stored() {
        assert_eq!(fault(&bank(), OPEN), None);
        assert_eq!(fault(&bank(), ""), None);
        assert_eq!(fault(&bank(), "30101810500002000746"), Some(BankFault::CorrespondentAccount));
        assert_eq!(BankFault::of(None, OPEN, TODAY), Some(BankFault::BicUnknown));
    }

    #[test]
    fn a_bank_out_of_use_is_told_before_its_account() {
        for (participant_type, restriction, date_out) in
            [("90", "", None), ("99", "", None), ("20", "LWRS", None), ("20", "", Some("2026-11-22"))]
        {
            let bank = Bank {
                participant_type: participant_type.to_owned(),
                restrictions: vec![restriction.to_owned()],
                date_out: date_out.map(str::to_owned),
                ..bank()
            };
            assert_eq!(fault(&bank, "1"), Some(BankFault::OutOfUse), "{participant_type} {restriction} {date_out:?}");
        }
        let last_day = Bank { date_out: Some(TODAY.to_owned()), restrictions: vec!["URRS".to_owned()], ..bank() };
        assert_eq!(fault(&last_day, OPEN), None);
    }

    #[test]
    fn a_treasury_body_has_its_single_account() {
        let account = account("40102810500000000001", "UTRA", true);
        let treasury = Bank { participant_type: "52".to_owned(), accounts: vec![account.clone()], ..bank() };
        assert_eq!(fault(&treasury, "40102810500000000001"), None);
        let bank = Bank { accounts: vec![account], ..bank() };
        assert_eq!(fault(&bank, "40102810500000000001"), Some(BankFault::CorrespondentAccount));
    }

    #[test]
    fn nothing_is_wrong_while_no_directory_is_loaded() {
        let record = BankRecord { today: TODAY.to_owned(), ..BankRecord::default() };
        assert_eq!(record.fault(OPEN), None);
        let loaded = BankRecord { business_day: Some(TODAY.to_owned()), ..record };
        assert_eq!(loaded.fault(OPEN), Some(BankFault::BicUnknown));
    }
}
