//! What an edit of the credit would bring about is known beforehand, and nothing else is saved.

use app::history::History;
use app::money::{Account, CreditChange, Ground, Impact, Temporary, Tidings};
use app::values::{Kopecks, Version};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::time::{lend, local, minute_after};
use super::{EMPTY, begin_with, billing, edit, rub, write};
use crate::support::{Answer, Browser, Client, HOUR, Kontora, demo, stories};

stories![
    Demo;
    another_outcome_than_the_one_shown_is_not_saved,
    a_new_address_and_a_new_limit_are_saved_together,
    a_dry_run_tells_what_a_save_would_do_and_changes_nothing,
    a_dry_run_tells_nobody_of_what_is_not_theirs,
    a_call_that_names_the_outcome_of_a_dry_run_has_that_outcome_or_none,
    a_dry_run_says_what_was_granted_for_a_time,
    an_operator_is_told_beforehand_who_reads_that_the_cap_is_exceeded,
    the_reason_for_another_limit_is_told_to_the_company,
    an_undo_brings_about_what_was_shown_or_nothing,
    of_those_who_raise_at_once_one_keeps_within_the_cap,
    time_that_has_passed_is_blamed_on_nobody,
    a_grant_brings_about_what_was_shown_or_nothing,
];

async fn open(browser: &mut Browser) -> Value {
    browser.call("company", json!({"id": EMPTY})).await.ok()
}

/// What the dialog shows for another limit.
fn shown(ground: &Value, limit: &str, email: &str) -> Impact {
    let ground: Ground = serde_json::from_value(ground.clone()).unwrap();
    let limit = Some(Kopecks::parse_amount(limit).unwrap());
    ground.impact(CreditChange { limit, threshold: None }, email)
}

async fn save(browser: &mut Browser, form: &Value, changes: Value, seen: &Impact) -> Answer {
    let body = json!({"id": EMPTY, "version": form["version"], "changes": changes, "seen": seen});
    browser.call("save_company", body).await
}

async fn another_outcome_than_the_one_shown_is_not_saved(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "5000", "").await;
    let form = open(&mut reseller).await;
    let seen = shown(&form["ground"], "1000", "info@newways.test");
    assert!(seen.access_after.is_allowed());
    write(&mut reseller, "charge", "1500").await.ok();
    let refused = save(&mut reseller, &form, json!({"credit_limit": "1000"}), &seen).await.is(409).json();
    assert_eq!(refused["error"], "preview_changed");
    assert_eq!(open(&mut reseller).await["version"], form["version"], "nothing was written");
    assert!(kontora.letters().await.is_empty());
    let seen = shown(&refused["detail"], "1000", "info@newways.test");
    assert!(!seen.access_after.is_allowed());
    save(&mut reseller, &form, json!({"credit_limit": "1000"}), &seen).await.ok();
    let mut told: Vec<String> = kontora.letters().await.into_iter().map(|letter| letter.to).collect();
    let mut promised: Vec<String> = seen.letters.into_iter().map(|(_, to)| to.email).collect();
    told.sort();
    promised.sort();
    assert_eq!(told, promised);
}

async fn a_new_address_and_a_new_limit_are_saved_together(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "5000", "").await;
    let form = open(&mut reseller).await;
    let seen = shown(&form["ground"], "6000", "money@newways.test");
    let changes = json!({"credit_limit": "6000", "email": "money@newways.test", "name": "Newer ways"});
    save(&mut reseller, &form, changes, &seen).await.ok();
    let letter = kontora.letter_to("money@newways.test").await;
    assert!(letter.subject.starts_with("Newer ways"), "{}", letter.subject);
}

/// The operator caps New ways partner so far above what it has granted.
async fn cap(kontora: &Kontora, reseller: &mut Browser, free: i64) {
    let mut operator = kontora.signed_in("operator").await;
    let set = |cap: i64| json!({"company": demo::NEW_WAYS, "fields": {"cap": Kopecks::new(cap).to_string()}});
    operator.call("set_credit_pool", set(99_999_999_999)).await.ok();
    let own = json!({"company": demo::NEW_WAYS, "filter": {}, "before": null});
    let allocated = reseller.call("company_billing", own).await.ok()["pool"]["allocated"].as_i64().unwrap();
    operator.call("set_credit_pool", set(allocated + free)).await.ok();
}

async fn a_dry_run_tells_what_a_save_would_do_and_changes_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "2600", "").await;
    write(&mut reseller, "charge", "500").await.ok();
    cap(&kontora, &mut reseller, 40_000).await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let path = format!("/api/v1/companies/{EMPTY}?dry_run=true");
    kontora.letters().await;
    let raised = client.patch(&path, "*", &json!({"credit_limit": rub("3000.00")})).await.ok();
    assert_eq!((&raised["pool_free"], &raised["after"]["allowed"]), (&rub("0.00"), &json!(true)));
    let lowered = client.patch(&path, "*", &json!({"credit_limit": rub("100.00")})).await.ok();
    assert_eq!(lowered["after"], json!({"allowed": false, "reason": "credit_limit"}));
    assert_eq!(lowered["available_after"], rub("-400.00"));
    let kinds: Vec<&Value> = lowered["letters"].as_array().unwrap().iter().map(|letter| &letter["kind"]).collect();
    assert_eq!(kinds, ["limit_changed", "suspended", "suspended"]);
    client.patch(&path, "*", &json!({"credit_limit": rub("3000.01")})).await.is(422);
    client.patch("/api/v1/companies/7?dry_run=perhaps", "*", &json!({})).await.is(422);
    assert!(kontora.letters().await.is_empty());
    let page = billing(&mut reseller).await;
    assert_eq!((&page["account"]["limit"], &page["suspended"]), (&json!(260_000), &Value::Null));
}

async fn a_dry_run_tells_nobody_of_what_is_not_theirs(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    cap(&kontora, &mut reseller, 40_000).await;
    let mut client = Client::of_company(&kontora, "affiliate", "money").await;
    let told = client.patch("/api/v1/companies/3?dry_run=true", "*", &json!({"phone": null})).await.ok();
    assert_eq!((&told["pool_free"], &told["letters"]), (&Value::Null, &json!([])));
}

async fn of_those_who_raise_at_once_one_keeps_within_the_cap(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    cap(&kontora, &mut reseller, 40_000).await;
    let mut raises = JoinSet::new();
    for id in [demo::AFFILIATE, demo::SIBLING, EMPTY] {
        let mut browser = reseller.clone();
        raises.spawn(async move {
            let form = browser.call("company", json!({"id": id})).await.ok();
            let limit = Kopecks::new(form["credit_limit"].as_i64().unwrap() + 30_000).to_string();
            let body = json!({"id": id, "version": form["version"], "changes": {"credit_limit": limit}});
            browser.call("save_company", body).await.status
        });
    }
    let mut outcomes = raises.join_all().await;
    outcomes.sort_unstable();
    assert_eq!(outcomes, [200, 422, 422]);
}

async fn time_that_has_passed_is_blamed_on_nobody(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let until = minute_after(&kontora, HOUR);
    lend(&mut reseller, "200", "amount", until).await.ok();
    write(&mut reseller, "charge", "1100").await.ok();
    kontora.pass(until + 4000 - kontora.now());
    write(&mut reseller, "payment", "1").await.ok();
    let page = billing(&mut reseller).await;
    let event = &page["events"][0];
    assert_eq!((&event["begins"], &event["by"], &event["entry"]), (&json!(true), &Value::Null, &Value::Null));
    assert_eq!((&event["at"], &page["suspended"]["since"]), (&json!(until), &json!(until)));
}

async fn a_grant_brings_about_what_was_shown_or_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    write(&mut reseller, "charge", "1100").await.ok();
    kontora.letters().await;
    let shown = |page: &Value| {
        let ground: Ground = serde_json::from_value(page["ground"].clone()).unwrap();
        let temporary = Some(Temporary { amount: Kopecks::new(15_000), until: i64::MAX });
        ground.outcome(&Account { temporary, ..ground.account.clone() }, ground.email())
    };
    let seen = shown(&billing(&mut reseller).await);
    assert!(seen.access_after.is_allowed());
    let until = local(minute_after(&kontora, HOUR));
    let fields = json!({"amount": "150", "unit": "amount", "until": until, "reason": "Season"});
    write(&mut reseller, "charge", "100").await.ok();
    let grant = async |reseller: &mut Browser, seen: &Impact| {
        reseller.call("set_temporary_limit", json!({"company": EMPTY, "fields": fields, "seen": seen})).await
    };
    let refused = grant(&mut reseller, &seen).await.is(409).json();
    assert_eq!(refused["error"], "preview_changed");
    let page = billing(&mut reseller).await;
    assert_eq!(page["account"]["temporary"], Value::Null, "nothing was written");
    let seen = shown(&page);
    assert!(!seen.access_after.is_allowed());
    grant(&mut reseller, &seen).await.ok();
    assert!(kontora.letters().await.is_empty(), "as it was shown");
}

async fn a_call_that_names_the_outcome_of_a_dry_run_has_that_outcome_or_none(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "5000", "").await;
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let path = format!("/api/v1/companies/{EMPTY}");
    let changes = json!({"credit_limit": rub("1000.00"), "reason": "Less is sold"});
    let shown = client.patch(&format!("{path}?dry_run=true"), "*", &changes).await.ok();
    write(&mut reseller, "charge", "1500").await.ok();
    kontora.letters().await;
    let named = format!("{path}?outcome={}", shown["outcome"].as_str().unwrap());
    let refused = client.patch(&named, "*", &changes).await.is(409).json();
    assert_eq!(refused["type"], "urn:kontora:problem:preview_changed");
    assert_eq!(refused["preview"]["after"], json!({"allowed": false, "reason": "credit_limit"}));
    assert_eq!(client.get(&path).await.ok()["credit_limit"], rub("5000.00"), "nothing was changed");
    assert!(kontora.letters().await.is_empty());
    let named = format!("{path}?outcome={}", refused["preview"]["outcome"].as_str().unwrap());
    let saved = client.patch(&named, "*", &changes).await.ok();
    assert_eq!(saved["credit_limit"], rub("1000.00"));
    let letters = kontora.letters().await;
    assert_eq!(letters.len(), refused["preview"]["letters"].as_array().unwrap().len());
    assert!(letters.iter().any(|letter| letter.text.contains("Less is sold")), "{letters:?}");
}

async fn a_dry_run_says_what_was_granted_for_a_time(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    write(&mut reseller, "charge", "1100").await.ok();
    let until = minute_after(&kontora, HOUR);
    lend(&mut reseller, "50", "amount", until).await.ok();
    let fields = json!({"until": local(until), "reason": "They pay on Monday"});
    reseller.call("postpone_suspension", json!({"company": EMPTY, "fields": fields})).await.ok();
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    let path = format!("/api/v1/companies/{EMPTY}?dry_run=true");
    let told = client.patch(&path, "*", &json!({"credit_limit": rub("900.00")})).await.ok();
    assert_eq!((&told["after"]["allowed"], &told["available_after"]), (&json!(true), &rub("-150.00")));
    assert_eq!(told["temporary_limit"]["on_top"], rub("50.00"));
    assert!(told["postponed_until"].is_string() && told["postponed_until"] == told["temporary_limit"]["until"]);
    let raised = client.patch(&path, "*", &json!({"credit_limit": rub("2000.00")})).await.ok();
    assert_eq!(raised["postponed_until"], Value::Null, "nothing is held off");
}

async fn an_operator_is_told_beforehand_who_reads_that_the_cap_is_exceeded(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "2600", "").await;
    cap(&kontora, &mut reseller, 40_000).await;
    kontora.letters().await;
    let mut operator = kontora.signed_in("operator").await;
    let form = open(&mut operator).await;
    let within = shown(&form["ground"], "3000", "info@newways.test");
    assert!(within.pool_free == Some(Kopecks::ZERO) && within.letters.len() == 1);
    let seen = shown(&form["ground"], "3000.01", "info@newways.test");
    save(&mut operator, &form, json!({"credit_limit": "3000.01"}), &seen).await.ok();
    let mut promised: Vec<&str> = seen.letters.iter().map(|(_, to)| to.email.as_str()).collect();
    assert!(seen.letters.iter().any(|(tidings, _)| *tidings == Tidings::PoolOverCap));
    let letters = kontora.letters().await;
    let mut told: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    promised.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, promised);
}

async fn the_reason_for_another_limit_is_told_to_the_company(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let long = edit(&mut reseller, json!({"credit_limit": "2000", "reason": "я".repeat(501)})).await.problems();
    assert_eq!(long, json!({"reason": [{"too_long": {"max": 500, "actual": 501}}]}));
    edit(&mut reseller, json!({"credit_limit": "2000", "reason": "  Season  "})).await.ok();
    let letter = kontora.letter_to("info@newways.test").await;
    assert!(letter.text.contains("Season"), "{}", letter.text);
    let log = kontora
        .signed_in("operator")
        .await
        .call("audit_events", json!({"filter": {"kind": "company_saved"}, "after": null}))
        .await
        .ok();
    let saved = log["events"].as_array().unwrap().iter().find(|event| event["kind"] == "company_saved").unwrap();
    assert_eq!(saved["reason"], "Season");
    edit(&mut reseller, json!({"credit_limit": "1000", "reason": ""})).await.ok();
    assert!(!kontora.letter_to("info@newways.test").await.text.contains("Причина"));
}

async fn an_undo_brings_about_what_was_shown_or_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let saved = edit(&mut reseller, json!({"credit_limit": "5000", "name": "Newer ways"})).await.ok();
    let history = async |reseller: &mut Browser| -> History {
        let asked = json!({"company": EMPTY, "filter": {"field": "name"}, "before": null});
        serde_json::from_value(reseller.call("company_history", asked).await.ok()).unwrap()
    };
    let version = Version::new(saved["written"].as_i64().unwrap());
    let seen = history(&mut reseller).await.impact_of_undoing(version).unwrap();
    assert!(seen.access_after.is_allowed());
    write(&mut reseller, "charge", "1500").await.ok();
    kontora.letters().await;
    let undo = async |reseller: &mut Browser, seen: &Impact| {
        reseller.call("undo_edit", json!({"company": EMPTY, "version": version, "seen": seen})).await
    };
    let refused = undo(&mut reseller, &seen).await.is(409).json();
    assert_eq!(refused["error"], "preview_changed");
    let seen = history(&mut reseller).await.impact_of_undoing(version).unwrap();
    assert!(!seen.access_after.is_allowed());
    undo(&mut reseller, &seen).await.ok();
    assert_eq!(kontora.letters().await.len(), seen.letters.len());
    assert_eq!(open(&mut reseller).await["credit_limit"], 100_000);
}
