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
    /// The name of the API token that it was done with; empty where the person is not told.
    pub token: Option<String>,
    pub side: Side,
    /// The company they work for.
    pub company: String,
}

impl Author {
    /// The side alone, and the company.
    #[must_use]
    pub fn without_name(self) -> Self {
        Self { key: String::new(), name: None, token: None, ..self }
    }

    /// The same by a token: named where the person is.
    #[must_use]
    pub fn with_token(self, token: Option<&str>) -> Self {
        let is_told = self.name.is_some();
        Self { token: token.map(|name| if is_told { name.to_owned() } else { String::new() }), ..self }
    }
}
