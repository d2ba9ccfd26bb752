//! The words of the companies desk: what a company is, and what the edit dialog is given.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::field::Field;
use crate::money::{Ground, Suspended};
use crate::people::Employee;
use crate::values::{CompanyId, Kopecks, Version};

/// What a company is in the tree of resellers, which is one level deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The operator's own company, ID 1.
    Platform,
    /// Has affiliates and a domain of its own.
    Reseller,
    /// Belongs to exactly one reseller.
    Affiliate,
    StandAlone,
}

impl Kind {
    /// As stored and as sent in the operator's form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Reseller => "reseller",
            Self::Affiliate => "affiliate",
            Self::StandAlone => "stand_alone",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Platform, Self::Reseller, Self::Affiliate, Self::StandAlone]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// Beside the changed fields of a save, by wire name: why the credit limit is another, at most 500 characters. It stands in
/// the letter to the company and in the audit log.
pub const REASON: &str = "reason";

/// The dialog's fields as text, as typed or as stored. Only fields that the person may see are in it.
pub type Draft = BTreeMap<Field, String>;

/// A company as the edit dialog opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyForm {
    pub id: CompanyId,
    /// What the save must be based on.
    pub version: Version,
    pub kind: Kind,
    /// Whether this is the signed-in person's own company.
    pub is_own: bool,
    pub is_confirmed: bool,
    pub balance: Kopecks,
    pub credit_limit: Kopecks,
    /// The limit with what was granted on top of it for a time.
    pub effective_limit: Kopecks,
    /// What suspends it, if anything does.
    pub suspended: Option<Suspended>,
    /// What a preview of an edit of the credit rests on, for whoever edits it.
    pub ground: Option<Ground>,
    /// The stored values of the fields that this person may edit.
    pub fields: Draft,
    /// Everybody with administrator rights, the earliest first.
    pub administrators: Vec<Employee>,
}

impl CompanyForm {
    /// Takes over newer facts about the credit.
    pub fn stands_on(&mut self, ground: Ground) {
        self.balance = ground.account.balance;
        self.credit_limit = ground.account.limit;
        self.effective_limit = ground.account.effective_limit(ground.at);
        self.ground = Some(ground);
    }
}

/// What a save did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// The record as it stands now.
    pub form: CompanyForm,
    /// What others changed since the dialog was opened, and was kept.
    pub merged: Vec<OthersEdit>,
    /// The version that this save wrote, by which it can be undone. Nothing where nothing was left to change.
    pub written: Option<Version>,
}

/// A field that somebody else changed meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OthersEdit {
    pub field: Field,
    pub by: String,
}

/// Both sides changed the same field, or the same group of requisites: nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The record as it stands now; the next save is based on its version.
    pub current: CompanyForm,
    pub fields: Vec<FieldConflict>,
    /// Changed by others alone, and kept.
    pub merged: Vec<OthersEdit>,
}

/// One field with its three values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldConflict {
    pub field: Field,
    pub theirs: String,
    pub yours: String,
    /// The value when the dialog was opened.
    pub original: String,
    pub by: String,
    /// When they saved, Unix milliseconds.
    pub at: i64,
}
