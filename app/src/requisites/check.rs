//! The requisites of a form as a whole: every number alone, then the numbers against each other.

use serde::{Deserialize, Serialize};

use super::{Bic, CorrespondentAccount, Inn, Kpp, Notice, SettlementAccount};
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RequisitesDraft", into = "RequisitesDraft")]
pub struct Requisites {
    inn: Option<Inn>,
    kpp: Option<Kpp>,
    correspondent_account: Option<CorrespondentAccount>,
    bic: Option<Bic>,
    account: Option<SettlementAccount>,
}

impl RequisitesDraft {
    /// Checks each field and the fields against each other, as far as that goes without a directory of
    /// banks; all problems at once, by the field's name on the wire.
    pub fn check(&self) -> Result<Requisites, Invalid> {
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
        requisites.check_keys(&mut invalid);
        invalid.into_result().map(|()| requisites)
    }
}

impl Requisites {
    fn check_keys(&self, invalid: &mut Invalid) {
        let Some(bic) = &self.bic else { return };
        if let Some(account) = &self.account {
            invalid.check("account", account.check_key(bic));
        }
        if let Some(account) = &self.correspondent_account {
            invalid.check("correspondent_account", account.check_key(bic));
        }
    }

    /// What does not refuse the save but is worth a look.
    pub fn notices(&self) -> Vec<Notice> {
        super::notice::notices(self)
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

impl TryFrom<RequisitesDraft> for Requisites {
    type Error = Invalid;

    fn try_from(draft: RequisitesDraft) -> Result<Self, Invalid> {
        draft.check()
    }
}

impl From<Requisites> for RequisitesDraft {
    fn from(requisites: Requisites) -> Self {
        Self {
            inn: text(requisites.inn),
            kpp: text(requisites.kpp),
            correspondent_account: text(requisites.correspondent_account),
            bic: text(requisites.bic),
            account: text(requisites.account),
        }
    }
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
