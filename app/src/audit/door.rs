//! The door of the audit log. It is downloaded at `/api/audit.csv`.

use leptos::prelude::*;

use super::{AuditLog, AuditMark};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// The newest entries, or those after a mark. Fields of the filter: `kind`, `person` (user ID or e-mail), `company`
/// (ID), `user` (ID of the user whom it is about), `from`, `until`.
#[server(prefix = "/api", endpoint = "audit_events", protocol = JsonPost)]
pub async fn audit_events(filter: Fields, after: Option<AuditMark>) -> Result<AuditLog, ApiError> {
    desk().await?.audit(filter, after).await
}
