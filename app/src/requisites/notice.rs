//! What is doubtful about requisites that may be saved all the same: each rule's notice, at its field, with its weight.

use super::{BankRecord, Requisites};
use crate::values::Lang;

mod account;
mod bank;
mod correspondent;
mod registration;
#[cfg(test)]
mod tests;
mod words;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// For information.
    Neutral,
    /// To be put right before an invoice is made; amber.
    Warning,
    /// The bank, or the organization, can hardly be paid any more; red. No invoice is made in its name.
    Alarm,
}

/// What was noticed. Days are `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// An organization's INN without a KPP.
    KppMissing,
    /// INN and KPP begin with different regions.
    OtherRegion {
        inn: String,
        kpp: String,
    },

    /// The legal address names another region than the INN begins with.
    AddressElsewhere {
        inn: String,
        address: &'static str,
    },

    /// No directory of banks is loaded.
    BankUnchecked,
    /// The loaded directory, of this day, has no such BIC.
    BicNotInDirectory {
        day: String,
    },
    /// LWRS stands at the entry.
    LicenceRevoked,
    /// The entry is a liquidator's or an insolvency administrator's (`PtType` 90).
    InLiquidation,
    /// The entry is a client outside the payment system (`PtType` 99).
    OutsidePaymentSystem,
    /// The entry was good up to this day.
    EntryEnded {
        day: String,
    },
    /// The directory restricts the bank, or this account of it. What the codes mean is the Bank of Russia's to say.
    Restricted {
        codes: Vec<String>,
    },

    /// An account without a BIC: its key could not be checked.
    KeyUnchecked,
    /// The key fails at a bank where that does not refuse the save.
    KeyDoubtful {
        expected: u8,
        position: u32,
    },
    /// A correspondent account that does not end in the bank's three digits.
    OtherBankEnding {
        expected: String,
    },
    /// The directory has these open correspondent accounts of the bank, and not the typed one.
    OtherThanDirectory {
        accounts: Vec<String>,
    },
    /// The bank has no open correspondent account in the directory.
    NoDirectoryAccount,
    /// A treasury body: it has a single treasury account in place of a correspondent one.
    TreasuryAccount {
        account: String,
    },
    /// The directory calls the typed account closed.
    AccountClosed,

    OrganizationAccountOfPerson,
    PersonAccountOfOrganization,
    /// The account's currency, by its digits, is not the rouble.
    ForeignCurrency {
        code: String,
    },
}

/// A notice at a field, named as on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    pub field: &'static str,
    pub level: Level,
    pub kind: NoticeKind,
}

impl Notice {
    /// The sentence under the field, without a full stop at its end.
    pub fn message(&self, lang: Lang) -> String {
        words::message(&self.kind, lang)
    }

    /// Values that the field may be given instead, at a person's word: accounts of the directory.
    pub fn offers(&self) -> &[String] {
        match &self.kind {
            NoticeKind::OtherThanDirectory { accounts } => accounts,
            NoticeKind::TreasuryAccount { account } => std::slice::from_ref(account),
            _ => &[],
        }
    }

    fn neutral(field: &'static str, kind: NoticeKind) -> Self {
        Self { field, level: Level::Neutral, kind }
    }

    fn warning(field: &'static str, kind: NoticeKind) -> Self {
        Self { field, level: Level::Warning, kind }
    }

    fn alarm(field: &'static str, kind: NoticeKind) -> Self {
        Self { field, level: Level::Alarm, kind }
    }
}

/// What the legal address says of the region, beside the INN.
pub fn address_notice(inn: &str, legal_address: &str) -> Option<Notice> {
    registration::address_notice(inn, legal_address)
}

pub(super) fn notices(requisites: &Requisites, record: &BankRecord) -> Vec<Notice> {
    let mut notices = Vec::new();
    notices.extend(registration::notice(requisites));
    if let Some(bic) = requisites.bic() {
        bank::note(bic, record, &mut notices);
    }
    correspondent::note(requisites, record, &mut notices);
    account::note(requisites, record, &mut notices);
    notices
}
