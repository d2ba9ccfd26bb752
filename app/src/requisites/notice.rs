//! What is doubtful about requisites that may be saved all the same.

use serde::{Deserialize, Serialize};

use super::Requisites;
use crate::values::Lang;

mod words;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// For information.
    Neutral,
    /// To be put right before an invoice is made.
    Warning,
}

/// What was noticed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// An organization's INN without a KPP.
    KppMissing,
    /// An account without a BIC: its key could not be checked.
    KeyUnchecked,
    /// A correspondent account that does not end in the bank's three digits.
    OtherBankEnding {
        expected: String,
    },
    OrganizationAccountOfPerson,
    PersonAccountOfOrganization,
    /// The account's currency, by its digits, is not the rouble.
    ForeignCurrency {
        code: String,
    },
    /// INN and KPP begin with different regions.
    OtherRegion {
        inn: String,
        kpp: String,
    },
}

/// A notice at a field, named as on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    pub field: &'static str,
    pub level: Level,
    pub kind: NoticeKind,
}

impl Notice {
    /// The sentence under the field.
    pub fn message(&self, lang: Lang) -> String {
        words::message(&self.kind, lang)
    }
}

/// Accounts of organizations, by their first five digits (Bank of Russia, chart of accounts of banks).
const OF_ORGANIZATIONS: [&str; 9] = ["40501", "40502", "40503", "40601", "40602", "40603", "40701", "40702", "40703"];
/// The account of a sole proprietor.
const OF_PROPRIETOR: &str = "40802";
/// Roubles, in the digits of an account.
const ROUBLE: &str = "810";

pub(super) fn notices(requisites: &Requisites) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut note = |field, level, kind| notices.push(Notice { field, level, kind });
    if let Some(inn) = requisites.inn().filter(|inn| !inn.is_person()) {
        match requisites.kpp() {
            None => note("kpp", Level::Warning, NoticeKind::KppMissing),
            Some(kpp) if kpp.region() != inn.region() => {
                let kind = NoticeKind::OtherRegion { inn: inn.region().to_owned(), kpp: kpp.region().to_owned() };
                note("kpp", Level::Neutral, kind);
            }
            Some(_) => {}
        }
    }
    if let Some(account) = requisites.account() {
        if requisites.bic().is_none() {
            note("account", Level::Warning, NoticeKind::KeyUnchecked);
        }
        let kind = account.balance_account();
        match requisites.inn().map(super::Inn::is_person) {
            Some(true) if OF_ORGANIZATIONS.contains(&kind) => {
                note("account", Level::Warning, NoticeKind::OrganizationAccountOfPerson);
            }
            Some(false) if kind == OF_PROPRIETOR => {
                note("account", Level::Warning, NoticeKind::PersonAccountOfOrganization);
            }
            _ => {}
        }
        if account.currency() != ROUBLE {
            note("account", Level::Neutral, NoticeKind::ForeignCurrency { code: account.currency().to_owned() });
        }
    }
    if let Some(account) = requisites.correspondent_account() {
        match requisites.bic() {
            None => note("correspondent_account", Level::Warning, NoticeKind::KeyUnchecked),
            Some(bic) if !account.ends_as(bic) => {
                let kind = NoticeKind::OtherBankEnding { expected: bic.organization().to_owned() };
                note("correspondent_account", Level::Warning, kind);
            }
            Some(_) => {}
        }
    }
    notices
}
