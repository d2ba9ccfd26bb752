//! How fast a company spends.

use app::money::Burn;
use app::values::Kopecks;

use super::super::Connection;
use super::super::company_row::CompanyRow;
use crate::failure::Outcome;
use crate::zones::last_days;

/// What the services cost over the last whole days of the company's zone.
pub(super) async fn burn(reader: &mut Connection, company: &CompanyRow, now: i64) -> Outcome<Burn> {
    let created_at: i64 = sqlx::query_scalar("SELECT created_at FROM company WHERE id = $1")
        .bind(company.id)
        .fetch_one(&mut *reader)
        .await?;
    let Some(days) = last_days(&company.time_zone, Burn::DAYS, created_at, now) else {
        return Ok(Burn::over(Kopecks::ZERO, Burn::DAYS));
    };
    let spent: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(-entry.amount), 0) AS BIGINT) \
         FROM ledger_entry AS entry \
         LEFT JOIN ledger_entry AS reversed \
           ON reversed.company_id = entry.company_id \
          AND reversed.number = entry.reverses \
         WHERE entry.company_id = $1 \
           AND entry.recorded_at >= $2 \
           AND entry.recorded_at < $3 \
           AND (entry.kind = 'charge' OR reversed.kind = 'charge')",
    )
    .bind(company.id)
    .bind(days.from)
    .bind(days.until)
    .fetch_one(reader)
    .await?;
    Ok(Burn::over(Kopecks::new(spent), days.whole))
}
