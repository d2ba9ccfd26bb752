//! The company as the edit dialog opens it.

use app::companies::{CompanyForm, Draft};
use app::error::ApiError;
use app::values::CompanyId;

use super::actor::CompanyAdmin;
use super::company_row::{self, CompanyRow};
use super::{Engine, money, people};
use crate::failure::Outcome;

/// The company within reach; [`ApiError::Missing`] otherwise.
pub(super) async fn open(engine: &Engine, admin: CompanyAdmin<'_>, id: CompanyId) -> Outcome<CompanyForm> {
    let row = company_row::find(&engine.db.reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    form(engine, admin, &row).await
}

/// The row as this person may see it.
pub(super) async fn form(engine: &Engine, admin: CompanyAdmin<'_>, row: &CompanyRow) -> Outcome<CompanyForm> {
    let now = engine.house.now();
    let shows_credit = admin.edits_credit_of(row.id, row.kind()?);
    let mut reader = engine.db.reads.acquire().await?;
    let books = money::Books::read(&mut reader, row.clone()).await?;
    let ground = if shows_credit {
        let page = admin.actor().language().unwrap_or_default();
        Some(money::ground(engine, &mut reader, admin, page, &books).await?)
    } else {
        None
    };
    drop(reader);
    let fields: Draft = row.draft().into_iter().filter(|(field, _)| shows_credit || !field.is_credit()).collect();
    Ok(CompanyForm {
        id: row.id()?,
        version: row.version(),
        kind: row.kind()?,
        is_own: row.id == admin.actor().company_id,
        is_confirmed: row.confirmed_at.is_some(),
        balance: books.account.balance,
        credit_limit: row.credit_limit(),
        effective_limit: books.account.effective_limit(now),
        suspended: money::suspended(&books.company, &books.since, now),
        ground,
        fields,
        administrators: people::administrators(&engine.db.reads, row.id).await?,
    })
}
