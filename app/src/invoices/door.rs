//! The doors of the invoices. They are downloaded at `/api/invoices/NUMBER/invoice.pdf`, and listed with a company's
//! [billing](crate::money::door::company_billing).

use leptos::prelude::*;

use super::{InvoiceNumber, IssuedInvoice};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::CompanyId;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// Issues an invoice to a company within reach, for a payment in advance. Fields: `amount`, `key`; sent again with the
/// same key it issues nothing.
#[server(prefix = "/api", endpoint = "create_invoice", protocol = JsonPost)]
pub async fn create_invoice(company: CompanyId, fields: Fields) -> Result<IssuedInvoice, ApiError> {
    desk().await?.create_invoice(company, fields).await
}

/// In the name of its supplier. Fields: `reason`.
#[server(prefix = "/api", endpoint = "cancel_invoice", protocol = JsonPost)]
pub async fn cancel_invoice(number: InvoiceNumber, fields: Fields) -> Result<(), ApiError> {
    desk().await?.cancel_invoice(number, fields).await
}

/// What a supplier's invoices say of value added tax from now on. Fields: `vat` (empty, `without`, or a rate in percent).
#[server(prefix = "/api", endpoint = "set_vat", protocol = JsonPost)]
pub async fn set_vat(company: CompanyId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.set_vat(company, fields).await
}
