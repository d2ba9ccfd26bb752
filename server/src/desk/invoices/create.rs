//! An invoice that somebody asks for, to pay in advance.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::invoices::{InvoiceNumber, IssuedInvoice, NoInvoice, TopUpAmount, missing_of_buyer};
use app::money::IdempotencyKey;
use app::values::{CompanyId, HOUR_MS, Invalid, Problem, optional};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx, company_row, requisites};
use super::issue::{Bill, issue};
use super::supplier::{SupplierRow, seller};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// Each is a letter to the company: at most so many within an hour.
const MOST: i64 = 60;

/// Whoever sees a company's balance may. Fields: `amount`, `key`; sent again with the same key it issues nothing.
///
/// # Errors
/// [`Problem::IdempotencyKeyReused`] at the form for another amount under the same key,
/// [`Problem::AwaitsConfirmation`] there before the company has confirmed its registration.
/// [`ApiError::Missing`] out of reach; [`Problem::NoInvoice`] at the form where the reader's company is the supplier and
/// lacks something, [`Problem::SupplierLacksRequisites`] where another one does.
pub(in super::super) async fn create(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<IssuedInvoice> {
    let mut tx = engine.db.begin().await?;
    let buyer = company_row::lock(&mut tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let mut invalid = fields::unknown(&fields, &["amount", "key"]);
    let amount = invalid.check("amount", TopUpAmount::parse(text(&fields, "amount")));
    let key = invalid.check("key", optional(text(&fields, "key"), IdempotencyKey::parse));
    let (Some(amount), Some(key)) = (amount, key.filter(|_| invalid.is_empty())) else { return Err(invalid.into()) };
    let missing = missing_of_buyer(&requisites::fields(buyer.clone()));
    if let Some((number, total)) = issued_by(&mut tx, buyer.id, key.as_ref()).await? {
        if total != amount.kopecks().value() {
            return Err(Invalid::at("form", Problem::IdempotencyKeyReused).into());
        }
        return Ok(IssuedInvoice { number, missing });
    }
    if buyer.confirmed_at.is_none() {
        return Err(Invalid::at("form", Problem::AwaitsConfirmation).into());
    }
    keep_to_the_limit(&mut tx, buyer.id, engine.house.now()).await?;
    let Some(seller) = seller(buyer.kind()?, buyer.reseller_id) else {
        return Err(Invalid::at("form", Problem::NoSupplier).into());
    };
    let supplier = SupplierRow::of(engine, &mut tx, seller).await?;
    let lacking = supplier.lacking();
    if !lacking.is_empty() {
        // Not while the buyer is held: who holds the supplier may wait for it.
        tx.rollback().await?;
        let mut tx = engine.db.begin().await?;
        supplier.tell_lacking(engine, &mut tx, &buyer, &lacking).await?;
        tx.commit().await?;
        let can_mend = admin.actor().is_operator() || admin.actor().company_id == seller;
        let problem =
            if can_mend { Problem::NoInvoice(NoInvoice::Lacking(lacking)) } else { Problem::SupplierLacksRequisites };
        return Err(Invalid::at("form", problem).into());
    }
    let bill = Bill { buyer: &buyer, lines: vec![amount.line()], month: None, key: key.as_ref() };
    let document = issue(engine, &mut tx, &supplier, bill).await?;
    let (number, total) = (document.number().to_string(), document.total().to_string());
    let event = Event::new(AuditKind::InvoiceIssued, admin.actor().person_id).of_company(buyer.id).about(&number);
    event.change("", &total).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(IssuedInvoice { number: document.number(), missing })
}

/// The invoice of an earlier request with this key, and its total.
async fn issued_by(tx: &mut Tx, buyer_id: i64, key: Option<&IdempotencyKey>) -> Outcome<Option<(InvoiceNumber, i64)>> {
    let Some(key) = key else { return Ok(None) };
    let issued: Option<(String, i64)> =
        sqlx::query_as("SELECT number, total FROM invoice WHERE company_id = $1 AND idempotency_key = $2")
            .bind(buyer_id)
            .bind(key.as_str())
            .fetch_optional(&mut **tx)
            .await?;
    let corrupt = |number: &str| Failure::Corrupt { table: "invoice", column: "number", id: number.to_owned() };
    let parsed = |(number, total): (String, i64)| {
        InvoiceNumber::parse(&number).map(|parsed| (parsed, total)).ok_or_else(|| corrupt(&number))
    };
    issued.map(parsed).transpose()
}

/// Counted under the buyer's lock, so that no two count at once.
async fn keep_to_the_limit(tx: &mut Tx, buyer_id: i64, now: i64) -> Outcome<()> {
    let oldest_that_counts: Option<i64> = sqlx::query_scalar(
        "SELECT issued_at \
         FROM invoice \
         WHERE company_id = $1 \
           AND issued_at > $2 \
         ORDER BY issued_at DESC \
         LIMIT 1 OFFSET $3",
    )
    .bind(buyer_id)
    .bind(now - HOUR_MS)
    .bind(MOST - 1)
    .fetch_optional(&mut **tx)
    .await?;
    match oldest_that_counts {
        Some(at) => {
            let seconds = (at + HOUR_MS - now).div_euclid(1000) + 1;
            Err(ApiError::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX)).into())
        }
        None => Ok(()),
    }
}
