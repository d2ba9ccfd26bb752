//! What people do about reports: order one of any period, have one made again, delete its file.

use app::error::ApiError;
use app::fields::{self, Fields};
use app::reports::Report;
use app::values::{CompanyId, Invalid, Problem};

use super::super::actor::CompanyAdmin;
use super::super::{Engine, company_row};
use super::list::{asked, one};
use super::make::make;
use super::new::{NewReport, add};
use crate::failure::{Failure, Outcome};
use crate::reports::Period;
use crate::store::Visit;
use crate::zones::{day_end, day_start};

/// A report of whole days of the company's zone, of today as far as it has come. Fields: `from`, `until`, both
/// included.
pub(in super::super) async fn order(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    company: Option<CompanyId>,
    fields: Fields,
) -> Outcome<Report> {
    let id = asked(admin, company)?;
    let company = company_row::find(&engine.db.reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let mut period = period(&fields, &company.time_zone, engine.house.now())?;
    period.from = period.from.max(admin.sees_since(company.id, company.attached_at));
    if period.from >= period.to {
        return Err(Failure::field("until", Problem::BeforeAttachment));
    }
    let new = NewReport { company_id: company.id, month: None, period };
    let id = add(engine, &new).await?.ok_or_else(|| Failure::Broken("an ordered report met another".to_owned()))?;
    // At once where that goes well; else it waits for the worker.
    let tx = engine.db.begin().await?;
    if let Err(failure) = make(engine, tx, &id, Some((admin, visit))).await {
        tracing::error!(id, error = %failure, "ordered report not made yet");
    }
    one(engine, admin, &id).await
}

/// The same figures once more, and the file; and where whoever sells to the company asks for it, an invoice in place of one
/// that was cancelled.
pub(in super::super) async fn make_again(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: &str,
) -> Outcome<Report> {
    one(engine, admin, id).await?;
    let mut tx = engine.db.begin().await?;
    sqlx::query("UPDATE report SET state = 'generating', has_file = FALSE WHERE id = $1")
        .bind(id)
        .execute(&mut *tx)
        .await?;
    // In the same transaction: a worker that came between would not know who asks.
    make(engine, tx, id, Some((admin, visit))).await?;
    one(engine, admin, id).await
}

/// The report stays on the list.
pub(in super::super) async fn delete_file(engine: &Engine, admin: CompanyAdmin<'_>, id: &str) -> Outcome<Report> {
    one(engine, admin, id).await?;
    let mut tx = engine.db.begin().await?;
    sqlx::query("UPDATE report SET has_file = FALSE WHERE id = $1").bind(id).execute(&mut *tx).await?;
    tx.commit().await?;
    one(engine, admin, id).await
}

fn period(fields: &Fields, zone: &str, now: i64) -> Result<Period, Invalid> {
    let mut invalid = fields::unknown(fields, &["from", "until"]);
    let text = |name| fields::text(fields, name).trim();
    let from = invalid.check("from", instant(text("from"), |date| day_start(zone, date)));
    let to = invalid.check("until", instant(text("until"), |date| day_end(zone, date)));
    let (Some(from), Some(to)) = (from, to) else { return Err(invalid) };
    if from >= to {
        invalid.add("until", Problem::EndsBeforeItBegins);
    } else if from > now {
        invalid.add("from", Problem::InTheFuture);
    }
    if invalid.is_empty() { Ok(Period { from, to: to.min(now) }) } else { Err(invalid) }
}

fn instant(text: &str, read: impl FnOnce(&str) -> Option<i64>) -> Result<i64, Problem> {
    if text.is_empty() { Err(Problem::Required) } else { read(text).ok_or(Problem::NotADate) }
}

#[cfg(test)]
mod tests {
    use app::values::DAY_MS;

    use super::*;

    /// 2026-11-23 09:41 in Moscow, and that day's midnight.
    const NOW: i64 = 1_795_416_060_000;
    const MIDNIGHT: i64 = 1_795_381_200_000;

    fn read(from: &str, until: &str) -> Result<Period, Invalid> {
        let fields = [("from", from), ("until", until)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        period(&fields.into(), "Europe/Moscow", NOW)
    }

    #[test]
    fn a_period_is_of_whole_days_and_of_today_as_far_as_it_has_come() {
        assert_eq!(read("2026-11-22", "2026-11-22"), Ok(Period { from: MIDNIGHT - DAY_MS, to: MIDNIGHT }));
        assert_eq!(read("2026-11-22", "2026-12-31"), Ok(Period { from: MIDNIGHT - DAY_MS, to: NOW }));
    }

    #[test]
    fn a_period_that_is_none_is_refused_at_its_field() {
        for (from, until, field, problem) in [
            ("", "2026-11-22", "from", Problem::Required),
            ("2026-11-22", "", "until", Problem::Required),
            ("22.11.2026", "2026-11-22", "from", Problem::NotADate),
            ("2026-11-22", "2026-11-21", "until", Problem::EndsBeforeItBegins),
            ("2026-11-24", "2026-11-25", "from", Problem::InTheFuture),
        ] {
            assert_eq!(read(from, until), Err(Invalid::at(field, problem)), "{from} – {until}");
        }
    }
}
