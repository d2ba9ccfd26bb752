//! The words of the second factor: whether it is on, how it is set up, and what a sign-in comes to.

use serde::{Deserialize, Serialize};

use crate::values::{FullName, Problem, QrDrawing};

/// What a right password leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    SignedIn,
    /// The second factor is asked for on a page of its own.
    CodeAwaited,
}

/// Whether signing in asks for more than the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    Off,
    /// With so many recovery codes left. Without an app it is passkeys alone that are asked for.
    On {
        codes_left: u32,
        has_app: bool,
    },
}

impl SecondFactor {
    pub fn is_on(self) -> bool {
        matches!(self, Self::On { .. })
    }

    /// Whether an authenticator app makes codes for it.
    pub fn has_app(self) -> bool {
        matches!(self, Self::On { has_app: true, .. })
    }
}

/// What the person's device is to take over. It guards nothing before one of its codes was right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorSetUp {
    /// Base32, for typing in.
    pub secret: String,
    pub drawing: QrDrawing,
}

/// Ten codes, each good once, shown once.
pub type RecoveryCodes = Vec<String>;

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    pub id: String,
    pub name: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds. Nothing when it was never asked for.
    pub last_used_at: Option<i64>,
}

/// 1–100 characters on one line, for a person to tell passkeys apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyName(String);

impl PasskeyName {
    /// The longest name, in characters.
    pub const MAX: u32 = 100;

    /// Trims; reads like a name of a person.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let name = FullName::parse(raw)?.as_str().to_owned();
        let actual = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
        if actual > Self::MAX { Err(Problem::TooLong { max: Self::MAX, actual }) } else { Ok(Self(name)) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_has_a_name_of_at_most_a_hundred_characters() {
        assert_eq!(PasskeyName::parse("  Ноутбук ").unwrap().as_str(), "Ноутбук");
        assert_eq!(PasskeyName::parse(" "), Err(Problem::Required));
        assert!(PasskeyName::parse(&"я".repeat(100)).is_ok());
        assert_eq!(PasskeyName::parse(&"я".repeat(101)), Err(Problem::TooLong { max: 100, actual: 101 }));
    }
}
