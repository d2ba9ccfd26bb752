//! An organization or a sole proprietor as a register describes it, and what a look-up by INN came to.

use serde::{Deserialize, Serialize};

mod status;

/// Register facts of one organization, branch or sole proprietor. Never accounts, phones or e-mail addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub inn: String,
    /// Empty for a sole proprietor, and for many branches.
    pub kpp: String,
    pub ogrn: String,
    /// The short name with its legal form, or "ИП " and the full name.
    pub name: String,
    pub legal_address: String,
    /// ACTIVE, LIQUIDATING, LIQUIDATED, BANKRUPT, REORGANIZING, or a word not known yet; empty where not told.
    pub status: String,
    pub is_branch: bool,
    /// The day the register's facts are of, `YYYY-MM-DD`; empty where not told.
    pub actual_on: String,
    pub source: PartySource,
}

/// Who said it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartySource {
    /// The platform's own directory: earlier look-ups and what the operator uploaded.
    #[default]
    Local,
    DaData,
}

/// What a look-up came to. What was found is good even where there was trouble: then it is the local directory's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookUp {
    /// The head office first, then its branches. Nothing: nobody has this INN, as far as is known.
    pub found: Vec<Party>,
    /// Why the service could not be asked.
    pub trouble: Option<LookUpTrouble>,
    /// Of an answer by the local directory: the day in Moscow on which it learned that, `YYYY-MM-DD`.
    pub as_of: Option<String>,
}

/// Why a look-up service did not answer as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookUpTrouble {
    /// No key is set: the local directory alone is asked.
    NoToken,
    /// 401 or 403: the key is refused, or its daily limit is reached.
    KeyRefused,
    /// 429: too many requests.
    LimitReached,
    /// No answer within three seconds.
    TimedOut,
    /// The service cannot be reached.
    Unreachable,
    /// 5xx or another status that nobody expects.
    ServiceFailed,
    /// An answer that cannot be read, or is over 1 MiB.
    BrokenAnswer,
}

impl LookUp {
    /// Whether what went wrong is worth a word although something was found: a missing key is not.
    pub fn trouble_matters(&self) -> bool {
        self.trouble.is_some_and(|trouble| trouble != LookUpTrouble::NoToken)
    }
}
