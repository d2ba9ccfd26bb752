//! What is paid for, line by line; the head of the table stands on every page.

use app::invoices::{InvoiceDocument, InvoiceLine};
use app::values::{Kopecks, Lang};

use super::mark::{Ink, Style};
use super::sheet::{BREADTH, LEFT, RIGHT, Sheet, height};

const PAD: f32 = 5.0;
const ROW_PAD: f32 = 5.0;
/// The right edges of the columns of numbers, and where the name begins and ends.
const NAME: f32 = LEFT + 32.0;
const NAME_END: f32 = QUANTITY_END - 54.0;
const QUANTITY_END: f32 = UNIT - PAD;
const UNIT: f32 = PRICE_END - 126.0;
const PRICE_END: f32 = SUM_END - 88.0;
const SUM_END: f32 = RIGHT - PAD;

pub(super) fn set(sheet: &mut Sheet, invoice: &InvoiceDocument) {
    head(sheet);
    for (index, line) in invoice.lines().iter().enumerate() {
        row(sheet, index + 1, line);
    }
}

fn head(sheet: &mut Sheet) {
    let style = Style::LABEL;
    let high = style.leading() + 2.0 * ROW_PAD;
    sheet.keep(high * 2.0);
    let y = sheet.y();
    sheet.bar(LEFT, y, [BREADTH, high], Ink::Ground);
    sheet.rule(0.6, Ink::Line);
    let y = y + ROW_PAD;
    sheet.text(LEFT + PAD, y, style, "№");
    sheet.text(NAME, y, style, "Наименование");
    sheet.text_to(QUANTITY_END, y, style, "Кол-во");
    sheet.text(UNIT + PAD, y, style, "Ед.");
    sheet.text_to(PRICE_END, y, style, "Цена, руб.");
    sheet.text_to(SUM_END, y, style, "Сумма, руб.");
    sheet.down(high);
    sheet.rule(0.6, Ink::Line);
}

/// A name longer than a page goes on on the next.
fn row(sheet: &mut Sheet, number: usize, line: &InvoiceLine) {
    let style = Style::BODY;
    let name = style.wrapped(&line.name, NAME_END - NAME);
    let high = height(name.len().max(1), style) + 2.0 * ROW_PAD;
    if !sheet.has_room(high) && Sheet::fits_a_page(high + 2.0 * style.leading()) {
        turn(sheet);
    }
    sheet.down(ROW_PAD);
    let y = sheet.y();
    sheet.text(LEFT + PAD, y, style, &number.to_string());
    let mut pieces = name.iter();
    sheet.text(NAME, y, style, pieces.next().map_or("", String::as_str));
    sheet.text_to(QUANTITY_END, y, style, &quantity(line));
    sheet.text(UNIT + PAD, y, style, &line.unit);
    sheet.text_to(PRICE_END, y, style, &amount(line.price));
    sheet.text_to(SUM_END, y, style, &line.sum().map(amount).unwrap_or_default());
    sheet.down(style.leading());
    for piece in pieces {
        if !sheet.has_room(style.leading() + ROW_PAD) {
            turn(sheet);
            sheet.down(ROW_PAD);
        }
        sheet.text(NAME, sheet.y(), style, piece);
        sheet.down(style.leading());
    }
    sheet.down(ROW_PAD);
    sheet.rule(0.5, Ink::Hairline);
}

fn turn(sheet: &mut Sheet) {
    sheet.turn();
    head(sheet);
}

/// `1 250,50`: the unit stands in the head.
fn amount(sum: Kopecks) -> String {
    sum.shown(Lang::Ru).to_string()
}

/// `1 200`.
fn quantity(line: &InvoiceLine) -> String {
    Kopecks::new(i64::from(line.quantity) * 100).shown(Lang::Ru).whole().to_owned()
}
