//! The invoice that a month's report brings.

use serde_json::{Value, json};

use crate::reports::{DECEMBER, entry, run, settled, until_made};
use crate::support::{DAY, Kontora, demo, stories};

stories![
    Demo;
    a_month_with_charges_brings_one_invoice_with_a_line_for_each_service,
    a_month_without_charges_brings_none,
    a_supplier_that_lacked_requisites_issues_it_when_the_report_is_made_again,
    what_was_taken_back_is_not_billed_and_a_cancelled_invoice_makes_room,
    what_is_taken_back_later_is_money_on_the_account,
    an_invoice_issued_again_leaves_out_what_was_taken_back_since,
    who_sold_the_month_bills_it,
];

async fn listed(kontora: &Kontora) -> Value {
    let asked = json!({"company": demo::AFFILIATE, "filter": {}, "before": null});
    kontora.signed_in("affiliate").await.call("company_billing", asked).await.ok()["invoices"].clone()
}

async fn a_month_with_charges_brings_one_invoice_with_a_line_for_each_service(kontora: Kontora) {
    settled(&kontora).await;
    for (amount, service) in [(-70_000, "voice"), (-5_000, "sms"), (-1_000, "voice")] {
        entry(&kontora, demo::AFFILIATE, "charge", amount, service, kontora.now()).await;
    }
    until_made(&kontora, DECEMBER).await;
    let invoices = listed(&kontora).await;
    assert_eq!((&invoices[0]["month"], &invoices[0]["total"]), (&json!("2026-11"), &json!(76_000)));
    assert_eq!(invoices.as_array().unwrap().len(), 1);
    let number = invoices[0]["number"].as_str().unwrap();
    assert_eq!(number, "2-2026-000001");
    let file = kontora.signed_in("affiliate").await.get(&format!("/api/invoices/{number}/invoice.pdf")).await;
    let said = super::text(&file.is(200).body);
    for piece in ["Звонки за ноябрь 2026", "710,00", "SMS за ноябрь 2026", "50,00", "760,00"] {
        assert!(said.contains(piece), "no {piece} in {said}");
    }
    let report = kontora.database.text("SELECT id FROM report WHERE company_id = 3 AND month = '2026-11'").await;
    kontora.signed_in("affiliate").await.call("make_report_again", json!({"id": report})).await.ok();
    assert_eq!(listed(&kontora).await.as_array().unwrap().len(), 1, "once");
}

async fn a_month_without_charges_brings_none(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "payment", 20_000, "", kontora.now()).await;
    until_made(&kontora, DECEMBER).await;
    assert_eq!(listed(&kontora).await, json!([]));
}

async fn a_supplier_that_lacked_requisites_issues_it_when_the_report_is_made_again(kontora: Kontora) {
    settled(&kontora).await;
    let account = kontora.database.text("SELECT account FROM company WHERE id = 2").await;
    kontora.database.execute("UPDATE company SET account = '' WHERE id = 2").await.unwrap();
    entry(&kontora, demo::AFFILIATE, "charge", -70_000, "voice", kontora.now()).await;
    until_made(&kontora, DECEMBER).await;
    assert_eq!(listed(&kontora).await, json!([]));
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM letter WHERE kind = 'invoice_not_issued'").await, 1);
    run(&kontora, format!("UPDATE company SET account = '{account}' WHERE id = 2")).await;
    let report = kontora.database.text("SELECT id FROM report WHERE company_id = 3 AND month = '2026-11'").await;
    kontora.signed_in("affiliate").await.call("make_report_again", json!({"id": report})).await.ok();
    assert_eq!(listed(&kontora).await[0]["total"], 70_000);
}

async fn again(kontora: &Kontora, who: &str) {
    let report = kontora.database.text("SELECT id FROM report WHERE company_id = 3 AND month = '2026-11'").await;
    kontora.signed_in(who).await.call("make_report_again", json!({"id": report})).await.ok();
}

async fn what_was_taken_back_is_not_billed_and_a_cancelled_invoice_makes_room(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "charge", -70_000, "voice", kontora.now()).await;
    entry(&kontora, demo::AFFILIATE, "charge", -5_000, "voice", kontora.now()).await;
    let last = "SELECT MAX(number) FROM ledger_entry WHERE company_id = 3";
    let fields = json!({"number": kontora.database.number(last).await.to_string(), "description": "Twice", "key": "k"});
    let reverse = json!({"company": demo::AFFILIATE, "fields": fields});
    kontora.signed_in("reseller").await.call("reverse_entry", reverse).await.ok();
    until_made(&kontora, DECEMBER).await;
    let invoice = listed(&kontora).await[0].clone();
    assert_eq!(invoice["total"], 70_000);
    let cancel = json!({"number": invoice["number"], "fields": {"reason": "Wrong VAT"}});
    kontora.signed_in("reseller").await.call("cancel_invoice", cancel).await.ok();
    again(&kontora, "affiliate").await;
    assert_eq!(statuses(&kontora).await, [json!("cancelled")], "not by the buyer");
    again(&kontora, "reseller").await;
    again(&kontora, "operator").await;
    assert_eq!(statuses(&kontora).await, [json!("issued"), json!("cancelled")]);
    let on_record = "SELECT COUNT(*) FROM audit_event WHERE kind = 'invoice_issued' AND company_id = 3";
    assert_eq!(kontora.database.number(on_record).await, 1, "who asked for another");
}

async fn statuses(kontora: &Kontora) -> Vec<Value> {
    listed(kontora).await.as_array().unwrap().iter().map(|invoice| invoice["status"].clone()).collect()
}

async fn what_is_taken_back_later_is_money_on_the_account(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "charge", -100_000, "voice", kontora.now()).await;
    let billed = kontora.database.number("SELECT MAX(number) FROM ledger_entry WHERE company_id = 3").await;
    until_made(&kontora, DECEMBER).await;
    let fields = json!({"number": billed.to_string(), "description": "Wrong", "key": "k"});
    let reverse = json!({"company": demo::AFFILIATE, "fields": fields});
    kontora.signed_in("reseller").await.call("reverse_entry", reverse).await.ok();
    entry(&kontora, demo::AFFILIATE, "charge", -30_000, "sms", kontora.now()).await;
    until_made(&kontora, DECEMBER + 31 * DAY).await;
    let invoices = listed(&kontora).await;
    assert_eq!((&invoices[0]["month"], &invoices[0]["total"]), (&json!("2026-12"), &json!(30_000)));
    assert_eq!(invoices[1]["total"], 100_000);
}

async fn an_invoice_issued_again_leaves_out_what_was_taken_back_since(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "charge", -70_000, "voice", kontora.now()).await;
    entry(&kontora, demo::AFFILIATE, "charge", -5_000, "sms", kontora.now()).await;
    let wrong = kontora.database.number("SELECT MAX(number) FROM ledger_entry WHERE company_id = 3").await;
    until_made(&kontora, DECEMBER).await;
    let fields = json!({"number": wrong.to_string(), "description": "Wrong", "key": "k"});
    let reverse = json!({"company": demo::AFFILIATE, "fields": fields});
    kontora.signed_in("reseller").await.call("reverse_entry", reverse).await.ok();
    let cancel = json!({"number": listed(&kontora).await[0]["number"], "fields": {"reason": "Wrong"}});
    kontora.signed_in("reseller").await.call("cancel_invoice", cancel).await.ok();
    again(&kontora, "reseller").await;
    assert_eq!(listed(&kontora).await[0]["total"], 70_000);
}

async fn who_sold_the_month_bills_it(kontora: Kontora) {
    settled(&kontora).await;
    let account = kontora.database.text("SELECT account FROM company WHERE id = 2").await;
    kontora.database.execute("UPDATE company SET account = '' WHERE id = 2").await.unwrap();
    entry(&kontora, demo::AFFILIATE, "charge", -70_000, "voice", kontora.now()).await;
    until_made(&kontora, DECEMBER).await;
    run(&kontora, format!("UPDATE company SET account = '{account}' WHERE id = 2")).await;
    run(&kontora, format!("UPDATE company SET reseller_id = {} WHERE id = 3", demo::SIBIR)).await;
    again(&kontora, "operator").await;
    assert_eq!(listed(&kontora).await[0]["number"], "2-2026-000001");
}
