//! The letter to a company that the report of a month is there.

use super::super::people::Recipient;
use super::super::{Tx, money, outbox};
use super::row::ReportRow;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::mail::letter::MonthlyReport;
use crate::reports::{Subject, Summary};

/// Once, when it is made for the first time. Months that were over before reports were made here are nobody's news.
pub(super) async fn tell(tx: &mut Tx, house: &House, row: &ReportRow, summary: &Summary) -> Outcome<()> {
    let Some(month) = row.month()?.filter(|_| row.made_at.is_none()) else { return Ok(()) };
    let since: Option<i64> =
        sqlx::query_scalar("SELECT since FROM report_clock WHERE id = 1").fetch_one(&mut **tx).await?;
    if since.is_none_or(|since| row.ends_at < since) {
        return Ok(());
    }
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
