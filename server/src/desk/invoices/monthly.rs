//! A month's invoice, issued when its report is made.

use app::invoices::{InvoiceDocument, InvoiceLine};
use app::reports::Month;
use app::values::{CompanyId, Kopecks};
use app::words::reports as words;

use super::super::actor::Reach;
use super::super::{Engine, Tx, company_row};
use super::issue::{Bill, issue};
use super::supplier::{SupplierRow, seller};
use crate::failure::{Failure, Outcome};
use crate::invoices::LANGUAGE;

/// A month of a company's ledger, which entries it holds, and whose affiliate the company was when its report was begun.
pub(in super::super) struct BilledMonth {
    pub(in super::super) company_id: i64,
    pub(in super::super) reseller_id: Option<i64>,
    pub(in super::super) month: Month,
    /// Beyond the one number, up to the other.
    pub(in super::super) after_number: i64,
    pub(in super::super) last_number: i64,
    /// Its supplier asks for another in place of one that it has cancelled.
    pub(in super::super) bills_again: bool,
}

/// A line for each service: its charges, less those of them that were taken back in the month; nothing where that comes to
/// nothing. What is taken back later is money on the account by then, or left out of an invoice that is issued again. A
/// month has one, and another only once its supplier has cancelled it and asks again. A supplier that lacks requisites is told; the report made again is another chance.
pub(in super::super) async fn issue_for_month(
    engine: &Engine,
    tx: &mut Tx,
    billed: &BilledMonth,
) -> Outcome<Option<InvoiceDocument>> {
    let BilledMonth { company_id, month, .. } = *billed;
    let spent = spent(tx, billed).await?;
    let total: i64 = spent.iter().map(|(_, sum)| sum).sum();
    if total <= 0 || is_issued(tx, billed).await? {
        return Ok(None);
    }
    let missing = || Failure::Broken(format!("company {company_id} has a report and is not there"));
    let id = CompanyId::new(company_id).ok_or_else(missing)?;
    // The buyer before the numbers, as where an invoice is asked for.
    let buyer = company_row::lock(tx, Reach::EVERYTHING, id).await?.ok_or_else(missing)?;
    let Some(seller) = seller(buyer.kind()?, billed.reseller_id) else { return Ok(None) };
    let supplier = SupplierRow::of(engine, tx, seller).await?;
    let lacking = supplier.lacking();
    if !lacking.is_empty() {
        supplier.tell_lacking(engine, tx, &buyer, &lacking).await?;
        return Ok(None);
    }
    let line = |(service, sum): (String, i64)| {
        let name = format!("{} за {}", words::service_name(&service, LANGUAGE), month.name(LANGUAGE));
        InvoiceLine::whole(&name, Kopecks::new(sum))
    };
    let lines = spent.into_iter().map(line).collect();
    let bill = Bill { buyer: &buyer, lines, month: Some(month), key: None };
    issue(engine, tx, &supplier, bill).await.map(Some)
}

/// By service.
async fn spent(tx: &mut Tx, billed: &BilledMonth) -> Outcome<Vec<(String, i64)>> {
    let spent: Vec<(String, i64)> = sqlx::query_as(
        "SELECT charge.service, CAST(SUM(-charge.amount) AS BIGINT) AS spent \
         FROM ledger_entry AS charge \
         WHERE charge.company_id = $1 \
           AND charge.number > $2 \
           AND charge.number <= $3 \
           AND charge.kind = 'charge' \
           AND NOT EXISTS (SELECT 1 \
                           FROM ledger_entry AS reversal \
                           WHERE reversal.company_id = charge.company_id \
                             AND reversal.reverses = charge.number \
                             AND ($4 OR reversal.number <= $3)) \
         GROUP BY charge.service \
         ORDER BY charge.service",
    )
    .bind(billed.company_id)
    .bind(billed.after_number)
    .bind(billed.last_number)
    .bind(billed.bills_again)
    .fetch_all(&mut **tx)
    .await?;
    Ok(spent)
}

async fn is_issued(tx: &mut Tx, billed: &BilledMonth) -> Outcome<bool> {
    let is_issued = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 \
                        FROM invoice \
                        WHERE company_id = $1 \
                          AND month = $2 \
                          AND (cancelled_at IS NULL OR NOT $3))",
    )
    .bind(billed.company_id)
    .bind(billed.month.to_string())
    .bind(billed.bills_again)
    .fetch_one(&mut **tx)
    .await?;
    Ok(is_issued)
}
