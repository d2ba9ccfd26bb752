//! An invoice that somebody asks for, to pay in advance.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::invoices::{IssuedInvoice, NoInvoice, TopUpAmount, missing_of_buyer};
use app::values::{CompanyId, Invalid, Problem};

use super::super::actor::CompanyAdmin;
use super::super::attempts::{self, Limit};
use super::super::audit::Event;
use super::super::{Engine, company_row, requisites};
use super::issue::{Bill, issue};
use super::supplier::{SupplierRow, seller};
use crate::failure::Outcome;
use crate::store::Visit;

/// Each is a letter to the company.
const CREATED: Limit = Limit { action: "create_invoice", most: 60, window_ms: 60 * 60 * 1000 };

/// Whoever sees a company's balance may. Fields: `amount`.
///
/// # Errors
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
    attempts::check(&mut tx, CREATED, &id.to_string(), engine.house.now()).await?;
    let buyer = company_row::find(&mut *tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let mut invalid = fields::unknown(&fields, &["amount"]);
    let amount = invalid.check("amount", TopUpAmount::parse(text(&fields, "amount")));
    let Some(amount) = amount.filter(|_| invalid.is_empty()) else { return Err(invalid.into()) };
    let Some(seller) = seller(&buyer)? else { return Err(Invalid::at("form", Problem::NoSupplier).into()) };
    let supplier = SupplierRow::of(engine, &mut tx, seller).await?;
    let lacking = supplier.lacking();
    if !lacking.is_empty() {
        supplier.tell_lacking(engine, &mut tx, &buyer, &lacking).await?;
        tx.commit().await?;
        let can_mend = admin.actor().is_operator() || admin.actor().company_id == seller;
        let problem =
            if can_mend { Problem::NoInvoice(NoInvoice::Lacking(lacking)) } else { Problem::SupplierLacksRequisites };
        return Err(Invalid::at("form", problem).into());
    }
    attempts::record(&mut tx, CREATED, &id.to_string(), engine.house.now()).await?;
    let missing = missing_of_buyer(&requisites::fields(buyer.clone()));
    let bill = Bill { buyer: &buyer, lines: vec![amount.line()], month: None };
    let document = issue(engine, &mut tx, &supplier, bill).await?;
    let (number, total) = (document.number().to_string(), document.total().to_string());
    let event = Event::new(AuditKind::InvoiceIssued, admin.actor().person_id).of_company(buyer.id).about(&number);
    event.change("", &total).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(IssuedInvoice { number: document.number(), missing })
}
