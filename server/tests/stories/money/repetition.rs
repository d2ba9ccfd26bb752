//! The same request twice does nothing twice.

use axum::http::Method;
use serde_json::json;
use tokio::task::JoinSet;

use super::{EMPTY, post, rub};
use crate::support::{Client, Kontora, demo, stories};

stories![
    Demo;
    the_same_request_twice_gives_the_first_answer_and_one_entry,
    the_same_key_with_another_body_is_refused,
    without_a_key_nothing_is_written,
    a_key_holds_for_one_call_on_one_company,
    repeated_at_once_it_is_written_once,
];

async fn the_same_request_twice_gives_the_first_answer_and_one_entry(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let first = post(&mut client, EMPTY, "payments", "k", &rub("5")).await;
    assert_eq!(first.is(201).header("idempotent-replayed"), "");
    let again = post(&mut client, EMPTY, "payments", "k", &json!({"currency": "RUB", "amount": "5"})).await;
    assert_eq!(again.is(201).header("idempotent-replayed"), "true");
    assert_eq!(again.body, first.body);
    // Another token of the same company is the same sender; later entries change nothing of the answer.
    post(&mut client, EMPTY, "charges", "later", &rub("1")).await.is(201);
    let mut other = Client::of_company(&kontora, "reseller", "money").await;
    assert_eq!(post(&mut other, EMPTY, "payments", "k", &rub("5")).await.body, first.body);
}

async fn the_same_key_with_another_body_is_refused(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    post(&mut client, EMPTY, "payments", "k", &rub("5")).await.is(201);
    let problem = post(&mut client, EMPTY, "payments", "k", &rub("6")).await.is(422).json();
    assert_eq!(problem["errors"][0]["field"], "Idempotency-Key");
    assert_eq!(problem["errors"][0]["code"], "idempotency_key_reused");
}

async fn without_a_key_nothing_is_written(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let path = format!("/api/v1/companies/{EMPTY}/payments");
    let answer = client.send(Method::POST, &path, Some("application/json"), &rub("5").to_string()).await;
    assert_eq!(answer.is(400).json()["type"], "urn:kontora:problem:malformed");
    let long = "k".repeat(256);
    let problem = post(&mut client, EMPTY, "payments", &long, &rub("5")).await.is(422).json();
    assert_eq!(problem["errors"][0]["code"], "too_long");
}

async fn a_key_holds_for_one_call_on_one_company(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for (company, call) in [(EMPTY, "payments"), (EMPTY, "charges"), (demo::AFFILIATE, "payments")] {
        let answer = post(&mut client, company, call, "k", &rub("5")).await;
        assert_eq!(answer.is(201).header("idempotent-replayed"), "", "{company} {call}");
    }
}

async fn repeated_at_once_it_is_written_once(kontora: Kontora) {
    let client = Client::of_company(&kontora, "reseller", "money").await;
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        let mut client = client.clone();
        calls.spawn(async move { post(&mut client, EMPTY, "payments", "k", &rub("5")).await });
    }
    let mut bodies = Vec::new();
    while let Some(answer) = calls.join_next().await {
        bodies.push(answer.unwrap().is(201).body.clone());
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1);
}
