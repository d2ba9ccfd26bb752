//! Issuing: the number, the document and the letter are written together or not at all.

use app::invoices::{InvoiceDay, InvoiceDocument, InvoiceLine, InvoiceNumber, Supplier};
use app::money::IdempotencyKey;
use app::reports::Month;
use app::values::CompanyId;

use super::super::company_row::CompanyRow;
use super::super::outbox::Recipient;
use super::super::{Engine, Tx, money, outbox, requisites};
use super::supplier::SupplierRow;
use crate::failure::{Failure, Outcome};
use crate::mail::Letter;
use crate::zones::day;

/// What a company is to pay for.
pub(super) struct Bill<'a> {
    pub(super) buyer: &'a CompanyRow,
    pub(super) lines: Vec<InvoiceLine>,
    /// Nothing for a top-up.
    pub(super) month: Option<Month>,
    /// By which a repetition of the request is known.
    pub(super) key: Option<&'a IdempotencyKey>,
}

/// In the name of a supplier that lacks nothing.
pub(super) async fn issue(
    engine: &Engine,
    tx: &mut Tx,
    supplier: &SupplierRow,
    bill: Bill<'_>,
) -> Outcome<InvoiceDocument> {
    let Bill { buyer, lines, month, key } = bill;
    let now = engine.house.now();
    let seller = Supplier { fields: &supplier.fields, bank: &supplier.bank, vat: supplier.vat };
    let day = InvoiceDay::parse(&day(&supplier.company.time_zone, now))
        .ok_or_else(|| Failure::Broken("the clock shows no day of the calendar".to_owned()))?;
    let number = next_number(tx, supplier.company.id()?, &day).await?;
    let document = InvoiceDocument::issue(number, day, seller, &requisites::fields(buyer.clone()), lines)
        .map_err(|reason| Failure::Broken(format!("invoice {number}: {reason:?}")))?;
    store(tx, &document, (supplier.company.id, buyer.id), (month, key), now).await?;
    let letter = Letter::Invoice {
        company_id: buyer.id,
        at: now,
        zone: buyer.time_zone.clone(),
        invoice: Box::new(document.clone()),
    };
    let Recipient { email, lang } = money::address_of(tx, buyer.id).await?;
    outbox::enqueue(tx, &engine.house, &email, lang, &letter).await?;
    Ok(document)
}

/// The supplier's next of the year. Its row is held until the transaction ends, and a transaction that fails takes the
/// number back: no two are alike, and none is left out.
async fn next_number(tx: &mut Tx, supplier: CompanyId, day: &InvoiceDay) -> Outcome<InvoiceNumber> {
    let serial: i64 = sqlx::query_scalar(
        "INSERT INTO invoice_serial (supplier_id, year, last_serial) \
         VALUES ($1, $2, 1) \
         ON CONFLICT (supplier_id, year) DO UPDATE SET last_serial = invoice_serial.last_serial + 1 \
         RETURNING last_serial",
    )
    .bind(supplier.value())
    .bind(i64::from(day.year()))
    .fetch_one(&mut **tx)
    .await?;
    InvoiceNumber::new(supplier, day, serial).ok_or_else(|| Failure::Corrupt {
        table: "invoice_serial",
        column: "last_serial",
        id: supplier.to_string(),
    })
}

async fn store(
    tx: &mut Tx,
    document: &InvoiceDocument,
    (supplier_id, buyer_id): (i64, i64),
    (month, key): (Option<Month>, Option<&IdempotencyKey>),
    now: i64,
) -> Outcome<()> {
    let json = serde_json::to_string(document).map_err(|error| Failure::Broken(format!("invoice: {error}")))?;
    sqlx::query(
        "INSERT INTO invoice (number, supplier_id, company_id, month, issued_at, total, document, idempotency_key) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(document.number().to_string())
    .bind(supplier_id)
    .bind(buyer_id)
    .bind(month.map(|month| month.to_string()))
    .bind(now)
    .bind(document.total().value())
    .bind(json)
    .bind(key.map(IdempotencyKey::as_str))
    .execute(&mut **tx)
    .await?;
    Ok(())
}
