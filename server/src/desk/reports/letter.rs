//! The letter to a company that the report of a month is there.

use app::values::Lang;

use super::super::{Tx, outbox};
use super::row::ReportRow;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::mail::letter::MonthlyReport;
use crate::reports::{Subject, Summary};

/// The language of a company that has no administrator.
const NOBODYS: Lang = Lang::Ru;

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
    let (address, lang) = receiver(tx, row.company_id).await?;
    outbox::enqueue(tx, house, &address, lang, &letter).await?;
    Ok(())
}

/// The company's own address, in the language of its earliest active administrator.
async fn receiver(tx: &mut Tx, company_id: i64) -> Outcome<(String, Lang)> {
    let address =
        sqlx::query_scalar("SELECT email FROM company WHERE id = $1").bind(company_id).fetch_one(&mut **tx).await?;
    let language: Option<Option<String>> = sqlx::query_scalar(
        "SELECT person.language \
         FROM person \
         JOIN person_role ON person_role.person_id = person.id \
         WHERE person.company_id = $1 \
           AND person.state = 'active' \
           AND person_role.role = 'administrator' \
         ORDER BY person.id \
         LIMIT 1",
    )
    .bind(company_id)
    .fetch_optional(&mut **tx)
    .await?;
    Ok((address, Lang::chosen_or(language.flatten().as_deref(), NOBODYS)))
}
