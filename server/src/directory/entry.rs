//! An entry of the directory with all that it says, codes as they stand there. What it leaves out is empty.

use app::requisites::{Bank, BankAccount, Bic};
use serde::{Deserialize, Serialize};

/// `BICDirectoryEntry`. Days are `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) bic: Bic,
    /// `NameP`, at most 160 characters.
    pub(crate) name: String,
    /// `EnglName`.
    pub(crate) english_name: String,
    /// `RegN`, the registration number at the Bank of Russia.
    pub(crate) registration_number: String,
    /// `CntrCd`, ISO 3166-1 alpha-2.
    pub(crate) country: String,
    /// `Rgn`, the first two digits of the region's OKATO code.
    pub(crate) region: String,
    /// `Ind`.
    pub(crate) postal_code: String,
    /// `Tnp`, "г".
    pub(crate) settlement_kind: String,
    /// `Nnp`.
    pub(crate) settlement: String,
    /// `Adr`.
    pub(crate) address: String,
    /// `PrntBIC`, the head office.
    pub(crate) head_office: Option<Bic>,
    /// `DateIn`.
    pub(crate) date_in: Option<String>,
    /// `DateOut`.
    pub(crate) date_out: Option<String>,
    /// `PtType`.
    pub(crate) participant_type: String,
    /// `Srvcs`.
    pub(crate) services: String,
    /// `XchType`.
    pub(crate) exchange: String,
    /// `UID`.
    pub(crate) uid: String,
    /// `RstrList`.
    pub(crate) restrictions: Vec<Restriction>,
    /// `SWBICS`.
    pub(crate) swift_codes: Vec<SwiftCode>,
    pub(crate) accounts: Vec<Account>,
}

/// `Accounts`: one account of the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) number: String,
    /// `RegulationAccountType`.
    pub(crate) kind: String,
    /// `AccountCBRBIC`, the unit that holds it.
    pub(crate) unit: Option<Bic>,
    pub(crate) date_in: Option<String>,
    pub(crate) date_out: Option<String>,
    /// `AccountStatus`: ACAC open, ACDL closed.
    pub(crate) status: String,
    /// `AccRstrList`.
    pub(crate) restrictions: Vec<Restriction>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Restriction {
    /// `Rstr`, `AccRstr`.
    pub(crate) code: String,
    /// `RstrDate`, `AccRstrDate`.
    pub(crate) since: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SwiftCode {
    /// `SWBIC`.
    pub(crate) code: String,
    /// `DefaultSWBIC`.
    pub(crate) is_default: bool,
}

impl From<&Entry> for Bank {
    fn from(entry: &Entry) -> Self {
        Self {
            bic: entry.bic.clone(),
            name: entry.name.clone(),
            city: format!("{} {}", entry.settlement_kind, entry.settlement).trim().to_owned(),
            participant_type: entry.participant_type.clone(),
            head_office: entry.head_office.clone(),
            date_out: entry.date_out.clone(),
            restrictions: codes(&entry.restrictions),
            accounts: entry.accounts.iter().map(BankAccount::from).collect(),
        }
    }
}

impl From<&Account> for BankAccount {
    fn from(account: &Account) -> Self {
        Self {
            number: account.number.clone(),
            kind: account.kind.clone(),
            unit: account.unit.clone(),
            is_open: account.status == "ACAC",
            restrictions: codes(&account.restrictions),
        }
    }
}

fn codes(restrictions: &[Restriction]) -> Vec<String> {
    restrictions.iter().map(|restriction| restriction.code.clone()).collect()
}
