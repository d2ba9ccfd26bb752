//! Invoices for payment (счета на оплату): what one is, who may be named on it, and what it says in words.
//!
//! A document is complete when it is issued: everything it prints is copied into it, so that no later edit of a company
//! changes it.

mod day;
mod document;
pub mod door;
mod in_words;
mod invoice;
mod lacking;
mod line;
mod number;
mod parties;
mod purpose;
#[cfg(test)]
mod sample;
mod status;
mod top_up;
mod vat;

pub use day::InvoiceDay;
pub use document::{InvoiceDocument, NoInvoice, Supplier};
pub use in_words::in_words;
#[cfg(feature = "ssr")]
pub use invoice::InvoiceFile;
pub use invoice::{Invoice, IssuedInvoice};
pub use lacking::{lacking, missing_of_buyer};
pub use line::InvoiceLine;
pub use number::InvoiceNumber;
pub use parties::{InvoiceBank, InvoiceParty};
pub use purpose::purpose;
pub use status::{InvoiceStatus, paid};
pub use top_up::TopUpAmount;
pub use vat::{Vat, VatRate};
