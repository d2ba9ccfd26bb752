//! Adding up a report; a month's is told by letter, and brings an invoice.

use std::collections::BTreeSet;

use app::audit::AuditKind;
use app::values::Kopecks;

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx, invoices};
use super::entries::{balance_after, kind};
use super::news;
use super::row::{ReportRow, lock_waiting};
use crate::failure::Outcome;
use crate::reports::Summary;
use crate::store::Visit;

/// Requests come between.
const A_PASS: i64 = 5000;

/// One kind of entries and one service.
#[derive(sqlx::FromRow)]
struct ServiceRow {
    kind: String,
    service: String,
    sum: i64,
    count: i64,
}

/// The reports that wait to be made, the oldest period first.
pub(super) async fn waiting(engine: &Engine) -> Outcome<Vec<String>> {
    let waiting = sqlx::query_scalar(
        "SELECT id \
         FROM report \
         WHERE state = 'generating' \
         ORDER BY ends_at, added_at, id \
         LIMIT $1",
    )
    .bind(A_PASS)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(waiting)
}

/// Makes one, unless another server has, and ends the transaction; `by` is whoever asks for it, where it is no worker.
pub(super) async fn make(engine: &Engine, mut tx: Tx, id: &str, by: Option<(CompanyAdmin<'_>, &Visit)>) -> Outcome<()> {
    let Some(row) = lock_waiting(&mut tx, id).await? else { return Ok(()) };
    match summary(&mut tx, &row).await? {
        Some(summary) => {
            write(&mut tx, &row, &summary, engine.house.now()).await?;
            if let Some(month) = news::month_of(&mut tx, &row).await? {
                if row.made_at.is_none() {
                    news::tell(&mut tx, &engine.house, &row, month, &summary).await?;
                }
                let sells = by.is_some_and(|(admin, _)| row.is_sold_by(admin.actor()));
                let invoice = invoices::issue_for_month(engine, &mut tx, &row.billed(month), sells).await?;
                if let (Some(invoice), Some((admin, visit))) = (invoice, by) {
                    let (number, total) = (invoice.number().to_string(), invoice.total().to_string());
                    let event =
                        Event::new(AuditKind::InvoiceIssued, admin.actor().person_id).of_company(row.company_id);
                    event.about(&number).change("", &total).record(&mut tx, &engine.house, visit).await?;
                }
            }
        }
        None => give_up(&mut tx, &row).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// `None` where the ledger does not add up.
async fn summary(tx: &mut Tx, row: &ReportRow) -> Outcome<Option<Summary>> {
    let opening = balance_after(tx, row.company_id, row.after_number).await?;
    let closing = balance_after(tx, row.company_id, row.last_number).await?;
    let sums: Vec<ServiceRow> = sqlx::query_as(
        "SELECT kind, service, CAST(SUM(amount) AS BIGINT) AS sum, COUNT(*) AS count \
         FROM ledger_entry \
         WHERE company_id = $1 \
           AND number > $2 \
           AND number <= $3 \
         GROUP BY kind, service",
    )
    .bind(row.company_id)
    .bind(row.after_number)
    .bind(row.last_number)
    .fetch_all(&mut **tx)
    .await?;
    let mut parts = Vec::with_capacity(sums.len());
    for sum in &sums {
        let count = usize::try_from(sum.count).unwrap_or_default();
        parts.push((kind(&sum.kind, row.company_id)?, sum.service.as_str(), Kopecks::new(sum.sum), count));
    }
    let (Some(opening), Some(closing)) = (opening, closing) else { return Ok(None) };
    Ok(Summary::of_sums(opening, parts, closing))
}

async fn write(tx: &mut Tx, row: &ReportRow, summary: &Summary, now: i64) -> Outcome<()> {
    let services: BTreeSet<&str> = summary.charges().map(|(service, _)| service).collect();
    let services: Vec<&str> = services.into_iter().filter(|service| !service.is_empty()).collect();
    sqlx::query(
        "UPDATE report \
         SET state = 'generated', made_at = $1, services = $2, opening = $3, closing = $4, has_file = TRUE \
         WHERE id = $5",
    )
    .bind(now)
    .bind(services.join(" "))
    .bind(summary.opening().value())
    .bind(summary.closing().value())
    .bind(&row.id)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn give_up(tx: &mut Tx, row: &ReportRow) -> Outcome<()> {
    tracing::error!(id = row.id, company_id = row.company_id, "the ledger does not add up over the period of a report");
    sqlx::query("UPDATE report SET state = 'error', has_file = FALSE WHERE id = $1")
        .bind(&row.id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
