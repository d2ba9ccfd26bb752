//! The letters about invoices: one is issued, or cannot be.

use app::companies::Field;
use app::invoices::InvoiceDocument;
use app::words::invoices as words;

use super::{Body, Sheet};

/// The invoice itself is attached.
pub(super) fn issued(sheet: Sheet<'_>, company_id: i64, invoice: &InvoiceDocument, at: String) -> Body {
    let (number, buyer, supplier) = (invoice.number(), &invoice.buyer().name, &invoice.supplier().name);
    let code = match invoice.code() {
        Ok(_) => sheet.pick(
            "Счет приложен к письму. В нем есть платежный код: его читает приложение банка.",
            "The invoice is attached. It has a payment code that a banking app reads.",
        ),
        Err(_) => sheet.pick("Счет приложен к письму.", "The invoice is attached."),
    };
    Body {
        paragraphs: vec![
            sheet.pick(
                format!("{supplier} выставляет счет № {number} компании {buyer}."),
                format!("{supplier} issues invoice {number} to {buyer}."),
            ),
            code.to_owned(),
        ],
        facts: vec![
            ("ID", company_id.to_string()),
            sheet.company(buyer),
            (sheet.pick("Поставщик", "Supplier"), supplier.clone()),
            (sheet.pick("Дата", "Date"), invoice.day().shown(sheet.lang)),
            (sheet.pick("Выставлен", "Issued"), at),
            (sheet.pick("Сумма", "Amount"), sheet.amount(invoice.total())),
            (sheet.pick("Назначение платежа", "Purpose of the payment"), invoice.purpose().to_owned()),
        ],
        button: sheet.button("Открыть баланс", "Open the billing page", &format!("/companies/{company_id}/billing")),
        notes: vec![sheet.pick(
            format!("Вы получили это письмо, потому что этот адрес указан у компании «{buyer}» (ID {company_id})."),
            format!("You get this letter because this is the address of {buyer} (ID {company_id})."),
        )],
        ..Body::default()
    }
}

/// To the supplier: what to fill in.
pub(super) fn not_issued(
    sheet: Sheet<'_>,
    (supplier, supplier_id): (&str, i64),
    buyer: &str,
    lacking: &[Field],
    at: String,
) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Счет компании «{buyer}» не выставлен: в реквизитах поставщика не хватает данных или есть ошибки."),
            format!("No invoice was issued to {buyer}: the supplier’s requisites have gaps or errors."),
        )],
        facts: vec![
            ("ID", supplier_id.to_string()),
            sheet.company(supplier),
            (sheet.pick("Когда", "When"), at),
            (sheet.pick("Заполните или исправьте", "Fill in or correct"), words::names(lacking, sheet.lang)),
        ],
        button: sheet.open_company(supplier_id),
        notes: vec![sheet.pick(
            "Вы получили это письмо, потому что счета выставляются от имени вашей компании. Оно приходит не чаще раза в день.".to_owned(),
            "You get this letter because invoices are issued in your company’s name. It comes once a day at most.".to_owned(),
        )],
        ..Body::default()
    }
}
