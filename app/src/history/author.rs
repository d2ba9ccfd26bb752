//! Who made a change, as those may know who look at it.

use serde::{Deserialize, Serialize};

/// From which side somebody acts on a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// One of its own people.
    Company,
    /// Somebody of its reseller.
    Reseller,
    /// An operator of the platform.
    Platform,
}

impl Side {
    pub const ALL: [Self; 3] = [Self::Company, Self::Reseller, Self::Platform];

    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Reseller => "reseller",
            Self::Platform => "platform",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.as_str() == text)
    }
}

/// What stands for every operator of the platform where the person is not told: [`Author::key`].
pub const PLATFORM: &str = "platform";

/// Whoever saved something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// What the history is narrowed by: the user ID, or [`PLATFORM`].
    pub key: String,
    /// Operators of the platform have one for each other only.
    pub name: Option<String>,
    pub side: Side,
    /// The company they work for.
    pub company: String,
}
