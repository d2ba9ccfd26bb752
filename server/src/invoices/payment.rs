//! What to write into the payment, and the code that fills it in.

use app::invoices::InvoiceDocument;
use app::requisites::NoCode;
use app::values::Lang;

use super::mark::{Ink, Style};
use super::sheet::{BREADTH, LEFT, RIGHT, Sheet, height};
use crate::qr;

const PAD: f32 = 12.0;
/// Of the code, 34 mm: a phone reads modules of half a millimetre.
const SIDE: f32 = 96.0;
const HINT: &str = "Код для оплаты по ГОСТ Р 56042 для платежей граждан: наведите на него приложение банка. Приложение банка для бизнеса может его не прочесть.";

pub(super) fn set(sheet: &mut Sheet, invoice: &InvoiceDocument) {
    let code = code(invoice);
    let text = LEFT + PAD + code.as_ref().map_or(0.0, |_| SIDE + PAD + 4.0);
    let width = RIGHT - PAD - text;
    let note = match &code {
        Ok(_) => HINT.to_owned(),
        Err(reason) => format!("{}.", reason.words(Lang::Ru).trim_end_matches('.')),
    };
    let purpose = Style::STRONG.wrapped(invoice.purpose(), width);
    let notes = Style::LABEL.wrapped(&note, width);
    let texts = height(purpose.len(), Style::STRONG) + height(notes.len() + 1, Style::LABEL) + 8.0;
    let high = texts.max(if code.is_ok() { SIDE } else { 0.0 }) + 2.0 * PAD;
    sheet.down(22.0);
    sheet.keep(high);
    let top = sheet.y();
    frame(sheet, top, high);
    if let Ok(rows) = &code {
        draw(sheet, rows, top + PAD);
    }
    sheet.down(PAD);
    sheet.flow(text, width, Style::LABEL, "Назначение платежа");
    sheet.flow(text, width, Style::STRONG, invoice.purpose());
    sheet.down(8.0);
    sheet.flow(text, width, Style::LABEL, &note);
}

/// The modules, or why there are none.
fn code(invoice: &InvoiceDocument) -> Result<Vec<Vec<bool>>, NoCode> {
    let text = invoice.code().map_err(NoCode::clone)?;
    qr::modules(text).ok_or(NoCode::ReadsOtherwise)
}

fn frame(sheet: &mut Sheet, top: f32, high: f32) {
    sheet.bar(LEFT, top, [BREADTH, 0.6], Ink::Hairline);
    sheet.bar(LEFT, top + high, [BREADTH, 0.6], Ink::Hairline);
    sheet.bar(LEFT, top, [0.6, high], Ink::Hairline);
    sheet.bar(RIGHT - 0.6, top, [0.6, high], Ink::Hairline);
}

/// Each run of dark modules is one rectangle. The quiet zone is the white around it.
fn draw(sheet: &mut Sheet, rows: &[Vec<bool>], top: f32) {
    let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    let module = SIDE / count(rows.len());
    for (y, modules) in rows.iter().enumerate() {
        let mut x = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run[0] {
                let place = (LEFT + PAD + count(x) * module, top + count(y) * module);
                sheet.bar(place.0, place.1, [count(run.len()) * module, module], Ink::Black);
            }
            x += run.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::mark::Mark;
    use super::super::sample::top_up;
    use super::*;

    /// What a phone reads from the page at three hundred dots an inch.
    fn scanned(page: &[Mark]) -> String {
        let dots =
            |points: f32| (1..10_000_u16).find(|dot| f32::from(*dot) >= points * 300.0 / 72.0).map_or(0, usize::from);
        let (side, mut image) = (2500, vec![255_u8; 2500 * 3600]);
        for mark in page {
            let Mark::Bar(bar) = mark else { continue };
            if bar.ink == Ink::Black {
                for y in dots(bar.y)..dots(bar.y + bar.height) {
                    image[y * side + dots(bar.x)..y * side + dots(bar.x + bar.width)].fill(0);
                }
            }
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, 3600, |x, y| image[y * side + x]);
        image.detect_grids()[0].decode().unwrap().1
    }

    #[test]
    fn the_printed_code_reads_as_the_invoice_says() {
        let invoice = top_up("ООО «Север»");
        let mut sheet = Sheet::default();
        set(&mut sheet, &invoice);
        let pages = sheet.into_pages("");
        assert_eq!(scanned(&pages[0]), invoice.code().unwrap());
    }
}
