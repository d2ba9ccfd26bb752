//! Which months are over and have no report yet.

use app::reports::Month;

use super::super::Engine;
use super::new::{NewReport, add as add_report};
use crate::failure::{Failure, Outcome};
use crate::reports::period::latest_ended_anywhere;
use crate::reports::{Period, ReportPeriod, SeenTwice};
use crate::zones::by_name;

/// Companies a look, and reports a pass: requests come between.
const PART: i64 = 500;
const A_PASS: usize = 5000;

/// A company that has no report of the latest month yet, with its last one.
#[derive(sqlx::FromRow)]
struct Behind {
    company_id: i64,
    time_zone: String,
    created_at: i64,
    month: Option<String>,
    begins_at: Option<i64>,
    ends_at: Option<i64>,
}

/// Adds the reports of every month that has ended, a company's oldest first. False where there may be more than one pass
/// adds.
pub(super) async fn add(engine: &Engine, seen: SeenTwice) -> Outcome<bool> {
    let Some(latest) = latest_ended_anywhere(seen.settled) else { return Ok(true) };
    let (mut after, mut added) = (0, 0);
    loop {
        let companies = behind(engine, latest, seen, after).await?;
        let Some(last) = companies.last() else { return Ok(true) };
        after = last.company_id;
        for company in companies {
            added += company.catch_up(engine, seen).await?;
        }
        if added >= A_PASS {
            return Ok(false);
        }
    }
}

/// By ID, a part of them.
async fn behind(engine: &Engine, latest: Month, seen: SeenTwice, after: i64) -> Outcome<Vec<Behind>> {
    let behind = sqlx::query_as(
        "SELECT company.id AS company_id, company.time_zone, company.created_at, last.month, last.begins_at, \
                last.ends_at \
         FROM company \
         LEFT JOIN report AS last \
           ON last.company_id = company.id \
          AND last.month = (SELECT MAX(report.month) FROM report WHERE report.company_id = company.id) \
         WHERE company.id > $1 \
           AND company.confirmed_at IS NOT NULL \
           AND company.created_at < $2 \
           AND NOT EXISTS (SELECT 1 \
                           FROM report \
                           WHERE report.company_id = company.id \
                             AND report.month = $3) \
         ORDER BY company.id \
         LIMIT $4",
    )
    .bind(after)
    .bind(seen.settled)
    .bind(latest.to_string())
    .bind(PART)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(behind)
}

impl Behind {
    /// How many were added. Where another server adds them at the same time, it goes on with them.
    async fn catch_up(&self, engine: &Engine, seen: SeenTwice) -> Outcome<usize> {
        let zone = by_name(&self.time_zone);
        let mut next = match self.last()? {
            Some(last) => last.next(&zone),
            None => ReportPeriod::first(self.created_at, &zone),
        };
        let mut added = 0;
        while let Some(report) = next.filter(|report| seen.has_passed(report.period.to)) {
            let new = NewReport { company_id: self.company_id, month: Some(report.month), period: report.period };
            if add_report(engine, &new).await?.is_none() {
                break;
            }
            added += 1;
            next = report.next(&zone);
        }
        Ok(added)
    }

    fn last(&self) -> Outcome<Option<ReportPeriod>> {
        let (Some(month), Some(from), Some(to)) = (&self.month, self.begins_at, self.ends_at) else { return Ok(None) };
        let corrupt = || Failure::Corrupt { table: "report", column: "month", id: self.company_id.to_string() };
        Ok(Some(ReportPeriod { month: Month::parse(month).ok_or_else(corrupt)?, period: Period { from, to } }))
    }
}
