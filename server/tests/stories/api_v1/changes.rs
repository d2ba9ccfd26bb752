//! Changing a company through the API: the rules of the dialog, on one version, by a token that may.

use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::support::{Client, Kontora, demo, stories};

stories![
    Demo;
    a_change_is_saved_and_answers_the_new_version,
    a_change_needs_the_version_that_stands_there,
    how_people_sign_in_is_no_tokens_to_change,
    of_many_changes_of_one_version_one_is_saved,
    the_rules_are_those_of_the_dialog,
    credit_is_granted_from_above_only,
    the_language_that_a_call_accepts_is_not_that_of_the_letters,
    only_a_token_for_money_changes_companies,
    a_company_out_of_reach_cannot_be_changed,
    a_change_under_way_when_its_token_is_revoked_is_refused,
];

const AFFILIATE: &str = "/api/v1/companies/3";

async fn a_change_is_saved_and_answers_the_new_version(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let changes = json!({
        "name": "  Новое   имя ", "phone": null, "max_dialogs": 50, "comply_230fz": true,
        "credit_limit": {"amount": "1000.50", "currency": "RUB"},
        "notification_threshold": {"amount": "-800", "currency": "RUB"},
    });
    let answer = client.patch(AFFILIATE, "\"1\"", &changes).await;
    let saved = answer.ok();
    assert_eq!(answer.header("etag"), "\"2\"");
    assert_eq!((&saved["name"], &saved["phone"], &saved["max_dialogs"]), (&json!("Новое имя"), &json!(""), &json!(50)));
    assert_eq!(saved["credit_limit"]["amount"], "1000.50");
    assert_eq!(saved["notification_threshold"]["amount"], "-800.00");
    assert_eq!(client.get(AFFILIATE).await.ok(), saved);
    let without = client.patch(AFFILIATE, "\"2\"", &json!({"notification_threshold": null})).await.ok();
    assert_eq!((&without["notification_threshold"], &without["name"]), (&Value::Null, &saved["name"]));
    let found = client.get("/api/v1/companies?q=%D0%BD%D0%BE%D0%B2%D0%BE%D0%B5").await.ok();
    assert_eq!(found["items"][0]["id"], demo::AFFILIATE, "the list knows");
}

async fn the_language_that_a_call_accepts_is_not_that_of_the_letters(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await.with("accept-language", "en");
    client
        .patch(AFFILIATE, "*", &json!({"notification_threshold": {"amount": "99000000", "currency": "RUB"}}))
        .await
        .ok();
    let letters = kontora.letters_to("reseller@demo.test").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("достигнуто пороговое значение")), "{letters:#?}");
}

async fn a_change_needs_the_version_that_stands_there(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    // Another field, which the dialog would merge.
    for stale in ["\"1\"", "\"3\"", "2", "W/\"2\"", "\"x\"", "\"3\", \"1\""] {
        let refused = client.patch(AFFILIATE, stale, &json!({"bank": "АО «ТЕСТБАНК»"})).await;
        assert_eq!(refused.is(412).json()["type"], "urn:kontora:problem:stale", "{stale}");
    }
    assert_eq!(client.get(AFFILIATE).await.ok()["version"], 2);
    for standing in ["\"2\"", "\"3\", \"1\"", "*"] {
        client.patch(AFFILIATE, standing, &json!({"bank": format!("АО «ТЕСТБАНК» {standing}")})).await.ok();
    }
}

async fn how_people_sign_in_is_no_tokens_to_change(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let refused = client.patch(AFFILIATE, "\"1\"", &json!({"require_second_factor": true})).await.is(403).json();
    assert!(refused["detail"].as_str().unwrap().contains("require_second_factor"), "{refused}");
    assert_eq!(client.get(AFFILIATE).await.ok()["require_second_factor"], false);
}

async fn of_many_changes_of_one_version_one_is_saved(kontora: Kontora) {
    let client = Client::of_company(&kontora, "reseller", "money").await;
    let mut changes = JoinSet::new();
    for number in 0..8 {
        let mut client = client.clone();
        let change = json!({"name": format!("Имя {number}")});
        changes.spawn(async move { client.patch(AFFILIATE, "\"1\"", &change).await.status });
    }
    let mut statuses = changes.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
}

async fn the_rules_are_those_of_the_dialog(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for (changes, field, code) in [
        (json!({"name": null}), "name", "required"),
        (json!({"email": "info"}), "email", "email_no_at"),
        (json!({"inn": "0017000017"}), "inn", "inn_control"),
        (json!({"max_dialogs": 0}), "max_dialogs", "out_of_range"),
        (json!({"max_dialogs": "7"}), "max_dialogs", "wrong_type"),
        (json!({"comply_230fz": "true"}), "comply_230fz", "wrong_type"),
        (json!({"credit_limit": 5}), "credit_limit", "wrong_type"),
        (json!({"credit_limit": {"amount": "5.00", "currency": "USD"}}), "credit_limit", "currency_mismatch"),
        (json!({"credit_limit": {"amount": "5.005", "currency": "RUB"}}), "credit_limit", "exact_amount_needed"),
        (json!({"time_zone": "Mars/Olympus"}), "time_zone", "unknown_zone"),
        (json!({"balance": {"amount": "5.00", "currency": "RUB"}}), "balance", "unknown_field"),
        (json!({"id": 4}), "id", "unknown_field"),
    ] {
        let problem = client.patch(AFFILIATE, "\"1\"", &changes).await.is(422).json();
        let errors = problem["errors"].as_array().unwrap();
        assert_eq!((&errors[0]["field"], &errors[0]["code"]), (&json!(field), &json!(code)), "{problem}");
        assert!(!errors[0]["detail"].as_str().unwrap().is_empty());
    }
    assert_eq!(client.get(AFFILIATE).await.ok()["version"], 1);
}

async fn credit_is_granted_from_above_only(kontora: Kontora) {
    let limit = json!({"name": "Другое", "credit_limit": {"amount": "1000000.00", "currency": "RUB"}});
    let mut affiliate = Client::of_company(&kontora, "affiliate", "money").await;
    let refused = affiliate.patch(AFFILIATE, "\"1\"", &limit).await.is(403).json();
    assert!(refused["detail"].as_str().unwrap().contains("credit_limit"), "{refused}");
    assert_eq!(affiliate.get(AFFILIATE).await.ok()["version"], 1, "nothing of it is saved");
    let mut reseller = Client::of_company(&kontora, "reseller", "money").await;
    reseller.patch("/api/v1/companies/2", "\"1\"", &limit).await.is(403);
    reseller.patch(AFFILIATE, "\"1\"", &limit).await.ok();
}

async fn only_a_token_for_money_changes_companies(kontora: Kontora) {
    for permission in ["read", "calls"] {
        let mut client = Client::of_company(&kontora, "reseller", permission).await;
        let refused = client.patch(AFFILIATE, "\"1\"", &json!({"name": "Другое"})).await.is(403).json();
        assert!(refused["detail"].as_str().unwrap().contains("money"), "{refused}");
        client.get(AFFILIATE).await.ok();
    }
}

async fn a_company_out_of_reach_cannot_be_changed(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for id in [demo::PLATFORM, demo::SIBIR, demo::SIBIR_AFFILIATE, demo::SINGLE, demo::NOBODY] {
        let company = format!("/api/v1/companies/{id}");
        client.patch(&company, "\"1\"", &json!({"name": "Другое"})).await.is(404);
        // Nor is anything else said of it.
        client.patch(&company, "\"1\"", &json!({"max_dialogs": "50"})).await.is(404);
        let json = Some("application/json");
        client.send(Method::POST, &format!("{company}/charges"), json, "{}").await.is(404);
    }
}

async fn a_change_under_way_when_its_token_is_revoked_is_refused(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    // From now on a call only reads until its own change.
    client.get(AFFILIATE).await.ok();
    let revoking = kontora.database.begin("UPDATE api_token SET revoked_at = 1").await;
    let mut change = tokio::spawn(async move { client.patch(AFFILIATE, "\"1\"", &json!({"name": "Другое"})).await });
    let waits = timeout(Duration::from_secs(1), &mut change).await;
    assert!(waits.is_err(), "the change waits until it is known whether its token lives: {waits:?}");
    revoking.commit().await;
    change.await.unwrap().is(401);
    assert_eq!(kontora.database.number("SELECT version FROM company WHERE id = 3").await, 1);
}
