//! Cancelling: the invoice stays on the list, and its number stays used.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::invoices::InvoiceNumber;
use app::people::Right;
use app::values::{Invalid, Problem, Remark};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::list::{InvoiceRow, invoice_columns};
use crate::failure::Outcome;
use crate::store::Visit;

/// Its supplier's administrators, and operators. Fields: `reason`.
///
/// # Errors
/// [`ApiError::Missing`] out of reach, [`ApiError::Refused`] where it is another's,
/// [`Problem::CannotCancelInvoice`] once it is paid or cancelled.
pub(in super::super) async fn cancel(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    number: InvoiceNumber,
    fields: Fields,
) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let number = number.to_string();
    let row = lock(&mut tx, admin, &number).await?.ok_or(ApiError::Missing)?;
    if !row.is_cancelled_by(admin) {
        return Err(ApiError::from(Right::WriteLedger).into());
    }
    let mut invalid = fields::unknown(&fields, &["reason"]);
    let reason = invalid.check("reason", Remark::parse(text(&fields, "reason")));
    let Some(reason) = reason.filter(|_| invalid.is_empty()) else { return Err(invalid.into()) };
    if !row.status().can_be_cancelled() {
        return Err(Invalid::at("form", Problem::CannotCancelInvoice).into());
    }
    sqlx::query("UPDATE invoice SET cancelled_at = $1 WHERE number = $2")
        .bind(engine.house.now())
        .bind(&number)
        .execute(&mut *tx)
        .await?;
    let event =
        Event::new(AuditKind::InvoiceCancelled, admin.actor().person_id).of_company(row.company_id).about(&number);
    event.because(reason.as_str()).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}

/// Within reach; the invoice, and no payment of its buyer's, stays as it is until the transaction ends.
async fn lock(tx: &mut Tx, admin: CompanyAdmin<'_>, number: &str) -> Outcome<Option<InvoiceRow>> {
    let reach = admin.reach();
    let company: Option<i64> = sqlx::query_scalar(concat!(
        "SELECT company.id \
         FROM company \
         WHERE company.id = (SELECT invoice.company_id \
                             FROM invoice \
                             WHERE invoice.number = $1 \
                               AND ($2 OR company.id = $3 \
                                    OR company.reseller_id = $3 \
                                       AND (invoice.supplier_id = $3 OR company.attached_at IS NULL)))",
        for_update!()
    ))
    .bind(number)
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(&mut **tx)
    .await?;
    if company.is_none() {
        return Ok(None);
    }
    let row = sqlx::query_as(concat!("SELECT ", invoice_columns!(), " FROM invoice WHERE invoice.number = $1"))
        .bind(number)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(row)
}
