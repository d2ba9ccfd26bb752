//! The company as the edit dialog opens it.

use app::companies::{CompanyForm, Draft};
use app::error::ApiError;
use app::values::CompanyId;

use super::actor::CompanyAdmin;
use super::company_row::{self, CompanyRow};
use super::{Engine, people};
use crate::failure::Outcome;

/// The company within reach; [`ApiError::Missing`] otherwise.
pub(super) async fn open(engine: &Engine, admin: CompanyAdmin<'_>, id: CompanyId) -> Outcome<CompanyForm> {
    let row = company_row::find(&engine.db.reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    form(engine, admin, &row).await
}

/// The row as this person may see it.
pub(super) async fn form(engine: &Engine, admin: CompanyAdmin<'_>, row: &CompanyRow) -> Outcome<CompanyForm> {
    let shows_credit = admin.edits_credit_of(row.id, row.kind()?);
    let fields: Draft = row.draft().into_iter().filter(|(field, _)| shows_credit || !field.is_credit()).collect();
    Ok(CompanyForm {
        id: row.id()?,
        version: row.version(),
        kind: row.kind()?,
        is_own: row.id == admin.actor().company_id,
        is_confirmed: row.confirmed_at.is_some(),
        balance: row.balance(),
        credit_limit: row.credit_limit(),
        fields,
        administrators: people::administrators(&engine.db.reads, row.id).await?,
    })
}
