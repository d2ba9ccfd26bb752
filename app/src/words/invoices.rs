//! Words of the invoices: how one stands, and why there is none.

use super::dialog::label;
use crate::companies::Field;
use crate::invoices::{InvoiceNumber, InvoiceStatus, IssuedInvoice, NoInvoice, Vat, VatRate};
use crate::reports::Month;
use crate::values::{Kopecks, Lang};

words! {
    create: "Создать счет", "Create invoice";
    /// To a buyer, who cannot put it right.
    supplier_lacks: "Поставщик не заполнил реквизиты", "The supplier has not filled in its requisites";
    no_sum: "В счете нет суммы, которую можно оплатить", "The invoice has no sum that could be paid";
    cancel: "Отменить счет", "Cancel invoice";
    cancel_it: "Отменить", "Cancel";
    invoices: "Счета", "Invoices";
    no_invoices: "Счетов еще не было", "No invoices yet";
    number: "Номер", "Number";
    date: "Дата", "Date";
    what_for: "За что", "What for";
    total_column: "Сумма, ₽", "Total, ₽";
    status_column: "Статус", "Status";
    top_up: "Пополнение баланса", "Payment in advance";
    vat: "НДС в счетах", "VAT on invoices";
    vat_not_set: "Не указывать", "Say nothing";
    vat_without: "Без НДС", "Without VAT";
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

/// When it was just issued.
pub fn said(invoice: &IssuedInvoice, lang: Lang) -> String {
    let IssuedInvoice { number, missing } = invoice;
    let issued = match lang {
        Lang::Ru => format!("Счет № {number} выставлен."),
        Lang::En => format!("Invoice {number} is issued."),
    };
    if missing.is_empty() { issued } else { format!("{issued} {}", buyer_misses(missing, lang)) }
}

/// For what it is.
pub fn subject(month: Option<Month>, lang: Lang) -> String {
    let Some(month) = month else { return top_up(lang).to_owned() };
    match lang {
        Lang::Ru => format!("Услуги за {}", month.name(lang)),
        Lang::En => format!("Services in {}", month.name(lang)),
    }
}

/// Beside the status, while a part is paid.
pub fn part_paid(paid: Kopecks, lang: Lang) -> String {
    let paid = paid.shown(lang).in_roubles();
    match lang {
        Lang::Ru => format!("оплачено {paid}"),
        Lang::En => format!("{paid} paid"),
    }
}

pub fn download(number: InvoiceNumber, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Скачать счет № {number}"),
        Lang::En => format!("Download invoice {number}"),
    }
}

pub fn cancel_number(number: InvoiceNumber, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отменить счет № {number}"),
        Lang::En => format!("Cancel invoice {number}"),
    }
}

pub fn vat_options(lang: Lang) -> Vec<(String, String)> {
    let rates = VatRate::ALL.into_iter().map(Vat::Included);
    let option = |vat: Vat| {
        let words = match vat {
            Vat::NotSet => vat_not_set(lang).to_owned(),
            Vat::Without => vat_without(lang).to_owned(),
            Vat::Included(rate) => format!("{}\u{a0}%", rate.percent()),
        };
        (vat.stored(), words)
    };
    [Vat::NotSet, Vat::Without].into_iter().chain(rates).map(option).collect()
}

/// As the dialog calls them.
pub fn names(fields: &[Field], lang: Lang) -> String {
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
