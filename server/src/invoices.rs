//! An issued invoice as a PDF: a pure function of the document, so that the same invoice is the same file, byte for byte.
//!
//! What stands where is decided first, as marks on pages (`sheet`, and a file for each part of the invoice); `print` turns
//! them into a PDF. Invoices are Russian documents and are written in Russian.

mod bank_block;
mod face;
mod heading;
mod lines_table;
mod mark;
mod payment;
mod print;
#[cfg(test)]
pub(crate) mod sample;
mod sheet;
mod totals;

use app::invoices::InvoiceDocument;
use app::values::Lang;

pub use print::NoPdf;
use sheet::Sheet;

/// In which they are written.
pub const LANGUAGE: Lang = Lang::Ru;

/// A4, with the text to be selected and searched, and the payment code drawn in it.
///
/// # Errors
/// Where the file could not be written, which no invoice has caused yet.
pub fn pdf(invoice: &InvoiceDocument) -> Result<Vec<u8>, NoPdf> {
    let mut sheet = Sheet::default();
    bank_block::set(&mut sheet, invoice);
    heading::set(&mut sheet, invoice);
    lines_table::set(&mut sheet, invoice);
    totals::set(&mut sheet, invoice);
    payment::set(&mut sheet, invoice);
    print::print(invoice, &sheet.into_pages(&invoice.title()))
}

/// `invoice-2-2026-000017.pdf`.
pub fn file_name(invoice: &InvoiceDocument) -> String {
    format!("invoice-{}.pdf", invoice.number())
}

#[cfg(test)]
mod tests;
