//! A month's invoice, issued when its report is made.

use app::invoices::InvoiceLine;
use app::reports::Month;
use app::values::{CompanyId, Kopecks};
use app::words::reports as words;

use super::super::actor::Reach;
use super::super::{Engine, Tx, company_row};
use super::issue::{Bill, issue};
use super::supplier::{SupplierRow, seller};
use crate::failure::{Failure, Outcome};
use crate::invoices::LANGUAGE;

/// A month of a company's ledger, which entries it holds, and whose affiliate the company was.
pub(in super::super) struct BilledMonth {
    pub(in super::super) company_id: i64,
    pub(in super::super) reseller_id: Option<i64>,
    pub(in super::super) month: Month,
    /// Beyond the one number, up to the other.
    pub(in super::super) after_number: i64,
    pub(in super::super) last_number: i64,
}

/// A line for each service, its charges less those that were taken back; nothing where that comes to nothing. A month has
/// one that is not cancelled. A supplier that lacks requisites is told; the report made again is another chance.
pub(in super::super) async fn issue_for_month(engine: &Engine, tx: &mut Tx, billed: &BilledMonth) -> Outcome<()> {
    let BilledMonth { company_id, month, .. } = *billed;
    let spent = spent(tx, billed).await?;
    let total: i64 = spent.iter().map(|(_, sum)| sum).sum();
    if total <= 0 || is_issued(tx, company_id, month).await? {
        return Ok(());
    }
    let missing = || Failure::Broken(format!("company {company_id} has a report and is not there"));
    let id = CompanyId::new(company_id).ok_or_else(missing)?;
    let buyer = company_row::find(&mut **tx, Reach::EVERYTHING, id).await?.ok_or_else(missing)?;
    let Some(seller) = seller(buyer.kind()?, billed.reseller_id) else { return Ok(()) };
    let supplier = SupplierRow::of(engine, tx, seller).await?;
    let lacking = supplier.lacking();
    if !lacking.is_empty() {
        return supplier.tell_lacking(engine, tx, &buyer, &lacking).await;
    }
    let line = |(service, sum): (String, i64)| {
        let name = format!("{} за {}", words::service_name(&service, LANGUAGE), month.name(LANGUAGE));
        InvoiceLine::whole(&name, Kopecks::new(sum))
    };
    let lines = spent.into_iter().map(line).collect();
    issue(engine, tx, &supplier, Bill { buyer: &buyer, lines, month: Some(month), key: None }).await?;
    Ok(())
}

/// By service. A reversal counts under the service of the charge that it takes back.
async fn spent(tx: &mut Tx, billed: &BilledMonth) -> Outcome<Vec<(String, i64)>> {
    let spent: Vec<(String, i64)> = sqlx::query_as(
        "SELECT COALESCE(reversed.service, entry.service) AS service, CAST(SUM(-entry.amount) AS BIGINT) AS spent \
         FROM ledger_entry AS entry \
         LEFT JOIN ledger_entry AS reversed \
           ON reversed.company_id = entry.company_id \
          AND reversed.number = entry.reverses \
         WHERE entry.company_id = $1 \
           AND entry.number > $2 \
           AND entry.number <= $3 \
           AND (entry.kind = 'charge' OR reversed.kind = 'charge') \
         GROUP BY COALESCE(reversed.service, entry.service) \
         HAVING SUM(-entry.amount) <> 0 \
         ORDER BY 1",
    )
    .bind(billed.company_id)
    .bind(billed.after_number)
    .bind(billed.last_number)
    .fetch_all(&mut **tx)
    .await?;
    Ok(spent)
}

async fn is_issued(tx: &mut Tx, company_id: i64, month: Month) -> Outcome<bool> {
    let is_issued = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM invoice WHERE company_id = $1 AND month = $2 AND cancelled_at IS NULL)",
    )
    .bind(company_id)
    .bind(month.to_string())
    .fetch_one(&mut **tx)
    .await?;
    Ok(is_issued)
}
