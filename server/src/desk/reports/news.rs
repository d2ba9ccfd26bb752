//! What a month's report brings: a letter once, and an invoice.

use app::reports::Month;

use super::super::outbox::Recipient;
use super::super::{Tx, money, outbox};
use super::row::ReportRow;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::mail::letter::MonthlyReport;
use crate::reports::{Subject, Summary};

/// The month of a report that is news. Months that were over before reports were made here are nobody's
/// news: they bring neither a letter nor an invoice.
pub(super) async fn month_of(tx: &mut Tx, row: &ReportRow) -> Outcome<Option<Month>> {
    let Some(month) = row.month()? else { return Ok(None) };
    let since: Option<i64> =
        sqlx::query_scalar("SELECT since FROM report_clock WHERE id = 1").fetch_one(&mut **tx).await?;
    Ok(since.is_some_and(|since| row.ends_at >= since).then_some(month))
}

/// The letter to the company that the report is there.
pub(super) async fn tell(tx: &mut Tx, house: &House, row: &ReportRow, month: Month, summary: &Summary) -> Outcome<()> {
    let Subject { company, company_id, currency, zone } = row.subject()?;
    let letter = Letter::MonthlyReport(MonthlyReport {
        company,
        company_id,
        month,
        from: row.period().from,
        to: row.period().to,
        zone,
        currency,
        opening: summary.opening(),
        charges: summary.all_charges(),
        payments: summary.payments(),
        corrections: summary.corrections(),
        reversals: summary.reversals(),
        closing: summary.closing(),
    });
    let Recipient { email, lang } = money::address_of(tx, row.company_id).await?;
    outbox::enqueue(tx, house, &email, lang, &letter).await?;
    Ok(())
}
