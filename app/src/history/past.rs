//! The history of one company, as the page gets it: part by part, the newest save first.

use serde::{Deserialize, Serialize};

use super::Author;
use crate::companies::{Draft, Field};
use crate::values::{CompanyId, Version};

/// So long after a save it can be undone, milliseconds.
pub const UNDO_MS: i64 = 24 * 60 * 60 * 1000;

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
}

/// One field of a save, in its stored form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastChange {
    pub field: Field,
    pub old: String,
    pub new: String,
}
