//! The ledger of any period as a file, all of it or some of its entries.

use app::error::ApiError;
use app::fields::Fields;
use app::reports::{FileKind, StatementFile};
use app::values::{CompanyId, Lang, ZoneName};

use super::super::actor::CompanyAdmin;
use super::super::money::Filter;
use super::super::{Engine, company_row};
use super::entries::{balance_after, entries};
use super::new::last_before;
use crate::failure::Outcome;
use crate::reports::{Entry, Period, Statement, Subject, Summary, written};

/// Fields of the filter, each of which may be empty: `from`, `until` (days of the company's zone, both included), `kind`,
/// `service`. [`ApiError::Missing`] out of reach.
pub(in super::super) async fn ledger_file(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    id: CompanyId,
    filter: Fields,
    kind: FileKind,
    lang: Lang,
) -> Outcome<StatementFile> {
    let mut reader = engine.db.reads.acquire().await?;
    let company = company_row::find(&mut *reader, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let (currency, created_at): (String, i64) =
        sqlx::query_as("SELECT currency, created_at FROM company WHERE id = $1")
            .bind(company.id)
            .fetch_one(&mut *reader)
            .await?;
    let mut filter = Filter::parse(&filter, &company.time_zone)?;
    filter.period = filter.period.since(admin.sees_since(company.id, company.attached_at))?;
    let now = engine.house.now();
    let period = Period { from: filter.period.from.max(created_at), to: filter.period.until.min(now) };
    let after = last_before(&mut reader, company.id, period.from).await?;
    // Without a last day it is all there is, also what was recorded at this very instant.
    let last = last_before(&mut reader, company.id, filter.period.until).await?;
    let mut all = entries(&mut reader, company.id, after, last).await?;
    let opening = balance_after(&mut reader, company.id, after).await?;
    drop(reader);
    let opening = opening.ok_or_else(|| company.broken("its ledger has a gap"))?;
    let whole = Summary::of(opening, &all).map_err(|uneven| company.broken(&uneven.to_string()))?;
    let summary = is_whole(&filter).then_some(whole);
    all.retain(|entry| takes(&filter, entry));
    let subject = Subject {
        zone: ZoneName::parse(&company.time_zone).map_err(|_| company.broken("its zone is none"))?,
        company_id: company.id,
        company: company.name,
        currency,
    };
    let statement = Statement { subject, month: None, period, made_at: now, summary, entries: all };
    Ok(StatementFile { name: format!("ledger-{}", company.id), bytes: written(statement, kind, lang).await?, kind })
}

/// Whether the period's entries add up.
fn is_whole(filter: &Filter) -> bool {
    filter.kind().is_empty() && filter.service().is_empty()
}

fn takes(filter: &Filter, entry: &Entry) -> bool {
    let fits = |wanted: &str, there: &str| wanted.is_empty() || wanted == there;
    fits(filter.kind(), entry.kind.as_str()) && fits(filter.service(), &entry.service)
}
