//! The door to looking through another's eyes.

use leptos::prelude::*;

use super::ViewingLog;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::UserId;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// Begins it for this session. Fields: `reason`, `return_to`.
#[server(name = BeginViewing, prefix = "/api", endpoint = "view_as", protocol = JsonPost)]
pub async fn view_as(person: UserId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.view_as(person, fields).await
}

/// Who has looked at one's own company, and whether anybody may.
#[server(name = ShowViewings, prefix = "/api", endpoint = "viewings", protocol = JsonPost)]
pub async fn viewings() -> Result<ViewingLog, ApiError> {
    desk().await?.viewings().await
}

/// Allows the reseller and the platform to look. Fields: `term`.
#[server(prefix = "/api", endpoint = "allow_viewing", protocol = JsonPost)]
pub async fn allow_viewing(fields: Fields) -> Result<ViewingLog, ApiError> {
    desk().await?.allow_viewing(fields).await
}

/// Allows it no longer.
#[server(prefix = "/api", endpoint = "forbid_viewing", protocol = JsonPost)]
pub async fn forbid_viewing() -> Result<ViewingLog, ApiError> {
    desk().await?.forbid_viewing().await
}
