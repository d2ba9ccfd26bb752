//! What a company is granted beside money.

use serde::{Deserialize, Serialize};

/// It may end a suspension; that it has ended, or is less, may begin one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grant {
    Limit,
    TemporaryLimit,
    Postponement,
}

impl Grant {
    pub const ALL: [Self; 3] = [Self::Limit, Self::TemporaryLimit, Self::Postponement];

    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::TemporaryLimit => "temporary_limit",
            Self::Postponement => "postponement",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grant| grant.as_str() == text)
    }
}
