//! The supplier's bank and accounts above everything else, laid out as on a payment order.

use app::invoices::InvoiceDocument;

use super::mark::{Ink, Style};
use super::sheet::{BREADTH, LEFT, RIGHT, Sheet, height};

const PAD: f32 = 6.0;
/// Between the receiver's side and the labels, and between these and the numbers.
const LABELS: f32 = LEFT + BREADTH * 0.56;
const NUMBERS: f32 = LABELS + 56.0;
const RULE: f32 = 0.6;

pub(super) fn set(sheet: &mut Sheet, invoice: &InvoiceDocument) {
    let (bank, supplier) = (invoice.bank(), invoice.supplier());
    let top = sheet.y();
    sheet.rule(RULE, Ink::Line);
    sheet.down(PAD);
    number(sheet, 0, "БИК", &bank.bic);
    number(sheet, 1, "Корр. счет", &bank.correspondent_account);
    captioned(sheet, &bank.bank, "Банк получателя");
    sheet.rule(RULE, Ink::Line);
    let numbers = [("ИНН", &supplier.inn), ("КПП", &supplier.kpp)].map(|(label, text)| match text.as_str() {
        "" => String::new(),
        text => format!("{label}\u{a0}{text}"),
    });
    sheet.down(PAD);
    number(sheet, 0, "Счет", &bank.account);
    let y = sheet.y();
    let middle = f32::midpoint(LEFT, LABELS);
    sheet.text(LEFT + PAD, y, Style::BODY, &numbers[0]);
    sheet.text(middle + PAD, y, Style::BODY, &numbers[1]);
    sheet.down(Style::BODY.leading() + PAD);
    sheet.bar(middle, y - PAD, [RULE, sheet.y() - y + PAD], Ink::Line);
    sheet.bar(LEFT, sheet.y(), [LABELS - LEFT, RULE], Ink::Line);
    sheet.down(PAD);
    captioned(sheet, &supplier.name, "Получатель");
    sheet.rule(RULE, Ink::Line);
    for x in [LEFT, LABELS, NUMBERS, RIGHT - RULE] {
        sheet.bar(x, top, [RULE, sheet.y() - top + RULE], Ink::Line);
    }
}

/// The given line of the right side.
fn number(sheet: &mut Sheet, line: usize, label: &str, number: &str) {
    let y = sheet.y() + height(line, Style::BODY) * 1.25;
    sheet.text(LABELS + PAD, y, Style::LABEL, label);
    sheet.text(NUMBERS + PAD, y, Style::BODY, number);
}

/// A name on the left with what it is below it, at least three lines high.
fn captioned(sheet: &mut Sheet, name: &str, caption: &str) {
    let top = sheet.y();
    let lines = Style::BODY.wrapped(name, LABELS - LEFT - 2.0 * PAD);
    for line in &lines {
        sheet.text(LEFT + PAD, sheet.y(), Style::BODY, line);
        sheet.down(Style::BODY.leading());
    }
    let caption_top = sheet.y().max(top + height(2, Style::BODY));
    sheet.text(LEFT + PAD, caption_top, Style::LABEL, caption);
    sheet.down(caption_top - sheet.y() + Style::LABEL.leading() + PAD);
}
