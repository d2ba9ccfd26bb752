//! A report as a file. It is written out of the ledger's entries, which never change, so it is always the same one.

use app::error::ApiError;
use app::reports::{FileKind, StatementFile};
use app::values::Lang;

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::entries::entries;
use super::row::{ReportRow, find};
use crate::failure::{Failure, Outcome};
use crate::reports::{Statement, Summary, written};

/// [`ApiError::Missing`] where there is no such report within reach, or its file is not there.
pub(in super::super) async fn file(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    id: &str,
    kind: FileKind,
    lang: Lang,
) -> Outcome<StatementFile> {
    let mut reader = engine.db.reads.acquire().await?;
    let row = find(&mut reader, admin.reach(), id).await?.filter(|row| row.has_file).ok_or(ApiError::Missing)?;
    let entries = entries(&mut reader, row.company_id, row.after_number, row.last_number).await?;
    drop(reader);
    let (Some(opening), Some(made_at)) = (row.opening(), row.made_at) else { return Err(row.corrupt("made_at")) };
    let summary = Summary::of(opening, &entries).map_err(|uneven| Failure::Broken(uneven.to_string()))?;
    let statement = Statement {
        subject: row.subject()?,
        month: row.month()?,
        period: row.period(),
        made_at,
        summary: Some(summary),
        entries,
    };
    Ok(StatementFile { name: name(&row)?, bytes: written(statement, kind, lang).await?, kind })
}

/// Without its ending.
fn name(row: &ReportRow) -> Outcome<String> {
    Ok(match row.month()? {
        Some(month) => format!("report-{}-{month}", row.company_id),
        None => format!("report-{}-{}-{}", row.company_id, row.first_day(), row.last_day()),
    })
}
