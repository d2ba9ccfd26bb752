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

/// A line for each service that the month has brought charges for; nothing where there are none. A month has one. A
/// supplier that lacks requisites is told, and gets another chance when the report is made again.
pub(in super::super) async fn issue_for_month(
    engine: &Engine,
    tx: &mut Tx,
    company_id: i64,
    month: Month,
    charges: impl Iterator<Item = (&str, Kopecks)>,
) -> Outcome<()> {
    let spent = charges.map(|(service, charged)| (service, Kopecks::new(-charged.value())));
    let lines: Vec<InvoiceLine> = spent
        .filter(|(_, sum)| *sum > Kopecks::ZERO)
        .map(|(service, sum)| {
            InvoiceLine::whole(&format!("{} за {}", words::service_name(service, LANGUAGE), month.name(LANGUAGE)), sum)
        })
        .collect();
    if lines.is_empty() || is_issued(tx, company_id, month).await? {
        return Ok(());
    }
    let missing = || Failure::Broken(format!("company {company_id} has a report and is not there"));
    let id = CompanyId::new(company_id).ok_or_else(missing)?;
    let buyer = company_row::find(&mut **tx, Reach::EVERYTHING, id).await?.ok_or_else(missing)?;
    let Some(seller) = seller(&buyer)? else { return Ok(()) };
    let supplier = SupplierRow::of(engine, tx, seller).await?;
    let lacking = supplier.lacking();
    if !lacking.is_empty() {
        return supplier.tell_lacking(engine, tx, &buyer, &lacking).await;
    }
    issue(engine, tx, &supplier, Bill { buyer: &buyer, lines, month: Some(month) }).await?;
    Ok(())
}

async fn is_issued(tx: &mut Tx, company_id: i64, month: Month) -> Outcome<bool> {
    let is_issued = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM invoice WHERE company_id = $1 AND month = $2)")
        .bind(company_id)
        .bind(month.to_string())
        .fetch_one(&mut **tx)
        .await?;
    Ok(is_issued)
}
