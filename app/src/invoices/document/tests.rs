//! Issuing, and what stays as it was issued.

use super::super::sample::{record, romashka, sever};
use super::super::{TopUpAmount, VatRate};
use super::*;

const P1: &str = "ST00012|Name=ООО «Ромашка-Тест»|PersonalAcc=40702810100000000017|BankName=АО \"ТЕСТБАНК\"|BIC=040613746|CorrespAcc=30101810300000000746|Sum=125050|Purpose=Оплата по счету № 2-2026-000017 от 23.11.2026|PayeeINN=0017000016|KPP=001701001";

fn issue(supplier: &CardFields, vat: Vat, lines: Vec<InvoiceLine>) -> Result<InvoiceDocument, NoInvoice> {
    let number = InvoiceNumber::parse("2-2026-000017").unwrap();
    let day = InvoiceDay::parse("2026-11-23").unwrap();
    InvoiceDocument::issue(number, day, Supplier { fields: supplier, bank: &record(), vat }, &sever(), lines)
}

fn top_up() -> Vec<InvoiceLine> {
    vec![TopUpAmount::parse("1250.50").unwrap().line()]
}

#[test]
fn a_top_up_of_1250_50_says_so_in_digits_words_and_code() {
    let invoice = issue(&romashka(), Vat::NotSet, top_up()).unwrap();
    assert_eq!(invoice.title(), "Счет на оплату № 2-2026-000017 от 23.11.2026");
    assert_eq!(invoice.total(), Kopecks::new(125_050));
    assert_eq!(invoice.total_in_words(Lang::Ru), "Одна тысяча двести пятьдесят рублей 50 копеек");
    assert_eq!(invoice.code(), Ok(P1));
    assert_eq!(invoice.included_vat(), None);
}

#[test]
fn the_tax_is_part_of_the_total() {
    let rate = VatRate::try_from(20).unwrap();
    let invoice = issue(&romashka(), Vat::Included(rate), top_up()).unwrap();
    assert_eq!(invoice.included_vat(), Some((rate, Kopecks::new(20_842))));
    assert_eq!(invoice.total(), Kopecks::new(125_050));
    assert!(invoice.code().unwrap().contains("от 23.11.2026, в том числе НДС 20% 208,42 руб."));
}

#[test]
fn a_supplier_that_lacks_something_issues_nothing_and_hears_what() {
    let without_bank = CardFields { bank: String::new(), inn: "0017000061".to_owned(), ..romashka() };
    assert_eq!(issue(&without_bank, Vat::NotSet, top_up()), Err(NoInvoice::Lacking(vec![Field::Inn, Field::Bank])));
}

#[test]
fn lines_that_add_up_to_nothing_or_too_much_are_no_invoice() {
    let line = |kopecks| InvoiceLine::whole("Голос", Kopecks::new(kopecks));
    for lines in [vec![], vec![line(0)], vec![line(5), line(-5)], vec![line(i64::MAX), line(1)]] {
        assert_eq!(issue(&romashka(), Vat::NotSet, lines), Err(NoInvoice::Sum));
    }
    assert_eq!(issue(&romashka(), Vat::NotSet, vec![line(5), line(7)]).unwrap().total(), Kopecks::new(12));
}

#[test]
fn what_is_stored_reads_back_as_it_was_issued() {
    let invoice = issue(&romashka(), Vat::Without, top_up()).unwrap();
    let json = serde_json::to_string(&invoice).unwrap();
    assert_eq!(serde_json::from_str::<InvoiceDocument>(&json).unwrap(), invoice);
    let edited = CardFields { name: "ООО «Новое имя»".to_owned(), ..romashka() };
    let later = issue(&edited, Vat::NotSet, top_up()).unwrap();
    assert_ne!(later.supplier(), invoice.supplier());
    assert_eq!(serde_json::from_str::<InvoiceDocument>(&json).unwrap().supplier().name, "ООО «Ромашка-Тест»");
}

#[test]
fn where_no_code_can_be_written_the_invoice_keeps_the_reason() {
    let unwritable = CardFields { name: "ООО «|~^#;»".to_owned(), ..romashka() };
    assert_eq!(issue(&unwritable, Vat::NotSet, top_up()).unwrap().code(), Err(&NoCode::NoSeparator));
}
