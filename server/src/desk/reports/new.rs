//! A report comes to be: which entries it holds is settled here, and the company is kept as it is now.

use app::reports::Month;

use super::super::{Connection, Engine, Tx};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::reports::Period;

/// A report that waits to be made.
pub(super) struct NewReport {
    pub(super) company_id: i64,
    /// None where it is of another period.
    pub(super) month: Option<Month>,
    pub(super) period: Period,
}

/// Its ID; `None` where the month has one already. A month in which the company was attached, and any before it, is sold by
/// the platform: the reseller does not see all of it.
pub(super) async fn add(engine: &Engine, new: &NewReport) -> Outcome<Option<String>> {
    let mut tx = engine.db.begin().await?;
    // Whoever writes an entry holds the company: what is on its way to this period is in it.
    let _: Option<i64> = sqlx::query_scalar(concat!("SELECT id FROM company WHERE id = $1", for_update!()))
        .bind(new.company_id)
        .fetch_optional(&mut *tx)
        .await?;
    let after = match new.month {
        Some(_) => last_of_reports(&mut tx, new.company_id).await?,
        None => last_before(&mut tx, new.company_id, new.period.from).await?,
    };
    let last = last_before(&mut tx, new.company_id, new.period.to).await?.max(after);
    let id = random_id(&*engine.house.chance);
    // A month that is there is looked for first: the row of one that is just being made would be waited for, by whoever holds
    // the company that its maker waits for.
    let added = sqlx::query(
        "INSERT INTO report (id, company_id, month, begins_at, ends_at, after_number, last_number, company, \
                             time_zone, currency, state, added_at, has_file, reseller_id) \
         SELECT $1, company.id, $2, $3, $4, $5, $6, company.name, company.time_zone, company.currency, 'generating', \
                $7, FALSE, \
                CASE WHEN company.attached_at IS NULL OR company.attached_at <= $3 THEN company.reseller_id END \
         FROM company \
         WHERE company.id = $8 \
           AND NOT EXISTS (SELECT 1 FROM report WHERE report.company_id = $8 AND report.month = $2) \
         ON CONFLICT DO NOTHING",
    )
    .bind(&id)
    .bind(new.month.map(|month| month.to_string()))
    .bind(new.period.from)
    .bind(new.period.to)
    .bind(after)
    .bind(last)
    .bind(engine.house.now())
    .bind(new.company_id)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok((added.rows_affected() > 0).then_some(id))
}

/// Where the last month's report ends: the next one goes on from there, even if the clock was set back meanwhile.
async fn last_of_reports(tx: &mut Tx, company_id: i64) -> Outcome<i64> {
    let last = sqlx::query_scalar(
        "SELECT COALESCE(MAX(last_number), 0) \
         FROM report \
         WHERE company_id = $1 \
           AND month IS NOT NULL",
    )
    .bind(company_id)
    .fetch_one(&mut **tx)
    .await?;
    Ok(last)
}

/// The number of the last entry that was recorded before an instant; 0 before the first.
pub(super) async fn last_before(reader: &mut Connection, company_id: i64, at: i64) -> Outcome<i64> {
    let last = sqlx::query_scalar(
        "SELECT COALESCE(MAX(number), 0) \
         FROM ledger_entry \
         WHERE company_id = $1 \
           AND recorded_at < $2",
    )
    .bind(company_id)
    .bind(at)
    .fetch_one(reader)
    .await?;
    Ok(last)
}
