//! What a token changes is told as done by the token, with the person who made it.

use serde_json::{Value, json};

use crate::companies::{change, open, save};
use crate::history::timeline;
use crate::support::{Browser, Client, Kontora, demo, stories};

stories![
    Demo;
    the_history_names_the_token_and_who_made_it,
    a_filter_by_person_finds_what_their_tokens_did_too,
    an_operators_token_is_named_to_operators_only,
    the_audit_log_and_its_file_name_the_token,
    who_meets_a_tokens_change_learns_that_it_was_one,
    a_token_that_is_gone_is_still_named,
];

const AFFILIATE: &str = "/api/v1/companies/3";

/// The authors of a company's saves, the newest first.
async fn authors(browser: &mut Browser, company: i64) -> Vec<Value> {
    let saves = timeline(browser, company).await["saves"].as_array().unwrap().clone();
    saves.into_iter().map(|save| save["by"].clone()).collect()
}

async fn events(browser: &mut Browser, filter: Value) -> Vec<Value> {
    let log = browser.call("audit_events", json!({"filter": filter, "after": null})).await.ok();
    log["events"].as_array().unwrap().clone()
}

async fn name_of(kontora: &Kontora, who: &str) -> String {
    let me = kontora.signed_in(who).await.call("me", json!({})).await.ok();
    me["full_name"].as_str().unwrap().to_owned()
}

async fn the_history_names_the_token_and_who_made_it(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await.ok();
    let name = name_of(&kontora, "reseller").await;
    for who in ["reseller", "affiliate", "operator"] {
        let mut reader = kontora.signed_in(who).await;
        let by = authors(&mut reader, demo::AFFILIATE).await;
        assert_eq!((&by[0]["name"], &by[0]["token"]), (&json!(name), &Value::Null), "{who}: by hand");
        assert_eq!((&by[1]["name"], &by[1]["token"]), (&json!(name), &json!("Ledger bridge")), "{who}: by token");
        let page = reader.get("/companies/3/history").await.is(200).text();
        assert!(
            page.contains(&format!("Token “Ledger bridge” (made by {name}, reseller New ways partner)")),
            "{who}: {page}"
        );
    }
    reseller.call("choose_language", json!({"lang": "ru"})).await.ok();
    let page = reseller.get("/companies/3/history").await.is(200).text();
    assert!(page.contains(&format!("Токен «Ledger bridge» (создатель: {name}, реселлер New ways partner)")), "{page}");
}

async fn a_filter_by_person_finds_what_their_tokens_did_too(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "affiliate", "money").await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await.ok();
    let history = timeline(&mut reseller, demo::AFFILIATE).await;
    let offered = history["authors"].as_array().unwrap();
    assert_eq!(offered.len(), 2, "people are chosen between, not their tokens: {offered:?}");
    let maker = &history["saves"][1]["by"];
    let filter = json!({"person": maker["key"]});
    let found = reseller.call("company_history", json!({"company": 3, "filter": filter, "before": null})).await.ok();
    assert_eq!(found["saves"].as_array().unwrap().len(), 1);
    assert_eq!(found["saves"][0]["by"]["token"], "Ledger bridge");
    let found = events(&mut reseller, json!({"person": "affiliate@demo.test", "kind": "company_saved"})).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["by"]["token"], "Ledger bridge");
}

async fn an_operators_token_is_named_to_operators_only(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "operator", "money").await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    let name = name_of(&kontora, "operator").await;
    for who in ["reseller", "affiliate"] {
        let mut reader = kontora.signed_in(who).await;
        let history = timeline(&mut reader, demo::AFFILIATE).await;
        let by = &history["saves"][0]["by"];
        assert_eq!((&by["side"], &by["name"], &by["token"]), (&json!("platform"), &Value::Null, &json!("")));
        let log = reader.call("audit_events", json!({"filter": {"kind": "company_saved"}, "after": null})).await;
        let page = reader.get("/companies/3/history").await.is(200).text();
        let file = reader.get("/api/audit.csv").await.is(200).text();
        assert!(
            page.contains("Platform operator, API token") && file.contains("Platform operator, API token"),
            "{who}"
        );
        for told in [history.to_string(), log.text(), page, file] {
            assert!(!told.contains("Ledger bridge") && !told.contains(&name), "{who}: {told}");
        }
    }
    let by = authors(&mut kontora.signed_in("operator").await, demo::AFFILIATE).await;
    assert_eq!((&by[0]["name"], &by[0]["token"]), (&json!(name), &json!("Ledger bridge")));
}

async fn the_audit_log_and_its_file_name_the_token(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "affiliate", "money").await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    let name = name_of(&kontora, "affiliate").await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let saved = events(&mut affiliate, json!({"kind": "company_saved"})).await;
    assert_eq!((&saved[0]["by"]["name"], &saved[0]["by"]["token"]), (&json!(name), &json!("Ledger bridge")));
    let made = events(&mut affiliate, json!({"kind": "token_created"})).await;
    assert_eq!(made[0]["by"]["token"], Value::Null, "made by hand");
    let told = format!("Token “Ledger bridge” (made by {name})");
    let page = affiliate.get("/support/audit?kind=company_saved").await.is(200).text();
    assert!(page.contains(&told), "{page}");
    let file = affiliate.get("/api/audit.csv?kind=company_saved").await.is(200).text();
    assert!(file.contains(&format!("\"{told}\"")), "{file}");
}

async fn who_meets_a_tokens_change_learns_that_it_was_one(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "affiliate", "money").await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let opened = open(&mut affiliate, demo::AFFILIATE).await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    let conflict = save(&mut affiliate, &opened, json!({"name": "Вторая"})).await.is(409).json();
    let name = name_of(&kontora, "affiliate").await;
    assert_eq!(conflict["detail"]["fields"][0]["by"], format!("Token “Ledger bridge” (made by {name})"), "{conflict}");
}

async fn a_token_that_is_gone_is_still_named(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "affiliate", "money").await;
    client.patch(AFFILIATE, "\"1\"", &json!({"name": "Первая"})).await.ok();
    let mut affiliate = kontora.signed_in("affiliate").await;
    kontora.database.execute("DELETE FROM api_token").await.unwrap();
    assert_eq!(authors(&mut affiliate, demo::AFFILIATE).await[0]["token"], "Ledger bridge");
    assert_eq!(events(&mut affiliate, json!({"kind": "company_saved"})).await[0]["by"]["token"], "Ledger bridge");
}
