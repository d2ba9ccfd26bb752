//! The history of one company, as the page gets it: part by part, the newest save first.

use serde::{Deserialize, Serialize};

use super::Author;
use crate::companies::{Draft, Field};
use crate::money::{Ground, Impact};
use crate::values::{CompanyId, DAY_MS, Version};

/// So long after a save it can be undone, milliseconds.
pub const UNDO_MS: i64 = DAY_MS;

/// A part of the history. Fields that this person may not see are in none of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    pub company_id: CompanyId,
    pub company_name: String,
    /// The IANA name of the company's zone, in which its times are told.
    pub zone: String,
    /// What a restored value is based on.
    pub version: Version,
    /// Every field as it is now.
    pub current: Draft,
    /// By which it is told what an earlier limit or threshold would bring about, for whoever edits them.
    pub ground: Option<Ground>,
    pub saves: Vec<PastSave>,
    /// Where the next part begins: below this version. Nothing when this is all.
    pub next: Option<Version>,
    /// Everybody who has ever saved something, to choose from.
    pub authors: Vec<Author>,
}

/// One save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastSave {
    pub version: Version,
    /// Unix milliseconds.
    pub at: i64,
    /// Of the company's zone at that moment, minutes east of UTC.
    pub offset: i16,
    pub by: Author,
    /// The save that was taken back by this one.
    pub undoes: Option<Version>,
    /// Whether there is something to take back, and it is not too late.
    pub can_undo: bool,
    pub changes: Vec<PastChange>,
    /// The values that taking it back brings back, credit among them. Empty where it is not about credit, and where
    /// somebody has changed one of them since: then it would be refused.
    pub restores: Draft,
}

impl History {
    /// What giving a field an earlier value would bring about; nothing where it is not about credit.
    pub fn impact_of_restoring(&self, field: Field, value: &str) -> Option<Impact> {
        self.ground.as_ref()?.impact_of(&Draft::from([(field, value.to_owned())]))
    }

    /// What taking a save back would bring about; nothing where that is not about credit, or cannot be done.
    pub fn impact_of_undoing(&self, version: Version) -> Option<Impact> {
        let save = self.saves.iter().find(|save| save.version == version)?;
        self.ground.as_ref()?.impact_of(&save.restores)
    }
}

/// One field of a save, in its stored form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastChange {
    pub field: Field,
    pub old: String,
    pub new: String,
}
