//! The door of the history: what was changed, and taking a save back.

use leptos::prelude::*;

use super::History;
use crate::companies::Saved;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::money::Impact;
use crate::values::{CompanyId, Version};
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// The newest saves, or those before a version. Fields of the filter: `field`, `person`, `from`, `until`.
#[server(prefix = "/api", endpoint = "company_history", protocol = JsonPost)]
pub async fn company_history(company: CompanyId, filter: Fields, before: Option<Version>) -> Result<History, ApiError> {
    desk().await?.history(company, filter, before).await
}

/// Gives the fields of one save the values that they had before it, as a new save. `seen` is what was shown that it would
/// bring about.
#[server(prefix = "/api", endpoint = "undo_edit", protocol = JsonPost)]
pub async fn undo_edit(company: CompanyId, version: Version, seen: Option<Impact>) -> Result<Saved, ApiError> {
    desk().await?.undo_edit(company, version, seen).await
}
