//! The total: in figures, with the tax where the supplier has set it, and in words.

use app::invoices::{InvoiceDocument, Vat};
use app::values::Lang;

use super::mark::{Ink, Style};
use super::sheet::{BREADTH, LEFT, RIGHT, Sheet, height};

const PAD: f32 = 5.0;
/// Where the labels end and the figures have room.
const LABELS_END: f32 = RIGHT - 110.0;

pub(super) fn set(sheet: &mut Sheet, invoice: &InvoiceDocument) {
    let rows = rows(invoice);
    let words = Style::STRONG.wrapped(&invoice.total_in_words(Lang::Ru), BREADTH);
    sheet.keep(height(rows.len() + 2 + words.len(), Style::STRONG) * 1.25 + 40.0);
    sheet.rule(0.6, Ink::Line);
    sheet.down(8.0);
    let last = rows.len() - 1;
    for (index, (label, figures)) in rows.into_iter().enumerate() {
        let style = if index == last { Style { size: 10.5, ..Style::STRONG } } else { Style::BODY };
        sheet.text_to(LABELS_END, sheet.y(), style, label.as_str());
        sheet.text_to(RIGHT - PAD, sheet.y(), style, &figures);
        sheet.down(style.leading() * 1.2);
    }
    sheet.down(10.0);
    sheet.flow(LEFT, BREADTH, Style::BODY, &count(invoice));
    sheet.flow(LEFT, BREADTH, Style::STRONG, &invoice.total_in_words(Lang::Ru));
}

fn rows(invoice: &InvoiceDocument) -> Vec<(String, String)> {
    let total = invoice.total().shown(Lang::Ru).to_string();
    let tax = match invoice.vat() {
        Vat::NotSet => None,
        Vat::Without => Some(("Без НДС".to_owned(), "–".to_owned())),
        Vat::Included(rate) => {
            let tax = rate.within(invoice.total()).shown(Lang::Ru).to_string();
            Some((format!("В том числе НДС {}%", rate.percent()), tax))
        }
    };
    let before = tax.is_some().then(|| ("Итого".to_owned(), total.clone()));
    before.into_iter().chain(tax).chain([("Всего к оплате".to_owned(), total)]).collect()
}

fn count(invoice: &InvoiceDocument) -> String {
    let total = invoice.total().shown(Lang::Ru);
    format!("Всего наименований {}, на сумму {total}\u{a0}руб.", invoice.lines().len())
}
