//! The door of the tokens part.

use leptos::prelude::*;

use super::{NewToken, Tokens};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// The tokens of one's own company.
#[server(name = ListTokens, prefix = "/api", endpoint = "tokens", protocol = JsonPost)]
pub async fn tokens() -> Result<Tokens, ApiError> {
    desk().await?.tokens().await
}

/// Makes a token and shows it this once. Fields: `token_name`, `permission`, `days`, `networks`.
#[server(prefix = "/api", endpoint = "create_token", protocol = JsonPost)]
pub async fn create_token(fields: Fields) -> Result<NewToken, ApiError> {
    desk().await?.create_token(fields).await
}

/// Ends a token at once.
#[server(prefix = "/api", endpoint = "revoke_token", protocol = JsonPost)]
pub async fn revoke_token(id: String) -> Result<(), ApiError> {
    desk().await?.revoke_token(id).await
}
