//! What may be written to a ledger, by whom, and that the sum is always right.

use axum::http::Method;
use serde_json::json;
use tokio::task::JoinSet;

use super::{EMPTY, access, allowed, begin_with, billing, post, refused, rub, write};
use crate::support::{Client, Kontora, SECOND, demo, stories};

stories![
    Demo;
    a_charge_and_a_payment_move_the_balance_to_the_kopeck,
    entries_posted_at_once_end_in_the_exact_sum,
    what_is_no_entry_is_refused_at_its_field,
    an_affiliate_writes_neither_to_itself_nor_to_another,
    a_reseller_writes_to_its_affiliates_and_the_operator_anywhere,
    a_token_for_reading_writes_nothing,
    who_may_not_write_hears_of_that_before_anything_else,
    nothing_is_recorded_for_a_company_that_has_not_confirmed_its_registration,
    a_correction_needs_its_reason_and_a_person,
    an_entry_is_taken_back_once_and_a_reversal_never,
    the_clock_set_back_does_not_set_the_ledger_back,
    a_balance_stays_within_what_a_ledger_holds,
    the_page_shows_the_ledger_with_who_wrote_it,
    a_suspension_names_the_token_whose_charge_it_was,
    a_ledger_that_does_not_add_up_is_found_by_its_company,
];

async fn a_charge_and_a_payment_move_the_balance_to_the_kopeck(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let mut body = rub("0.1");
    body["service"] = json!("voice");
    body["occurred_at"] = json!("2026-01-01T00:00:00Z");
    let charged = post(&mut client, EMPTY, "charges", "a", &body).await.is(201).json();
    assert_eq!(charged["amount"], rub("-0.10"));
    assert_eq!(charged["balance_after"], rub("-0.10"));
    assert_eq!((&charged["kind"], &charged["service"]), (&json!("charge"), &json!("voice")));
    assert_eq!(charged["occurred_at"], "2026-01-01T00:00:00.000Z");
    let paid = post(&mut client, EMPTY, "payments", "b", &rub("0.30")).await.is(201).json();
    assert_eq!(paid["balance_after"], rub("0.20"));
    assert_eq!(paid["number"].as_i64(), charged["number"].as_i64().map(|number| number + 1));
    let company = client.get(&format!("/api/v1/companies/{EMPTY}")).await.ok();
    assert_eq!(company["balance"], rub("0.20"));
    let listed = client.get("/api/v1/companies?q=new%20ways%20comp").await.ok();
    assert_eq!(listed["items"][0]["balance"], rub("0.20"), "the list knows");
}

async fn entries_posted_at_once_end_in_the_exact_sum(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    write(&mut reseller, "payment", "500").await.ok();
    let client = Client::of_company(&kontora, "reseller", "money").await;
    let mut calls = JoinSet::new();
    for call in 0..51 {
        let mut client = client.clone();
        calls.spawn(async move { post(&mut client, EMPTY, "charges", &call.to_string(), &rub("10")).await.status });
    }
    while let Some(status) = calls.join_next().await {
        assert_eq!(status.unwrap(), 201);
    }
    let page = billing(&mut reseller).await;
    assert_eq!(page["account"]["balance"], -1000);
    let numbers: Vec<i64> =
        page["entries"].as_array().unwrap().iter().map(|entry| entry["number"].as_i64().unwrap()).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] == pair[1] + 1), "{numbers:?}");
    let suspended = kontora.letters_to("info@newways.test").await;
    let suspended = suspended.iter().filter(|letter| letter.subject.contains("приостановлен")).count();
    assert_eq!(suspended, 1, "told once");
}

async fn what_is_no_entry_is_refused_at_its_field(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for (body, field, code) in [
        (json!({"amount": 12.5, "currency": "RUB"}), "amount", "wrong_type"),
        (rub("0.001"), "amount", "exact_amount_needed"),
        (rub("-1.00"), "amount", "exact_amount_needed"),
        (rub("0"), "amount", "amount_out_of_range"),
        (rub("1e2"), "amount", "exact_amount_needed"),
        (json!({"amount": "1", "currency": "USD"}), "currency", "currency_mismatch"),
        (json!({"amount": "1", "currency": ""}), "currency", "currency_mismatch"),
        (json!({"amount": "1", "service": "Voice!"}), "service", "not_a_service"),
        (json!({"amount": "1", "description": "x".repeat(501)}), "description", "too_long"),
        (json!({"amount": "1", "occurred_at": "2099-01-01T00:00:00Z"}), "occurred_at", "in_future"),
    ] {
        let problem = post(&mut client, EMPTY, "charges", "k", &body).await.is(422).json();
        assert_eq!((&problem["errors"][0]["field"], &problem["errors"][0]["code"]), (&json!(field), &json!(code)));
    }
    // None of them has used the key up.
    post(&mut client, EMPTY, "charges", "k", &rub("1")).await.is(201);
}

async fn an_affiliate_writes_neither_to_itself_nor_to_another(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "affiliate", "money").await;
    for call in ["charges", "payments"] {
        for (company, status) in [(demo::AFFILIATE, 403), (demo::SIBLING, 404), (demo::NOBODY, 404)] {
            post(&mut client, company, call, "k", &rub("1")).await.is(status);
        }
    }
    let mut affiliate = kontora.signed_in("affiliate").await;
    let fields = json!({"kind": "payment", "amount": "1", "description": "", "key": "k"});
    affiliate.call("write_entry", json!({"company": demo::AFFILIATE, "fields": fields})).await.refuses("write_ledger");
}

async fn a_reseller_writes_to_its_affiliates_and_the_operator_anywhere(kontora: Kontora) {
    for (who, company, status) in [
        ("reseller", demo::AFFILIATE, 201),
        ("reseller", demo::NEW_WAYS, 403),
        ("reseller", demo::SIBIR_AFFILIATE, 404),
        ("single", demo::SINGLE, 403),
        ("operator", demo::NEW_WAYS, 201),
        ("operator", demo::SINGLE, 201),
        ("operator", demo::PLATFORM, 201),
    ] {
        let mut client = Client::of_company(&kontora, who, "money").await;
        let answer = post(&mut client, company, "payments", &format!("{who} {company}"), &rub("1")).await;
        assert_eq!(answer.status, status, "{who} {company}");
    }
}

async fn a_token_for_reading_writes_nothing(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    post(&mut client, EMPTY, "payments", "k", &rub("1")).await.is(403);
}

async fn who_may_not_write_hears_of_that_before_anything_else(kontora: Kontora) {
    let mut reading = Client::of_company(&kontora, "reseller", "read").await;
    post(&mut reading, EMPTY, "payments", "k", &rub("x")).await.is(403);
    let mut affiliate = Client::of_company(&kontora, "affiliate", "money").await;
    for (company, status) in [(demo::AFFILIATE, 403), (demo::NOBODY, 404)] {
        post(&mut affiliate, company, "charges", "k", &rub("x")).await.is(status);
        let path = format!("/api/v1/companies/{company}/charges");
        affiliate.send(Method::POST, &path, Some("application/json"), &rub("1").to_string()).await.is(status);
    }
}

async fn nothing_is_recorded_for_a_company_that_has_not_confirmed_its_registration(kontora: Kontora) {
    kontora.database.execute("UPDATE company SET confirmed_at = NULL WHERE id = 7").await.unwrap();
    for (who, call) in [("reseller", "charges"), ("operator", "payments")] {
        let mut client = Client::of_company(&kontora, who, "money").await;
        let problem = post(&mut client, EMPTY, call, "k", &rub("1")).await.is(422).json();
        let told = &problem["errors"][0];
        assert_eq!((&told["field"], &told["code"]), (&json!("company"), &json!("awaits_confirmation")));
    }
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(write(&mut reseller, "payment", "1").await.problems(), json!({"company": ["awaits_confirmation"]}));
    let now = billing(&mut reseller).await;
    assert_eq!(now["may"]["write"], false);
    let invoice = json!({"company": EMPTY, "fields": {"amount": "100", "key": ""}});
    assert_eq!(reseller.call("create_invoice", invoice).await.problems(), json!({"form": ["awaits_confirmation"]}));
    let page = reseller.get(&format!("/companies/{EMPTY}/billing")).await.is(200).text();
    assert!(page.contains("registration is not confirmed yet") && !page.contains("Create invoice"), "{page}");
}

async fn a_correction_needs_its_reason_and_a_person(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let fields = json!({"kind": "correction", "amount": "-1", "description": " ", "key": "k"});
    let refused = reseller.call("write_entry", json!({"company": EMPTY, "fields": fields})).await.problems();
    assert_eq!(refused, json!({"description": ["required"]}));
    write(&mut reseller, "correction", "-1").await.ok();
    let audit = reseller.call("audit_events", json!({"filter": {"kind": "entry_written"}, "after": null})).await.ok();
    assert_eq!(audit["events"].as_array().map(Vec::len), Some(1), "{audit}");
}

async fn an_entry_is_taken_back_once_and_a_reversal_never(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    let number = write(&mut reseller, "payment", "500").await.ok();
    let mut reverse = async |number: &serde_json::Value, key: &str| {
        let fields = json!({"number": number.to_string(), "description": "By mistake", "key": key});
        reseller.call("reverse_entry", json!({"company": EMPTY, "fields": fields})).await
    };
    let reversal = reverse(&number, "one").await.ok();
    assert_eq!(reverse(&number, "one").await.ok(), reversal, "the same press twice");
    assert_eq!(reverse(&number, "two").await.problems(), json!({"form": ["already_reversed"]}));
    assert_eq!(reverse(&reversal, "three").await.problems(), json!({"form": ["cannot_reverse_reversal"]}));
    assert_eq!(reverse(&json!(999), "four").await.problems(), json!({"form": ["no_such_entry"]}));
    let page = billing(&mut reseller).await;
    assert_eq!(page["account"]["balance"], 0);
    assert_eq!(page["entries"][0]["reverses"], number);
    assert_eq!(page["entries"][1]["reversed_by"], reversal);
}

async fn the_clock_set_back_does_not_set_the_ledger_back(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let first = post(&mut client, EMPTY, "charges", "a", &rub("1")).await.is(201).json();
    kontora.pass(-30 * SECOND);
    let second = post(&mut client, EMPTY, "charges", "b", &rub("1")).await.is(201).json();
    assert_eq!(first["recorded_at"], second["recorded_at"]);
    assert_eq!(access(&mut client, EMPTY).await, allowed());
}

async fn a_balance_stays_within_what_a_ledger_holds(kontora: Kontora) {
    let sink = "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                          recorded_at) \
                VALUES (7, 1000, 'charge', -999999999999998, -999999999999998, '', 0, 0)";
    kontora.database.execute(sink).await.unwrap();
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let problem = post(&mut client, EMPTY, "charges", "a", &rub("0.02")).await.is(422).json();
    assert_eq!(problem["errors"][0]["code"], "balance_out_of_range");
    post(&mut client, EMPTY, "charges", "a", &rub("0.01")).await.is(201);
    assert_eq!(access(&mut client, EMPTY).await, refused("credit_limit"));
}

async fn the_page_shows_the_ledger_with_who_wrote_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    post(&mut client, EMPTY, "payments", "a", &rub("1")).await.is(201);
    let mut operator = kontora.signed_in("operator").await;
    write(&mut operator, "charge", "2").await.ok();
    let page = billing(&mut reseller).await;
    let [by_operator, by_token] = [&page["entries"][0], &page["entries"][1]];
    assert_eq!((&by_operator["by"]["side"], &by_operator["by"]["name"]), (&json!("platform"), &json!(null)));
    assert_eq!((&by_token["by"]["side"], &by_token["by"]["token"]), (&json!("reseller"), &json!("Ledger bridge")));
    assert!(billing(&mut operator).await["entries"][0]["by"]["name"].is_string());
    let charges = json!({"company": EMPTY, "filter": {"kind": "charge"}, "before": null});
    let charges = reseller.call("company_billing", charges).await.ok();
    assert!(charges["entries"].as_array().unwrap().iter().all(|entry| entry["kind"] == "charge"), "{charges}");
}

async fn a_suspension_names_the_token_whose_charge_it_was(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    post(&mut client, EMPTY, "charges", "a", &rub("5")).await.is(201);
    let by = billing(&mut reseller).await["events"][0]["by"].clone();
    assert_eq!((&by["side"], &by["token"]), (&json!("reseller"), &json!("Ledger bridge")));
}

async fn a_ledger_that_does_not_add_up_is_found_by_its_company(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for key in ["a", "b", "c"] {
        post(&mut client, EMPTY, "charges", key, &rub("1")).await.is(201);
    }
    assert_eq!(kontora.store().broken_ledger().await.unwrap(), None);
    for (breaking, mending) in [
        (
            "UPDATE ledger_entry SET amount = amount - 1 WHERE company_id = 7 AND number = 2",
            "UPDATE ledger_entry SET amount = amount + 1 WHERE company_id = 7 AND number = 2",
        ),
        (
            "UPDATE ledger_entry SET number = 9 WHERE company_id = 7 AND number = 4",
            "UPDATE ledger_entry SET number = 4 WHERE company_id = 7 AND number = 9",
        ),
    ] {
        kontora.database.execute(breaking).await.unwrap();
        assert_eq!(kontora.store().broken_ledger().await.unwrap(), Some(EMPTY), "{breaking}");
        kontora.database.execute(mending).await.unwrap();
        assert_eq!(kontora.store().broken_ledger().await.unwrap(), None);
    }
}
