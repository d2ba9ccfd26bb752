//! What a person sees of their own sign-in details.

use serde::{Deserialize, Serialize};

use super::{Passkey, SecondFactor};

/// Sessions, what is on its way, and how times are to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInDetails {
    /// This one first, then the last used.
    pub sessions: Vec<Session>,
    /// A change of address that awaits its confirmation.
    pub email_change: Option<EmailChange>,
    pub second_factor: SecondFactor,
    /// The oldest first.
    pub passkeys: Vec<Passkey>,
    /// When this was found out, Unix milliseconds.
    pub now: i64,
    /// The zone of the times shown: that of the person's company, with its offset now in minutes east of UTC.
    pub zone: String,
    pub zone_offset_minutes: i16,
}

/// A change of address that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailChange {
    /// The new address.
    pub email: String,
    /// Until when the link in the letter to it works, Unix milliseconds.
    pub link_until: i64,
}

/// What a link in a letter about a change of address does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailLink {
    /// Makes `email` the sign-in name.
    Confirm { email: String },
    /// Leaves or makes `email`, the old address, the sign-in name, and ends every session.
    Cancel { email: String },
}

/// One browser in which the person is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Names it among the person's sessions, and is good for nothing else.
    pub id: String,
    /// How the browser described itself when it signed in.
    pub user_agent: String,
    /// The network address that it signed in from.
    pub address: String,
    /// Unix milliseconds.
    pub first_seen_at: i64,
    /// Unix milliseconds, to the minute.
    pub last_seen_at: i64,
    /// The session that asks.
    pub is_this: bool,
}
