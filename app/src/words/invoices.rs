//! Words of the invoices: how one stands, and why there is none.

use super::dialog::label;
use crate::companies::Field;
use crate::invoices::{InvoiceStatus, NoInvoice};
use crate::values::Lang;

words! {
    create: "Создать счет", "Create invoice";
    /// To a buyer, who cannot put it right.
    supplier_lacks: "Поставщик не заполнил реквизиты", "The supplier has not filled in its requisites";
    no_sum: "В счете нет суммы, которую можно оплатить", "The invoice has no sum that could be paid";
    issued: "Выставлен", "Issued";
    paid: "Оплачен", "Paid";
    cancelled: "Отменен", "Cancelled";
}

pub fn status(status: InvoiceStatus, lang: Lang) -> &'static str {
    match status {
        InvoiceStatus::Issued => issued(lang),
        InvoiceStatus::Paid => paid(lang),
        InvoiceStatus::Cancelled => cancelled(lang),
    }
}

/// Why there is no invoice, as its supplier reads it.
pub fn refusal(reason: &NoInvoice, lang: Lang) -> String {
    match (reason, lang) {
        (NoInvoice::Lacking(fields), Lang::Ru) => format!("Для счета заполните или исправьте: {}", names(fields, lang)),
        (NoInvoice::Lacking(fields), Lang::En) => {
            format!("For an invoice, fill in or correct: {}", names(fields, lang))
        }
        (NoInvoice::Sum, _) => no_sum(lang).to_owned(),
    }
}

/// What an invoice will not say of its buyer.
pub fn buyer_misses(fields: &[Field], lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("В счете не будет реквизитов покупателя: {}", names(fields, lang)),
        Lang::En => format!("The invoice will not have these of the buyer: {}", names(fields, lang)),
    }
}

fn names(fields: &[Field], lang: Lang) -> String {
    fields.iter().map(|field| label(*field, lang)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lacking_is_named_as_in_the_dialog() {
        let reason = NoInvoice::Lacking(vec![Field::Inn, Field::CorrespondentAccount]);
        assert_eq!(refusal(&reason, Lang::Ru), "Для счета заполните или исправьте: ИНН, Корреспондентский счет");
        assert_eq!(refusal(&reason, Lang::En), "For an invoice, fill in or correct: INN, Correspondent account");
        let misses = buyer_misses(&[Field::LegalAddress], Lang::Ru);
        assert_eq!(misses, "В счете не будет реквизитов покупателя: Юридический адрес");
    }
}
