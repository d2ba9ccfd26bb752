//! An invoice as a PDF, drawn from the stored document: always the same file.

use app::error::ApiError;
use app::invoices::{InvoiceFile, InvoiceNumber};

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::list::{InvoiceRow, invoice_columns};
use crate::failure::{Failure, Outcome};
use crate::invoices::{file_name, pdf};

/// To whoever reaches its buyer, and to its supplier, also when the buyer has left. [`ApiError::Missing`] otherwise.
pub(in super::super) async fn file(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    number: InvoiceNumber,
) -> Outcome<InvoiceFile> {
    let reach = admin.reach();
    let row: Option<InvoiceRow> = sqlx::query_as(concat!(
        "SELECT ",
        invoice_columns!(),
        " FROM invoice \
         JOIN company ON company.id = invoice.company_id \
         WHERE invoice.number = $1 \
           AND ($2 OR company.id = $3 OR invoice.supplier_id = $3 \
                OR company.reseller_id = $3 AND company.attached_at IS NULL)"
    ))
    .bind(number.to_string())
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(&engine.db.reads)
    .await?;
    let document = row.ok_or(ApiError::Missing)?.document()?;
    let name = file_name(&document);
    // Drawing takes longer than a request should hold a thread of the runtime for.
    let drawn = tokio::task::spawn_blocking(move || pdf(&document).map_err(|error| error.to_string())).await;
    let drawn = drawn.map_err(|error| error.to_string()).and_then(|drawn| drawn);
    let bytes = drawn.map_err(|error| Failure::Broken(format!("invoice {number}: {error}")))?;
    Ok(InvoiceFile { name, bytes })
}
