//! The title, and who sells to whom.

use app::invoices::{InvoiceDocument, InvoiceParty};

use super::mark::{Ink, Style};
use super::sheet::{BREADTH, LEFT, Sheet};

/// Of the labels on the left.
const LABEL_WIDTH: f32 = 72.0;

pub(super) fn set(sheet: &mut Sheet, invoice: &InvoiceDocument) {
    sheet.down(22.0);
    sheet.flow(LEFT, BREADTH, Style::TITLE, &invoice.title());
    sheet.down(8.0);
    sheet.rule(1.2, Ink::Dark);
    sheet.down(14.0);
    party(sheet, "Поставщик", invoice.supplier());
    sheet.down(8.0);
    party(sheet, "Покупатель", invoice.buyer());
    sheet.down(18.0);
}

fn party(sheet: &mut Sheet, label: &str, party: &InvoiceParty) {
    sheet.keep(Style::STRONG.leading());
    sheet.text(LEFT, sheet.y() + 1.0, Style::LABEL, label);
    let (x, width) = (LEFT + LABEL_WIDTH, BREADTH - LABEL_WIDTH);
    sheet.flow(x, width, Style::STRONG, &party.name);
    sheet.flow(x, width, Style::BODY, &party.details());
}
