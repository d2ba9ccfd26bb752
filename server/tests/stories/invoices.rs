//! Invoices: what they say, how they are numbered, how they are paid and cancelled.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Answer, Browser, HOUR, Kontora, demo, stories};

mod monthly;

stories![
    Demo;
    a_top_up_is_issued_listed_and_mailed_with_its_pdf,
    an_invoice_says_what_both_sides_were_when_it_was_issued,
    invoices_issued_at_once_have_numbers_without_gaps,
    payments_that_name_it_add_up_and_one_taken_back_does_not_count,
    its_supplier_cancels_it_and_the_number_stays_used,
    a_supplier_that_lacks_requisites_issues_nothing_and_is_told_once_a_day,
    value_added_tax_is_printed_once_it_is_set,
    an_amount_that_is_none_is_refused_at_its_field,
    nobody_issues_invoices_to_the_platform,
    the_same_press_twice_issues_one_invoice,
    more_than_sixty_an_hour_have_to_wait,
];

/// In the tests' year, by the supplier's first.
const FIRST: &str = "2-2026-000001";

async fn create(browser: &mut Browser, amount: &str) -> Answer {
    browser.call("create_invoice", json!({"company": demo::EXAMPLE, "fields": {"amount": amount}})).await
}

async fn invoices(browser: &mut Browser) -> Value {
    let asked = json!({"company": demo::EXAMPLE, "filter": {}, "before": null});
    browser.call("company_billing", asked).await.ok()["invoices"].clone()
}

async fn pay(browser: &mut Browser, amount: &str, reference: &str) -> Value {
    let key = format!("{amount} {reference} {}", fastrand::u64(..));
    let fields = json!({"kind": "payment", "amount": amount, "reference": reference, "key": key});
    browser.call("write_entry", json!({"company": demo::EXAMPLE, "fields": fields})).await.ok()
}

async fn save(browser: &mut Browser, company: i64, changes: Value) {
    let form = browser.call("company", json!({"id": company})).await.ok();
    let body = json!({"id": company, "version": form["version"], "changes": changes});
    browser.call("save_company", body).await.ok();
}

async fn pdf(browser: &mut Browser, number: &str) -> Vec<u8> {
    browser.get(&format!("/api/invoices/{number}/invoice.pdf")).await.is(200).body.to_vec()
}

/// What a reader of PDF finds in it, its white space as single spaces.
fn text(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn a_top_up_is_issued_listed_and_mailed_with_its_pdf(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let issued = create(&mut reseller, "1 250,50").await.ok();
    assert_eq!(issued, json!({"number": FIRST, "missing": []}));
    let listed = invoices(&mut reseller).await;
    assert_eq!((&listed[0]["number"], &listed[0]["total"]), (&json!(FIRST), &json!(125_050)));
    assert_eq!((&listed[0]["status"], &listed[0]["month"]), (&json!("issued"), &Value::Null));
    let file = pdf(&mut reseller, FIRST).await;
    let said = text(&file);
    for piece in [FIRST, "New ways partner", "New ways company", "0017000016", "1 250,50"] {
        assert!(said.contains(piece), "no {piece} in {said}");
    }
    assert!(said.contains("Одна тысяча двести пятьдесят рублей 50 копеек"), "{said}");
    let letter = kontora.letter_to("info@newways.test").await;
    assert!(letter.subject.contains(FIRST) && letter.text.contains("Оплата по счету"), "{}", letter.text);
    assert_eq!(letter.attached, [file]);
}

async fn an_invoice_says_what_both_sides_were_when_it_was_issued(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    create(&mut reseller, "100").await.ok();
    let before = pdf(&mut reseller, FIRST).await;
    save(&mut reseller, demo::EXAMPLE, json!({"name": "Renamed", "legal_address": "Elsewhere"})).await;
    save(&mut reseller, demo::NEW_WAYS, json!({"name": "Another seller"})).await;
    assert_eq!(pdf(&mut reseller, FIRST).await, before);
    create(&mut reseller, "100").await.ok();
    let after = text(&pdf(&mut reseller, "2-2026-000002").await);
    assert!(after.contains("Renamed") && after.contains("Another seller"), "{after}");
}

async fn invoices_issued_at_once_have_numbers_without_gaps(kontora: Kontora) {
    let reseller = kontora.signed_in("reseller").await;
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        let mut browser = reseller.clone();
        calls.spawn(async move { create(&mut browser, "10").await.ok()["number"].as_str().unwrap().to_owned() });
    }
    let mut numbers = calls.join_all().await;
    numbers.sort();
    let expected: Vec<String> = (1..=20).map(|serial| format!("2-2026-{serial:06}")).collect();
    assert_eq!(numbers, expected);
}

async fn payments_that_name_it_add_up_and_one_taken_back_does_not_count(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    create(&mut reseller, "100").await.ok();
    let stands = async |reseller: &mut Browser| {
        let invoice = invoices(reseller).await[0].clone();
        (invoice["status"].as_str().unwrap().to_owned(), invoice["paid"].as_i64().unwrap())
    };
    pay(&mut reseller, "60", FIRST).await;
    pay(&mut reseller, "40", "another").await;
    assert_eq!(stands(&mut reseller).await, ("issued".to_owned(), 6000));
    let last = pay(&mut reseller, "40", FIRST).await;
    assert_eq!(stands(&mut reseller).await, ("paid".to_owned(), 10_000));
    let cancelled = cancel(&mut reseller, FIRST).await;
    assert_eq!(cancelled.problems(), json!({"form": ["cannot_cancel_invoice"]}));
    let fields = json!({"number": last.to_string(), "description": "By mistake", "key": "back"});
    reseller.call("reverse_entry", json!({"company": demo::EXAMPLE, "fields": fields})).await.ok();
    assert_eq!(stands(&mut reseller).await, ("issued".to_owned(), 6000));
}

async fn cancel(browser: &mut Browser, number: &str) -> Answer {
    browser.call("cancel_invoice", json!({"number": number, "fields": {"reason": "Asked for twice"}})).await
}

async fn its_supplier_cancels_it_and_the_number_stays_used(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let own = json!({"company": demo::AFFILIATE, "fields": {"amount": "100"}});
    let number = affiliate.call("create_invoice", own.clone()).await.ok()["number"].as_str().unwrap().to_owned();
    cancel(&mut affiliate, &number).await.refuses("write_ledger");
    let mut sibir = kontora.signed_in("sibir").await;
    cancel(&mut sibir, &number).await.is(404);
    let mut reseller = kontora.signed_in("reseller").await;
    cancel(&mut reseller, &number).await.ok();
    let asked = json!({"company": demo::AFFILIATE, "filter": {}, "before": null});
    let listed = affiliate.call("company_billing", asked).await.ok()["invoices"][0].clone();
    assert_eq!((&listed["status"], &listed["may_cancel"]), (&json!("cancelled"), &json!(false)));
    assert_eq!(cancel(&mut reseller, &number).await.problems(), json!({"form": ["cannot_cancel_invoice"]}));
    let next = affiliate.call("create_invoice", own).await.ok();
    assert_eq!(next["number"], "2-2026-000002");
    let events = "SELECT COUNT(*) FROM audit_event WHERE kind IN ('invoice_issued', 'invoice_cancelled')";
    assert_eq!(kontora.database.number(events).await, 3);
}

async fn a_supplier_that_lacks_requisites_issues_nothing_and_is_told_once_a_day(kontora: Kontora) {
    kontora.database.execute("UPDATE company SET account = '', inn = '' WHERE id = 2").await.unwrap();
    let mut affiliate = kontora.signed_in("affiliate").await;
    let own = json!({"company": demo::AFFILIATE, "fields": {"amount": "100"}});
    for letters in [1, 0] {
        let refused = affiliate.call("create_invoice", own.clone()).await.problems();
        assert_eq!(refused, json!({"form": ["supplier_lacks_requisites"]}));
        let told = kontora.letters_to("info@newways-partner.test").await;
        assert_eq!(told.len(), letters);
        assert!(told.iter().all(|letter| letter.text.contains("ИНН") || letter.text.contains("INN")));
    }
    let mut reseller = kontora.signed_in("reseller").await;
    let refused = create(&mut reseller, "100").await.problems();
    assert_eq!(refused, json!({"form": [{"no_invoice": {"lacking": ["inn", "account"]}}]}));
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM invoice_serial").await, 0, "no number is used");
}

async fn value_added_tax_is_printed_once_it_is_set(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let set = |vat: &str| json!({"company": demo::NEW_WAYS, "fields": {"vat": vat}});
    create(&mut reseller, "122").await.ok();
    reseller.call("set_vat", set("22")).await.ok();
    create(&mut reseller, "122").await.ok();
    assert_eq!(reseller.call("set_vat", set("18")).await.problems(), json!({"vat": ["unknown_choice"]}));
    let affiliate = json!({"company": demo::EXAMPLE, "fields": {"vat": "22"}});
    reseller.call("set_vat", affiliate).await.is(404);
    let said = async |reseller: &mut Browser, number: &str| text(&pdf(reseller, number).await);
    assert!(!said(&mut reseller, FIRST).await.contains("НДС"));
    let taxed = said(&mut reseller, "2-2026-000002").await;
    assert!(taxed.contains("22,00") && taxed.contains("НДС"), "{taxed}");
}

async fn an_amount_that_is_none_is_refused_at_its_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for amount in ["", "0.99", "1000000000", "ten"] {
        let problems = create(&mut reseller, amount).await.problems();
        assert!(problems["amount"].is_array(), "{amount}: {problems}");
    }
    assert_eq!(invoices(&mut reseller).await, json!([]));
}

async fn nobody_issues_invoices_to_the_platform(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let refused = operator.call("create_invoice", json!({"company": demo::PLATFORM, "fields": {"amount": "5"}})).await;
    assert_eq!(refused.problems(), json!({"form": ["no_supplier"]}));
    let issued = operator.call("create_invoice", json!({"company": demo::NEW_WAYS, "fields": {"amount": "5"}})).await;
    assert_eq!(issued.ok()["number"], "1-2026-000001");
}

async fn the_same_press_twice_issues_one_invoice(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let press = json!({"company": demo::EXAMPLE, "fields": {"amount": "100", "key": "one press"}});
    let first = reseller.call("create_invoice", press.clone()).await.ok();
    assert_eq!(reseller.call("create_invoice", press).await.ok(), first);
    let other = json!({"company": demo::EXAMPLE, "fields": {"amount": "200", "key": "one press"}});
    let refused = reseller.call("create_invoice", other).await.problems();
    assert_eq!(refused, json!({"form": ["idempotency_key_reused"]}), "not the invoice over another amount");
    assert_eq!(invoices(&mut reseller).await.as_array().unwrap().len(), 1);
    assert_eq!(kontora.letters_to("info@newways.test").await.len(), 1);
}

async fn more_than_sixty_an_hour_have_to_wait(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for _ in 0..60 {
        create(&mut reseller, "10").await.ok();
    }
    assert_eq!(create(&mut reseller, "10").await.is(429).header("retry-after"), "3601");
    kontora.pass(HOUR);
    create(&mut reseller, "10").await.ok();
}
