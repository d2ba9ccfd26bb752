//! A company's invoices with what was paid on them, the newest first.

use app::invoices::{Invoice, InvoiceDocument, InvoiceNumber, InvoiceStatus};
use app::reports::Month;
use app::values::Kopecks;

use super::super::Connection;
use super::super::actor::CompanyAdmin;
use super::super::company_row::CompanyRow;
use crate::failure::{Failure, Outcome};

/// So many are listed; older ones are in the ledger by their payments.
const MOST: i64 = 100;

/// As stored, with the sum of the payments that name it.
#[derive(sqlx::FromRow)]
pub(super) struct InvoiceRow {
    number: String,
    pub(super) supplier_id: i64,
    pub(super) company_id: i64,
    month: Option<String>,
    total: i64,
    document: String,
    cancelled_at: Option<i64>,
    paid: i64,
}

/// The columns of [`InvoiceRow`]. A payment that was taken back counts nothing;
/// that its reference is not empty says what the index leaves out.
macro_rules! invoice_columns {
    () => {
        "invoice.number, invoice.supplier_id, invoice.company_id, invoice.month, invoice.total, invoice.document, \
         invoice.cancelled_at, \
         CAST(COALESCE((SELECT SUM(payment.amount + COALESCE(reversal.amount, 0)) \
                        FROM ledger_entry AS payment \
                        LEFT JOIN ledger_entry AS reversal \
                          ON reversal.company_id = payment.company_id \
                         AND reversal.reverses = payment.number \
                        WHERE payment.company_id = invoice.company_id \
                          AND payment.reference = invoice.number \
                          AND payment.reference <> '' \
                          AND payment.kind = 'payment'), 0) AS BIGINT) AS paid"
    };
}
pub(super) use invoice_columns;

/// Of a company within the reader's reach. Of an attached one the reseller sees its own alone: the platform's are of what was
/// before, also that of the month of the attachment, which is issued later.
pub(in super::super) async fn list(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    company: &CompanyRow,
) -> Outcome<Vec<Invoice>> {
    let rows: Vec<InvoiceRow> = sqlx::query_as(concat!(
        "SELECT ",
        invoice_columns!(),
        " FROM invoice \
         WHERE invoice.company_id = $1 \
           AND (invoice.supplier_id = $3 OR $4) \
         ORDER BY invoice.issued_at DESC, invoice.number DESC \
         LIMIT $2"
    ))
    .bind(company.id)
    .bind(MOST)
    .bind(admin.actor().company_id)
    .bind(admin.sees_since(company.id, company.attached_at) == i64::MIN)
    .fetch_all(reader)
    .await?;
    rows.into_iter().map(|row| row.invoice(admin)).collect()
}

impl InvoiceRow {
    pub(super) fn status(&self) -> InvoiceStatus {
        let stored = if self.cancelled_at.is_some() { InvoiceStatus::Cancelled } else { InvoiceStatus::Issued };
        stored.after(Kopecks::new(self.total), [Kopecks::new(self.paid)])
    }

    /// Its supplier cancels it, and an operator.
    pub(super) fn is_cancelled_by(&self, admin: CompanyAdmin<'_>) -> bool {
        admin.actor().is_operator() || admin.actor().company_id == self.supplier_id
    }

    pub(super) fn document(&self) -> Outcome<InvoiceDocument> {
        serde_json::from_str(&self.document).map_err(|_| self.corrupt("document"))
    }

    fn invoice(self, admin: CompanyAdmin<'_>) -> Outcome<Invoice> {
        let month = self.month.as_deref().map(|month| Month::parse(month).ok_or_else(|| self.corrupt("month")));
        let status = self.status();
        Ok(Invoice {
            number: InvoiceNumber::parse(&self.number).ok_or_else(|| self.corrupt("number"))?,
            day: self.document()?.day().clone(),
            month: month.transpose()?,
            total: Kopecks::new(self.total),
            paid: Kopecks::new(self.paid),
            status,
            may_cancel: status.can_be_cancelled() && self.is_cancelled_by(admin),
        })
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "invoice", column, id: self.number.clone() }
    }
}
