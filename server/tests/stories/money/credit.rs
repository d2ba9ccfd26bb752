//! The credit rule: who is suspended by a debt, and what ends that.

use serde_json::json;

use super::{EMPTY, access, allowed, begin_with, billing, edit, post, refused, rub, settle_to, write};
use crate::support::{Client, Kontora, demo, stories};

stories![
    Demo;
    the_limit_decides_to_the_kopeck,
    a_charge_on_a_suspended_company_is_recorded,
    the_sum_that_the_letter_names_resumes_and_a_kopeck_less_does_not,
    a_raised_limit_resumes_at_once_and_the_company_is_told_of_it,
    why_it_is_suspended_is_proven_by_the_entry,
    a_company_that_waits_for_confirmation_has_no_access,
    a_limit_edited_while_charges_come_ends_in_the_state_of_the_final_values,
];

async fn the_limit_decides_to_the_kopeck(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for (limit, balance, expected) in [
        ("1000", "-1000", allowed()),
        ("1000", "-1000.01", refused("credit_limit")),
        ("0", "0", allowed()),
        ("0", "-0.01", refused("credit_limit")),
        ("0", "-5", refused("credit_limit")),
        ("5", "-5", allowed()),
    ] {
        edit(&mut reseller, json!({"credit_limit": limit})).await.ok();
        settle_to(&mut reseller, balance).await;
        assert_eq!(access(&mut client, EMPTY).await, expected, "{limit} {balance}");
    }
}

async fn a_charge_on_a_suspended_company_is_recorded(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for (key, balance) in [("a", "-1.00"), ("b", "-2.00")] {
        let charged = post(&mut client, EMPTY, "charges", key, &rub("1")).await.is(201).json();
        assert_eq!(charged["balance_after"]["amount"], balance);
        assert_eq!(access(&mut client, EMPTY).await, refused("credit_limit"));
    }
}

async fn the_sum_that_the_letter_names_resumes_and_a_kopeck_less_does_not(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    write(&mut reseller, "charge", "1250").await.ok();
    let letters = kontora.letters().await;
    let receivers: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(receivers, ["info@newways.test", "reseller@demo.test"]);
    assert!(letters[0].subject.ends_with("доступ к сервисам приостановлен"), "{}", letters[0].subject);
    assert!(letters[0].text.contains("250,00"), "{}", letters[0].text);
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    post(&mut client, EMPTY, "payments", "a", &rub("249.99")).await.is(201);
    assert_eq!(access(&mut client, EMPTY).await, refused("credit_limit"));
    assert!(kontora.letters_to("info@newways.test").await.is_empty());
    post(&mut client, EMPTY, "payments", "b", &rub("0.01")).await.is(201);
    assert_eq!(access(&mut client, EMPTY).await, allowed());
    let resumed = kontora.letter_to("info@newways.test").await;
    assert!(resumed.subject.ends_with("доступ к сервисам возобновлен"), "{}", resumed.subject);
}

async fn a_raised_limit_resumes_at_once_and_the_company_is_told_of_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    write(&mut reseller, "charge", "5").await.ok();
    kontora.letters().await;
    edit(&mut reseller, json!({"credit_limit": "5"})).await.ok();
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    assert_eq!(access(&mut client, EMPTY).await, allowed());
    let letters = kontora.letters_to("info@newways.test").await;
    let subjects: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
    assert_eq!(
        subjects,
        ["New ways company: доступ к сервисам возобновлен", "New ways company: кредитный лимит изменен"]
    );
    assert!(letters[0].text.contains("увеличен кредитный лимит"), "by what: {}", letters[0].text);
}

async fn why_it_is_suspended_is_proven_by_the_entry(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    write(&mut reseller, "charge", "1000").await.ok();
    let number = write(&mut reseller, "charge", "250").await.ok();
    let page = billing(&mut reseller).await;
    assert_eq!(page["limit_set"][0]["side"], "reseller", "and who set the limit: {}", page["limit_set"]);
    let event = &page["events"][0];
    assert_eq!((&event["cause"], &event["begins"], &event["entry"]), (&json!("credit"), &json!(true), &number));
    assert_eq!((&event["balance_before"], &event["balance_after"]), (&json!(-100_000), &json!(-125_000)));
    assert_eq!(event["effective_limit"], 100_000);
    assert_eq!(page["suspended"]["cause"], "credit");
    assert_eq!(page["suspended"]["since"], kontora.now());
}

async fn a_company_that_waits_for_confirmation_has_no_access(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "operator", "read").await;
    let waiting = client.get("/api/v1/companies?limit=100").await.ok();
    let waiting = waiting["items"].as_array().unwrap().iter().find(|it| it["status"] == "awaiting_confirmation");
    let id = waiting.unwrap()["id"].as_i64().unwrap();
    assert!(id > demo::NEW_WAYS);
    assert_eq!(access(&mut client, id).await, refused("unconfirmed"));
}

async fn a_limit_edited_while_charges_come_ends_in_the_state_of_the_final_values(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let client = Client::of_company(&kontora, "reseller", "money").await;
    let mut calls = tokio::task::JoinSet::new();
    for call in 0..10 {
        let mut client = client.clone();
        calls.spawn(async move { post(&mut client, EMPTY, "charges", &call.to_string(), &rub("10")).await.status });
    }
    let mut editor = reseller.clone();
    calls.spawn(async move { edit(&mut editor, json!({"credit_limit": "50"})).await.status });
    while let Some(status) = calls.join_next().await {
        assert!(matches!(status.unwrap(), 200 | 201));
    }
    let page = billing(&mut reseller).await;
    assert_eq!((&page["account"]["balance"], &page["account"]["limit"]), (&json!(-10_000), &json!(5_000)));
    assert_eq!(page["account"]["recorded"], json!(["credit"]), "whichever of them came last");
}
