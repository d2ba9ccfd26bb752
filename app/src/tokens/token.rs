//! The words of the tokens part: what a token may do, and how it stands in the list.

use serde::{Deserialize, Serialize};

/// What a token may do. Nobody's includes users, tokens or sign-in details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Reads companies.
    Read,
    /// Reads, and changes what companies owe and are: limits, requisites, the ledger.
    Money,
    /// Reads, and asks about and records calls.
    Calls,
}

impl Permission {
    pub const ALL: [Self; 3] = [Self::Read, Self::Money, Self::Calls];
    /// What a new token can be given. No door asks for calls yet.
    pub const OFFERED: [Self; 2] = [Self::Read, Self::Money];

    /// As stored, as sent in the form, and as a refusal names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Money => "money",
            Self::Calls => "calls",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|permission| permission.as_str() == text)
    }
}

/// A token as its company's administrators see it. Instants are Unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiToken {
    pub id: String,
    pub name: String,
    pub permission: Permission,
    /// The first characters of the token.
    pub prefix: String,
    /// In CIDR form; empty: accepted from anywhere.
    pub networks: Vec<String>,
    pub created_by: String,
    pub expires_at: i64,
    pub is_expired: bool,
    pub last_used_at: Option<i64>,
    pub last_address: Option<String>,
}

/// The tokens of one company that are not revoked, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    pub tokens: Vec<ApiToken>,
    /// Whether the reader's second factor is asked for a new one.
    pub takes_code: bool,
    /// The company's time zone by its IANA name, and its offset now, minutes east of UTC: the zone of the times shown.
    pub zone: String,
    pub zone_offset_minutes: i16,
}

/// A token just made, with what is shown this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewToken {
    pub token: ApiToken,
    pub secret: String,
}
