//! Letters that were given up on, as the operator sees them at `/support/letters`.

pub mod door;

use serde::{Deserialize, Serialize};

/// A letter that no retry will send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndeliveredLetter {
    pub id: String,
    pub to: String,
    pub subject: String,
    /// What the mail server said last.
    pub reason: String,
    pub attempts: u32,
    /// Unix milliseconds.
    pub created_at: i64,
}
