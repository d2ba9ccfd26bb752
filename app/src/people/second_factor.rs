//! The words of the second factor: whether it is on, how it is set up, and what a sign-in comes to.

use serde::{Deserialize, Serialize};

use crate::values::QrDrawing;

/// What a right password leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    SignedIn,
    /// A code of the second factor is asked for on a page of its own.
    CodeAwaited,
}

/// Whether signing in asks for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    Off,
    /// With so many recovery codes left.
    On {
        codes_left: u32,
    },
}

impl SecondFactor {
    pub fn is_on(self) -> bool {
        matches!(self, Self::On { .. })
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
