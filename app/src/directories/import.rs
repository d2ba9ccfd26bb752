//! The directory of banks as it is loaded, and the tries to load it.

use serde::{Deserialize, Serialize};

use super::ImportRefusal;

/// What is loaded, and the latest tries, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankDirectory {
    /// `BusinessDay` of the loaded directory, `YYYY-MM-DD`; nothing while none is loaded.
    pub business_day: Option<String>,
    pub entries: u32,
    pub accounts: u32,
    pub tries: Vec<ImportTry>,
    /// Requests to the look-up service since the server's start; nothing while no key is set.
    pub look_ups: Option<LookUpCounts>,
    /// The IANA name of the reader's time zone and its offset now, minutes east of UTC: the zone of the times shown.
    pub zone: String,
    pub offset_minutes: i16,
}

/// How requests to the look-up service ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookUpCounts {
    pub answered: u64,
    pub failed: u64,
}

/// One try to load a file. A try that was refused has changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportTry {
    pub number: i64,
    /// Unix milliseconds.
    pub at: i64,
    /// Who sent the file; nobody where it came from the command line.
    pub by: Option<String>,
    pub file_name: String,
    /// As far as the file could be read.
    pub report: Option<ImportReport>,
    /// Why the directory stayed as it was.
    pub refusal: Option<ImportRefusal>,
}

/// What a file holds, and what it changes or would have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// `YYYY-MM-DD`.
    pub business_day: String,
    pub entries: u32,
    pub accounts: u32,
    pub added: u32,
    pub changed: u32,
    pub gone: u32,
}
