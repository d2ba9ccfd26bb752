//! All that a client may learn of a failure, and the HTTP status that says it.

mod reading;

use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::Serialize;

use crate::companies::Conflict;
use crate::money::Ground;
use crate::values::{Invalid, Problem};
use crate::wire::{JsonText, unknown_argument};

/// What [`ApiError::Refused`] names while somebody looks through another's eyes: nothing can be changed, and nothing of
/// how that person signs in be seen.
pub const VIEWING: &str = "viewing";
/// What it names when that has ended, until the page is loaded anew.
pub const VIEWING_OVER: &str = "viewing_over";
/// What it names where a save holds a field that is not this person's to see.
pub const UNDO: &str = "undo";
/// What it names where a write did not come from the very host that it was sent to.
pub const ORIGIN: &str = "origin";
/// What it names where a company has not allowed to be looked at.
pub const CONSENT: &str = "consent";

/// A refused or failed operation, as the page receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "error", content = "detail", rename_all = "snake_case")]
pub enum ApiError {
    /// The body is not what the operation reads. 400
    Malformed,
    /// No live session. 401
    Unauthenticated,
    /// Within one's reach, but not permitted: the field's wire name, or the right that is missing. 403
    Refused(String),
    /// Not there, or outside one's reach: the two are never told apart. 404
    Missing,
    /// Somebody saved the same fields first. 409
    Stale(Box<Conflict>),
    /// The outcome of an edit is no longer the one that was shown; the facts as they are now. 409
    PreviewChanged(Box<Ground>),
    /// A value that must be unique is in use. 409
    Taken(Invalid),
    /// A link that is used, expired, revoked or invented. 410
    Gone,
    /// The request body is over the limit. 413
    TooLarge,
    /// The body is neither JSON nor a form. 415
    Unsupported,
    /// Every refused field with its problems. 422
    Invalid(Invalid),
    /// A limit of attempts is reached; seconds to wait. 429
    TooMany(u32),
    /// The server is draining or overloaded. 503
    Busy,
    /// Something broke on the server; the number is in its log. 500
    Internal(String),
    /// The server did not answer. Made in the browser only.
    Offline,
}

/// The right that people lack who have yet to set up the second factor required of them.
pub const SECOND_FACTOR: &str = "second_factor";

impl ApiError {
    /// Everything waits until the second factor is set up.
    pub fn asks_for_second_factor(&self) -> bool {
        matches!(self, Self::Refused(right) if right == SECOND_FACTOR)
    }

    /// After how many seconds the same may be asked again, where that is known.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Busy => Some(1),
            _ => None,
        }
    }

    /// The HTTP status of this answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::Unauthenticated => 401,
            Self::Refused(_) => 403,
            Self::Missing => 404,
            Self::Stale(_) | Self::Taken(_) | Self::PreviewChanged(_) => 409,
            Self::Gone => 410,
            Self::TooLarge => 413,
            Self::Unsupported => 415,
            Self::Invalid(_) => 422,
            Self::TooMany(_) => 429,
            Self::Internal(_) => 500,
            Self::Busy | Self::Offline => 503,
        }
    }

    /// The refused fields, where the refusal is about fields.
    pub fn invalid(&self) -> Option<&Invalid> {
        match self {
            Self::Invalid(invalid) | Self::Taken(invalid) => Some(invalid),
            _ => None,
        }
    }
}

impl From<Invalid> for ApiError {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {self:?}", self.status())
    }
}

impl std::error::Error for ApiError {}

impl FromServerFnError for ApiError {
    type Encoder = JsonText;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Offline,
            ServerFnErrorErr::Deserialization(said) | ServerFnErrorErr::Args(said) => {
                let Some(name) = unknown_argument(&said) else { return Self::Malformed };
                let mut invalid = Invalid::at(name, Problem::UnknownField);
                // A page of another build has no field of that name to say it at.
                invalid.add("form", Problem::UnknownField);
                Self::Invalid(invalid)
            }
            ServerFnErrorErr::MissingArg(_) => Self::Malformed,
            _ => Self::Internal(String::new()),
        }
    }
}
