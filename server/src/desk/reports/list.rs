//! The reports of one company, the newest first.

use app::error::ApiError;
use app::people::Office;
use app::reports::{Report, ReportList};
use app::values::CompanyId;

use super::super::actor::CompanyAdmin;
use super::super::{Engine, company_row};
use super::row::{ReportRow, find, report_columns};
use crate::failure::Outcome;
use crate::zones::day;

/// Of one's own company where none is named. [`ApiError::Missing`] out of reach.
pub(in super::super) async fn list(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    company: Option<CompanyId>,
) -> Outcome<ReportList> {
    let reads = &engine.db.reads;
    let company = company_row::find(reads, admin.reach(), asked(admin, company)?).await?.ok_or(ApiError::Missing)?;
    let rows: Vec<ReportRow> = sqlx::query_as(concat!(
        "SELECT ",
        report_columns!(),
        " FROM report \
         WHERE report.company_id = $1 \
           AND report.begins_at >= $2 \
         ORDER BY report.ends_at DESC, report.added_at DESC, report.id"
    ))
    .bind(company.id)
    .bind(admin.sees_since(company.id, company.attached_at))
    .fetch_all(reads)
    .await?;
    let reports: Outcome<Vec<Report>> = rows.into_iter().map(|row| row.report(&company.time_zone)).collect();
    Ok(ReportList {
        company: Office { id: company.id()?, name: company.name.clone() },
        today: day(&company.time_zone, engine.house.now()),
        zone: company.time_zone,
        reports: reports?,
    })
}

/// The company that is named, or one's own.
pub(super) fn asked(admin: CompanyAdmin<'_>, company: Option<CompanyId>) -> Result<CompanyId, ApiError> {
    company.or_else(|| CompanyId::new(admin.actor().company_id)).ok_or(ApiError::Missing)
}

/// One of them as the list shows it.
pub(super) async fn one(engine: &Engine, admin: CompanyAdmin<'_>, id: &str) -> Outcome<Report> {
    let row = find(&mut *engine.db.reads.acquire().await?, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let zone = engine.zone_of(row.company_id).await?;
    row.report(&zone)
}
