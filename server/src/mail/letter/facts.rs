//! What letters tell of: a person, a request, a company's account.

use app::money::Grant;
use app::requisites::BankFault;
use app::values::Kopecks;
use serde::{Deserialize, Serialize};

/// What has changed about a person's way to sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// By the person, who gave the one before.
    Password,
    /// By the link of a reset letter.
    PasswordReset,
    /// The address is this one from now on.
    Email {
        email: String,
    },
    /// The old address, this one, is in force again.
    EmailTakenBack {
        email: String,
    },
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesRenewed,
    /// Another system may now act in the person's name.
    TokenCreated {
        name: String,
    },
    /// Beside a passkey.
    AppAdded,
    /// A passkey is left.
    AppRemoved,
    PasskeyAdded {
        name: String,
    },
    PasskeyRemoved {
        name: String,
        /// Signing in takes the password alone from now on.
        was_last: bool,
    },
}

/// Who has done something about somebody else's account, as the person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Operator,
    /// An administrator of this company.
    Company(String),
}

/// The request that caused a letter: when, from which network address, in which browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    pub at: i64,
    pub address: String,
    pub user_agent: String,
    pub zone: String,
}

/// A company's account, as a letter about money tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFacts {
    pub company: String,
    pub company_id: i64,
    pub balance: Kopecks,
    pub effective_limit: Kopecks,
    /// The part of it that is granted for a time.
    #[serde(default)]
    pub temporary_limit: Option<Kopecks>,
    pub available: Kopecks,
    pub at: i64,
    pub zone: String,
}

/// The ledger entry that brought something about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFacts {
    pub number: i64,
    pub amount: Kopecks,
    pub balance_before: Kopecks,
}

/// What has ended one cause of a suspension; nothing of these where time did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub entry: Option<EntryFacts>,
    /// Of an end by hand.
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub grant: Option<Grant>,
}

/// A company whose stored bank is no longer valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultyBank {
    pub company: String,
    pub company_id: i64,
    pub bic: String,
    pub reason: BankFault,
}
