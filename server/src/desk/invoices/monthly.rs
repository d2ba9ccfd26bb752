//! A month's invoice, issued when its report is made.

use std::collections::BTreeMap;

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
}

/// A line for each service: its charges, less those of them that were taken back in the month; nothing where that comes to
/// nothing. What is taken back later is money on the account by then, or left out of an invoice that is issued again. A
/// month has one, and another only once its supplier has cancelled it and whoever sells asks `again`. A supplier that lacks
/// requisites is told; the report made again is another chance.
pub(in super::super) async fn issue_for_month(
    engine: &Engine,
    tx: &mut Tx,
    billed: &BilledMonth,
    again: bool,
) -> Outcome<Option<InvoiceDocument>> {
    let BilledMonth { company_id, month, .. } = *billed;
    let missing = || Failure::Broken(format!("company {company_id} has a report and is not there"));
    let id = CompanyId::new(company_id).ok_or_else(missing)?;
    let mut buyer = company_row::find(&mut **tx, Reach::EVERYTHING, id).await?.ok_or_else(missing)?;
    let Some(seller) = seller(buyer.kind()?, billed.reseller_id) else { return Ok(None) };
    let supplier = SupplierRow::of(engine, tx, seller).await?;
    let lacking = supplier.lacking();
    if lacking.is_empty() {
        // Before what is billed is read. Who lacks something is told below, and no buyer is held meanwhile.
        buyer = company_row::lock(tx, Reach::EVERYTHING, id).await?.ok_or_else(missing)?;
    }
    let (issued, cancelled) = issued(tx, billed).await?;
    if issued > cancelled || (cancelled > 0 && !again) {
        return Ok(None);
    }
    let spent = spent(tx, billed, cancelled > 0).await?;
    if spent.is_empty() {
        return Ok(None);
    }
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

/// By service, each above nothing; `as_of_now` leaves out what was taken back after the month too.
async fn spent(tx: &mut Tx, billed: &BilledMonth, as_of_now: bool) -> Outcome<BTreeMap<String, i64>> {
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
         GROUP BY charge.service",
    )
    .bind(billed.company_id)
    .bind(billed.after_number)
    .bind(billed.last_number)
    .bind(as_of_now)
    .fetch_all(&mut **tx)
    .await?;
    Ok(spent.into_iter().collect())
}

/// How many invoices the month has, and how many of them are cancelled.
async fn issued(tx: &mut Tx, billed: &BilledMonth) -> Outcome<(i64, i64)> {
    let issued =
        sqlx::query_as("SELECT COUNT(*), COUNT(cancelled_at) FROM invoice WHERE company_id = $1 AND month = $2")
            .bind(billed.company_id)
            .bind(billed.month.to_string())
            .fetch_one(&mut **tx)
            .await?;
    Ok(issued)
}
