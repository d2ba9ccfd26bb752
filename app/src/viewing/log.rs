//! The words of viewing: what goes on, what was allowed, and what has been looked at.

use serde::{Deserialize, Serialize};

use crate::values::{DAY_MS, HOUR_MS};

/// Where a person who looks through another's eyes stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewing {
    pub id: String,
    /// Whose eyes, and of which company.
    pub full_name: String,
    pub company: String,
    /// Rounded up, when the page was asked for.
    pub minutes_left: u32,
}

/// For how long a company allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentTerm {
    Hour,
    Day,
    UntilWithdrawn,
}

impl ConsentTerm {
    pub const ALL: [Self; 3] = [Self::Hour, Self::Day, Self::UntilWithdrawn];

    /// As sent in the form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::UntilWithdrawn => "until_withdrawn",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.as_str() == text)
    }

    /// Milliseconds; nothing when it has no end.
    pub fn length_ms(self) -> Option<i64> {
        match self {
            Self::Hour => Some(HOUR_MS),
            Self::Day => Some(DAY_MS),
            Self::UntilWithdrawn => None,
        }
    }
}

/// A company's standing permission. Instants are Unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub given_by: String,
    /// Nothing: until it is withdrawn.
    pub until: Option<i64>,
}

/// One look at the company, as its administrators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastViewing {
    pub id: String,
    /// Nothing for the platform's operators, who are no persons to others.
    pub viewer: Option<String>,
    pub through: String,
    pub reason: String,
    pub has_consent: bool,
    pub begun_at: i64,
    /// Nothing while it goes on.
    pub ended_at: Option<i64>,
    /// The paths that were looked at, in their order.
    pub pages: Vec<String>,
}

/// What a company's administrators see on the profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewingLog {
    pub consent: Option<Consent>,
    /// The latest first.
    pub past: Vec<PastViewing>,
    /// Of the zone that times are told in, minutes east of UTC.
    pub zone_offset_minutes: i16,
}
