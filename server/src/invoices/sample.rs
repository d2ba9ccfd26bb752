//! Invented invoices for the tests.

use app::invoices::{InvoiceDay, InvoiceDocument, InvoiceLine, InvoiceNumber, Supplier, TopUpAmount, Vat};
use app::requisites::{BankRecord, CardFields};

pub(crate) fn romashka() -> CardFields {
    let typed = |text: &str| text.to_owned();
    CardFields {
        name: typed("ООО «Ромашка-Тест»"),
        inn: typed("0017000016"),
        kpp: typed("001701001"),
        account: typed("40702810100000000017"),
        bank: typed("АО \"ТЕСТБАНК\", г Примерск"),
        bic: typed("040613746"),
        correspondent_account: typed("30101810300000000746"),
        legal_address: typed("000001, г. Примерск, ул. Новая, д. 1"),
        ..CardFields::default()
    }
}

pub(crate) fn sever(name: &str) -> CardFields {
    CardFields {
        name: name.to_owned(),
        inn: "0017000023".to_owned(),
        kpp: "001701002".to_owned(),
        legal_address: "000002, г. Примерск, пр. Лесной, д. 9".to_owned(),
        ..CardFields::default()
    }
}

/// 2-2026-000017 of 23.11.2026.
pub(crate) fn invoice(buyer: &CardFields, vat: Vat, lines: Vec<InvoiceLine>) -> InvoiceDocument {
    let number = InvoiceNumber::parse("2-2026-000017").unwrap();
    let day = InvoiceDay::parse("2026-11-23").unwrap();
    let supplier = Supplier { fields: &romashka(), bank: &BankRecord::default(), vat };
    InvoiceDocument::issue(number, day, supplier, buyer, lines).unwrap()
}

/// Of 1 250.50, to a company of this name.
pub(crate) fn top_up(buyer: &str) -> InvoiceDocument {
    invoice(&sever(buyer), Vat::NotSet, vec![TopUpAmount::parse("1250.50").unwrap().line()])
}
