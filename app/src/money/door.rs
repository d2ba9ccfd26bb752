//! The doors of a company's money. Where an outcome was `seen` and it would be another by now, nothing is written and the
//! answer is [`ApiError::PreviewChanged`].

use leptos::prelude::*;

use super::{Billing, EntryNumber, Impact};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::CompanyId;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// How a company stands, with the newest entries of its ledger or those before a number; of one's own company where none
/// is named. Fields of the filter: `kind`, `service`, `from`, `until`.
#[server(prefix = "/api", endpoint = "company_billing", protocol = JsonPost)]
pub async fn company_billing(
    company: Option<CompanyId>,
    filter: Fields,
    before: Option<EntryNumber>,
) -> Result<Billing, ApiError> {
    desk().await?.billing(company, filter, before).await
}

/// Writes an entry. Fields: `kind` (`payment`, `correction`, `charge`), `amount`, `description`, `service`, `reference`,
/// `key`. Sent again with the same key it writes nothing.
#[server(prefix = "/api", endpoint = "write_entry", protocol = JsonPost)]
pub async fn write_entry(company: CompanyId, fields: Fields) -> Result<EntryNumber, ApiError> {
    desk().await?.write_entry(company, fields).await
}

/// Takes an entry back. Fields: `number`, `description`, `key`.
#[server(prefix = "/api", endpoint = "reverse_entry", protocol = JsonPost)]
pub async fn reverse_entry(company: CompanyId, fields: Fields) -> Result<EntryNumber, ApiError> {
    desk().await?.reverse_entry(company, fields).await
}

/// Suspends by hand. Fields: `reason`, `with_affiliates`.
#[server(prefix = "/api", endpoint = "suspend_company", protocol = JsonPost)]
pub async fn suspend_company(company: CompanyId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.suspend_company(company, fields).await
}

/// Ends a suspension by hand. Fields: `cause`, `reason`.
#[server(prefix = "/api", endpoint = "resume_company", protocol = JsonPost)]
pub async fn resume_company(company: CompanyId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.resume_company(company, fields).await
}

/// Until when the credit rule suspends nobody. Fields: `until` (empty ends it), `reason`.
#[server(prefix = "/api", endpoint = "postpone_suspension", protocol = JsonPost)]
pub async fn postpone_suspension(company: CompanyId, fields: Fields, seen: Option<Impact>) -> Result<(), ApiError> {
    desk().await?.postpone_suspension(company, fields, seen).await
}

/// Fields: `amount` (empty ends it), `unit`, `until`, `reason`.
#[server(prefix = "/api", endpoint = "set_temporary_limit", protocol = JsonPost)]
pub async fn set_temporary_limit(company: CompanyId, fields: Fields, seen: Option<Impact>) -> Result<(), ApiError> {
    desk().await?.set_temporary_limit(company, fields, seen).await
}

/// Caps what a reseller may grant. Fields: `cap` (empty for no cap).
#[server(prefix = "/api", endpoint = "set_credit_pool", protocol = JsonPost)]
pub async fn set_credit_pool(company: CompanyId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.set_credit_pool(company, fields).await
}

/// Further thresholds, and whether notices are repeated weekly. Fields: `threshold_1` … `threshold_4` (an amount, or a share
/// of the effective limit such as `80 %`), `repeats` (`on` or `off`).
#[server(prefix = "/api", endpoint = "set_notices", protocol = JsonPost)]
pub async fn set_notices(company: CompanyId, fields: Fields, seen: Option<Impact>) -> Result<(), ApiError> {
    desk().await?.set_notices(company, fields, seen).await
}
