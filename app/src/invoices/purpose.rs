//! What the payer writes into the payment.

use super::{InvoiceDay, InvoiceNumber, Vat};
use crate::values::{Kopecks, Lang};

/// `Оплата по счету № 2-2026-000017 от 23.11.2026`, and where the supplier has set it, the tax: a bank wants it told in
/// the purpose (Bank of Russia's regulation 762-P, annex 1, field 24). In Russian, as payments are.
pub fn purpose(number: InvoiceNumber, day: &InvoiceDay, vat: Vat, total: Kopecks) -> String {
    let bare = format!("Оплата по счету № {number} от {}", day.shown(Lang::Ru));
    match vat {
        Vat::NotSet => bare,
        Vat::Without => format!("{bare}, без НДС"),
        Vat::Included(rate) => {
            let tax = rate.within(total).editable(Lang::Ru);
            format!("{bare}, в том числе НДС {}% {tax} руб.", rate.percent())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tax_is_named_only_where_it_is_set() {
        let number = InvoiceNumber::parse("2-2026-000017").unwrap();
        let day = InvoiceDay::parse("2026-11-23").unwrap();
        let of = |stored: &str| purpose(number, &day, Vat::parse(stored).unwrap(), Kopecks::new(125_050));
        assert_eq!(of(""), "Оплата по счету № 2-2026-000017 от 23.11.2026");
        assert_eq!(of("without"), "Оплата по счету № 2-2026-000017 от 23.11.2026, без НДС");
        assert_eq!(of("22"), "Оплата по счету № 2-2026-000017 от 23.11.2026, в том числе НДС 22% 225,50 руб.");
    }
}
