//! The requisites of a form as a whole: every number alone, then the numbers against each other.

use serde::{Deserialize, Serialize};

use super::{BankRecord, Bic, CorrespondentAccount, Inn, Kpp, Notice, NoticeKind, SettlementAccount, held_at};
use crate::values::{Invalid, Problem, optional};

/// The requisites as typed, by their names on the wire. All may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequisitesDraft {
    pub inn: String,
    pub kpp: String,
    pub correspondent_account: String,
    pub bic: String,
    pub account: String,
}

/// Requisites that passed every check; any of them may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requisites {
    inn: Option<Inn>,
    kpp: Option<Kpp>,
    correspondent_account: Option<CorrespondentAccount>,
    bic: Option<Bic>,
    account: Option<SettlementAccount>,
}

impl RequisitesDraft {
    /// Checks each field and the fields against each other and against what the directory says of this BIC; all problems
    /// at once, by the field's name on the wire.
    pub fn check(&self, bank: &BankRecord) -> Result<Requisites, Invalid> {
        let (requisites, invalid) = self.read(bank);
        invalid.into_result().map(|()| requisites)
    }

    /// What is worth a look in the fields that are not refused, while others may still be.
    pub fn notices(&self, bank: &BankRecord) -> Vec<Notice> {
        let (requisites, invalid) = self.read(bank);
        let is_refused = |field: &str| invalid.first(field).is_some();
        let mut notices = requisites.notices(bank);
        notices.retain(|notice| {
            let asks_for_bic = notice.kind == NoticeKind::KeyUnchecked;
            !is_refused(notice.field) && !(asks_for_bic && is_refused("bic"))
        });
        notices
    }

    /// Whatever can be read, and every reason to refuse.
    fn read(&self, bank: &BankRecord) -> (Requisites, Invalid) {
        let mut invalid = Invalid::default();
        let inn = optional(&self.inn, Inn::parse);
        let is_person = is_person(&inn);
        let account = optional(&self.account, SettlementAccount::parse);
        let correspondent = optional(&self.correspondent_account, CorrespondentAccount::parse);
        let requisites = Requisites {
            inn: invalid.check("inn", inn).flatten(),
            kpp: invalid.check("kpp", optional(&self.kpp, Kpp::parse)).flatten(),
            bic: invalid.check("bic", optional(&self.bic, Bic::parse)).flatten(),
            account: invalid.check("account", account).flatten(),
            correspondent_account: invalid.check("correspondent_account", correspondent).flatten(),
        };
        if is_person && requisites.kpp.is_some() {
            invalid.add("kpp", Problem::KppForPerson);
        }
        requisites.check_keys(bank, &mut invalid);
        (requisites, invalid)
    }
}

impl Requisites {
    fn check_keys(&self, bank: &BankRecord, invalid: &mut Invalid) {
        let Some(bic) = &self.bic else { return };
        let entry = bank.entry(bic);
        if let Some(account) = &self.account {
            invalid.check("account", held_at::refuse_settlement(account, bic, entry));
        }
        if let Some(account) = &self.correspondent_account {
            invalid.check("correspondent_account", held_at::check_correspondent(account, bic, entry));
        }
    }

    /// What does not refuse the save but is worth a look, in the order of the form.
    pub fn notices(&self, bank: &BankRecord) -> Vec<Notice> {
        super::notice::notices(self, bank)
    }

    pub fn inn(&self) -> Option<&Inn> {
        self.inn.as_ref()
    }

    pub fn kpp(&self) -> Option<&Kpp> {
        self.kpp.as_ref()
    }

    pub fn correspondent_account(&self) -> Option<&CorrespondentAccount> {
        self.correspondent_account.as_ref()
    }

    pub fn bic(&self) -> Option<&Bic> {
        self.bic.as_ref()
    }

    pub fn account(&self) -> Option<&SettlementAccount> {
        self.account.as_ref()
    }
}

/// Twelve digits say "person" even while the control digits are still wrong.
fn is_person(inn: &Result<Option<Inn>, Problem>) -> bool {
    match inn {
        Ok(inn) => inn.as_ref().is_some_and(Inn::is_person),
        Err(Problem::InnControl { expected }) => expected.len() == 2,
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) use tests::draft;
