//! What the file says, read back from it as any reader of PDF would.

use app::companies::Field;
use app::invoices::{InvoiceLine, Vat};
use app::requisites::CardFields;
use app::values::Kopecks;
use lopdf::Document;

use super::sample::{invoice, sever, top_up};
use super::*;

/// The text of each page, its white space as single spaces.
fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let numbers: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = |number: &u32| document.extract_text(&[*number]).unwrap();
    numbers.iter().map(|number| text(number).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn text(invoice: &InvoiceDocument) -> String {
    pages(&pdf(invoice).unwrap()).join(" ")
}

/// Whether the texts stand there one after another.
fn in_order(text: &str, expected: &[&str]) {
    let mut rest = text;
    for piece in expected {
        let (_, behind) = rest.split_once(piece).unwrap_or_else(|| panic!("no {piece:?} in {rest:?}"));
        rest = behind;
    }
}

fn lines(count: usize) -> Vec<InvoiceLine> {
    (1..=count).map(|index| InvoiceLine::whole(&format!("Услуга {index:03}"), Kopecks::new(100))).collect()
}

#[test]
fn an_invoice_says_who_pays_what_to_whom_and_where() {
    let text = text(&top_up("ООО «Север»"));
    in_order(
        &text,
        &[
            "040613746",
            "30101810300000000746",
            "АО \"ТЕСТБАНК\", г Примерск",
            "Банк получателя",
            "40702810100000000017",
            "ИНН 0017000016",
            "КПП 001701001",
            "ООО «Ромашка-Тест»",
            "Счет на оплату № 2-2026-000017 от 23.11.2026",
            "Поставщик",
            "ООО «Ромашка-Тест»",
            "ИНН 0017000016, КПП 001701001, 000001, г. Примерск, ул. Новая, д. 1",
            "Покупатель",
            "ООО «Север»",
            "ИНН 0017000023, КПП 001701002, 000002, г. Примерск, пр. Лесной, д. 9",
            "Наименование",
            "Пополнение баланса",
            "1 250,50",
            "Всего к оплате",
            "1 250,50",
            "Всего наименований 1, на сумму 1 250,50 руб.",
            "Одна тысяча двести пятьдесят рублей 50 копеек",
            "Назначение платежа",
            "Оплата по счету № 2-2026-000017 от 23.11.2026",
        ],
    );
    assert!(!text.contains("НДС") && !text.contains("Страница"), "{text}");
}

#[test]
fn the_same_invoice_is_the_same_file_byte_for_byte() {
    let invoice = top_up("ООО «Север»");
    let json = serde_json::to_string(&invoice).unwrap();
    let stored: InvoiceDocument = serde_json::from_str(&json).unwrap();
    assert_eq!(pdf(&invoice).unwrap(), pdf(&stored).unwrap());
    assert_ne!(pdf(&invoice).unwrap(), pdf(&top_up("ООО «Юг»")).unwrap());
}

#[test]
fn a_file_is_small_enough_to_be_mailed() {
    assert!(pdf(&top_up("ООО «Север»")).unwrap().len() < 60_000);
}

#[test]
fn sums_are_grouped_by_spaces_that_do_not_break() {
    let bytes = pdf(&top_up("ООО «Север»")).unwrap();
    let text = Document::load_mem(&bytes).unwrap().extract_text(&[1]).unwrap();
    assert!(text.contains("1\u{a0}250,50"), "{text}");
}

#[test]
fn the_tax_is_printed_as_the_supplier_has_set_it() {
    let of = |stored: &str| text(&invoice(&sever("Север"), Vat::parse(stored).unwrap(), lines(3)));
    in_order(&of("22"), &["Итого", "3,00", "В том числе НДС 22%", "0,54", "Всего к оплате", "3,00"]);
    in_order(&of("without"), &["Итого", "3,00", "Без НДС", "Всего к оплате", "3,00", "от 23.11.2026, без НДС"]);
    assert!(!of("").contains("НДС"));
}

#[test]
fn two_hundred_lines_go_over_several_pages_each_with_the_head_of_the_table() {
    let invoice = invoice(&sever("Север"), Vat::NotSet, lines(200));
    let pages = pages(&pdf(&invoice).unwrap());
    assert!(pages.len() > 4, "{}", pages.len());
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Страница {} из {}", index + 1, pages.len())), "{page}");
        assert_eq!(page.contains("Услуга"), page.contains("Наименование"), "{page}");
    }
    let all = pages.join(" ");
    for index in 1..=200 {
        assert_eq!(all.matches(&format!("Услуга {index:03}")).count(), 1);
    }
    in_order(&all, &["Всего наименований 200, на сумму 200,00 руб.", "Двести рублей 00 копеек"]);
}

#[test]
fn long_names_wrap_and_nothing_of_them_is_lost() {
    let long = format!("ООО «{}конец»", "Очень длинное название ".repeat(20));
    let name = format!("{} последнее", "услуга связи по договору ".repeat(400));
    let unbroken = "ж".repeat(2000);
    let lines = vec![
        InvoiceLine::whole(&name, Kopecks::new(99_999_999_999)),
        InvoiceLine::whole(&unbroken, Kopecks::new(1)),
        InvoiceLine::whole("Короткая", Kopecks::new(1)),
    ];
    let text = text(&invoice(&sever(&long), Vat::NotSet, lines));
    in_order(&text, &["конец»", "999 999 999,99", "последнее", "Короткая", "Всего к оплате"]);
    assert!(text.matches('ж').count() >= 2000);
}

#[test]
fn hostile_texts_are_shown_as_text_or_as_boxes() {
    for (hostile, shown) in [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Север\u{202e}теб\u{200f}", "Север□теб□"),
        ("\u{0}\u{7}Север\u{1b}", "□□Север□"),
        ("Север 😀👨\u{200d}👩", "Север □□□□"),
        ("(Север) \\ %PDF-1.7 endobj", "(Север) \\ %PDF-1.7 endobj"),
        ("العربية", "□□□□□□□"),
        ("Север\r\nBcc: x", "Север Bcc: x"),
        ("z\u{300}\u{301}\u{302}", "z"),
    ] {
        let lines = vec![InvoiceLine { unit: hostile.to_owned(), ..InvoiceLine::whole(hostile, Kopecks::new(1)) }];
        let text = text(&invoice(&sever(hostile), Vat::NotSet, lines));
        assert!(text.contains(shown), "{hostile:?}: {text}");
        assert!(!text.contains(['\u{202e}', '\u{200f}', '\u{200d}', '\0']), "{hostile:?}: {text}");
    }
}

#[test]
fn whatever_is_in_a_stored_document_makes_a_file() {
    let mut json = serde_json::to_value(top_up("Север")).unwrap();
    let long = "Ж\u{202e}😀 ".repeat(400);
    for side in ["supplier", "buyer", "bank"] {
        for value in json[side].as_object_mut().unwrap().values_mut() {
            *value = long.clone().into();
        }
    }
    json["purpose"] = long.clone().into();
    json["total"] = i64::MIN.into();
    json["lines"][0]["quantity"] = u32::MAX.into();
    json["lines"][0]["price"] = i64::MAX.into();
    json["code"] = serde_json::json!({ "Ok": "я".repeat(3000) });
    let invoice: InvoiceDocument = serde_json::from_value(json.clone()).unwrap();
    assert!(pdf(&invoice).is_ok());
    json["lines"] = serde_json::json!([]);
    let empty: InvoiceDocument = serde_json::from_value(json).unwrap();
    assert!(pdf(&empty).is_ok());
}

#[test]
fn a_reason_stands_where_there_is_no_code() {
    let mut json = serde_json::to_value(top_up("Север")).unwrap();
    json["code"] = serde_json::json!({ "Err": "no_separator" });
    let invoice: InvoiceDocument = serde_json::from_value(json).unwrap();
    in_order(&text(&invoice), &["Назначение платежа", "Платежного кода нет: в названиях есть все знаки"]);
}

#[test]
fn a_buyer_without_requisites_is_named_all_the_same() {
    let bare = CardFields { name: "Север".to_owned(), ..CardFields::default() };
    assert_eq!(app::invoices::missing_of_buyer(&bare), [Field::Inn, Field::Kpp, Field::LegalAddress]);
    let text = text(&invoice(&bare, Vat::NotSet, lines(1)));
    in_order(&text, &["Покупатель", "Север", "Наименование"]);
}

#[test]
fn the_file_is_named_by_the_number() {
    assert_eq!(file_name(&top_up("Север")), "invoice-2-2026-000017.pdf");
}
