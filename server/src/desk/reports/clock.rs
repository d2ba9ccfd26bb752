//! What the checks of time have seen, kept where every server finds it.

use super::super::{Engine, Tx};
use crate::failure::Outcome;
use crate::reports::SeenTwice;

pub(super) struct ReportClock {
    pub(super) seen: SeenTwice,
    /// Whether a month may have ended of which there is no report yet.
    pub(super) is_behind: bool,
}

#[derive(sqlx::FromRow)]
struct ClockRow {
    since: Option<i64>,
    settled: Option<i64>,
    seen: Option<i64>,
    is_behind: bool,
}

/// One more check; what all of them have seen.
pub(super) async fn check(engine: &Engine) -> Outcome<ReportClock> {
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    let row: ClockRow =
        sqlx::query_as(concat!("SELECT since, settled, seen, is_behind FROM report_clock WHERE id = 1", for_update!()))
            .fetch_one(&mut *tx)
            .await?;
    let before = row.seen();
    let seen = before.check(now);
    let is_behind = row.is_behind || seen.settled > before.settled;
    if seen != before {
        write(&mut tx, row.since.unwrap_or(now), seen, is_behind).await?;
        tx.commit().await?;
    }
    Ok(ReportClock { seen, is_behind })
}

impl ClockRow {
    fn seen(&self) -> SeenTwice {
        let nothing = SeenTwice::nothing();
        SeenTwice { settled: self.settled.unwrap_or(nothing.settled), seen: self.seen.unwrap_or(nothing.seen) }
    }
}

async fn write(tx: &mut Tx, since: i64, seen: SeenTwice, is_behind: bool) -> Outcome<()> {
    sqlx::query(
        "UPDATE report_clock \
         SET since = $1, settled = $2, seen = $3, is_behind = $4 \
         WHERE id = 1",
    )
    .bind(since)
    .bind(seen.settled)
    .bind(seen.seen)
    .bind(is_behind)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Every month that had ended by then has its report.
pub(super) async fn caught_up(engine: &Engine, seen: SeenTwice) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    sqlx::query("UPDATE report_clock SET is_behind = FALSE WHERE id = 1 AND settled = $1")
        .bind(seen.settled)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(())
}
