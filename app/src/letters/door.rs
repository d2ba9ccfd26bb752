//! The door of the letters: what the operator may ask the server about those that did not arrive.

use leptos::prelude::*;

use super::UndeliveredLetter;
use crate::error::ApiError;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// Letters that no retry will send, the newest first.
#[server(prefix = "/api", endpoint = "undelivered_letters", protocol = JsonPost)]
pub async fn undelivered_letters() -> Result<Vec<UndeliveredLetter>, ApiError> {
    desk().await?.undelivered_letters().await
}

/// Starts the attempts anew.
#[server(prefix = "/api", endpoint = "resend_letter", protocol = JsonPost)]
pub async fn resend_letter(id: String) -> Result<(), ApiError> {
    desk().await?.resend_letter(id).await
}
