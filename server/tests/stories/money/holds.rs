//! Suspending by hand: by whom, over whom, and who ends it.

use app::values::Kopecks;
use serde_json::{Value, json};

use super::{EMPTY, access, allowed, begin_with, billing, refused, write};
use crate::companies::change;
use crate::support::{Browser, Client, Kontora, demo, stories};
use crate::support_requests::{complete, request};

stories![
    Demo;
    paying_lifts_no_suspension_by_hand_and_the_reseller_none_of_the_operators,
    nobody_suspends_the_own_company,
    with_its_affiliates_a_reseller_is_suspended_and_resumed,
    a_suspension_says_its_reason_by_letter,
    a_sum_to_pay_is_named_only_where_paying_resumes,
    what_is_not_suspended_cannot_be_resumed,
    a_cap_holds_what_a_reseller_grants,
    an_affiliate_that_comes_with_its_limit_may_exceed_the_cap_and_the_reseller_is_told,
];

async fn suspend(browser: &mut Browser, company: i64, fields: Value) -> crate::support::Answer {
    browser.call("suspend_company", json!({"company": company, "fields": fields})).await
}

async fn resume(browser: &mut Browser, company: i64, cause: &str) -> crate::support::Answer {
    let fields = json!({"cause": cause, "reason": "Settled"});
    browser.call("resume_company", json!({"company": company, "fields": fields})).await
}

async fn paying_lifts_no_suspension_by_hand_and_the_reseller_none_of_the_operators(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut operator = kontora.signed_in("operator").await;
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    write(&mut reseller, "charge", "5").await.ok();
    suspend(&mut reseller, EMPTY, json!({"reason": "No contract"})).await.ok();
    suspend(&mut operator, EMPTY, json!({"reason": "Complaints"})).await.ok();
    assert_eq!(access(&mut client, EMPTY).await, refused("suspended_by_operator"));
    write(&mut reseller, "payment", "5").await.ok();
    assert_eq!(access(&mut client, EMPTY).await, refused("suspended_by_operator"));
    resume(&mut reseller, EMPTY, "operator").await.refuses("hold_companies");
    resume(&mut reseller, EMPTY, "reseller").await.ok();
    assert_eq!(access(&mut client, EMPTY).await, refused("suspended_by_operator"));
    suspend(&mut reseller, EMPTY, json!({"reason": "Still none"})).await.ok();
    resume(&mut operator, EMPTY, "reseller").await.ok();
    resume(&mut operator, EMPTY, "operator").await.ok();
    assert_eq!(access(&mut client, EMPTY).await, allowed());
    let events = billing(&mut reseller).await["events"].as_array().unwrap().len();
    assert!(events >= 8, "each beginning and end is on record: {events}");
}

async fn a_sum_to_pay_is_named_only_where_paying_resumes(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    write(&mut reseller, "charge", "1250").await.ok();
    let by_credit = kontora.letter_to("info@newways.test").await;
    assert!(by_credit.text.contains("Для возобновления нужно внести"), "{}", by_credit.text);
    suspend(&mut reseller, EMPTY, json!({"reason": "No contract"})).await.ok();
    let by_hand = kontora.letter_to("info@newways.test").await;
    assert!(!by_hand.text.contains("нужно внести"), "{}", by_hand.text);
}

async fn nobody_suspends_the_own_company(kontora: Kontora) {
    for (who, company) in [("reseller", demo::NEW_WAYS), ("affiliate", demo::AFFILIATE), ("operator", demo::PLATFORM)] {
        let mut browser = kontora.signed_in(who).await;
        suspend(&mut browser, company, json!({"reason": "Because"})).await.refuses("hold_companies");
    }
}

async fn with_its_affiliates_a_reseller_is_suspended_and_resumed(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let mut client = Client::of_company(&kontora, "operator", "read").await;
    let before = access(&mut client, EMPTY).await;
    suspend(&mut operator, demo::NEW_WAYS, json!({"reason": "Debt"})).await.ok();
    assert_eq!(access(&mut client, EMPTY).await, before, "not without the box");
    resume(&mut operator, demo::NEW_WAYS, "operator").await.ok();
    kontora.letters().await;
    suspend(&mut operator, demo::NEW_WAYS, json!({"reason": "Unpaid since May", "with_affiliates": "on"})).await.ok();
    let letter = kontora.letter_to("info@newways.test").await;
    assert!(!letter.text.contains("Unpaid"), "said of the reseller, not for its affiliates: {}", letter.text);
    assert_eq!(access(&mut client, EMPTY).await, refused("reseller_suspended"));
    assert_eq!(access(&mut client, demo::NEW_WAYS).await, refused("suspended_by_operator"));
    assert_ne!(access(&mut client, demo::SIBIR_AFFILIATE).await, refused("reseller_suspended"));
    resume(&mut operator, demo::NEW_WAYS, "operator").await.ok();
    assert_eq!(access(&mut client, EMPTY).await, before);
}

async fn a_suspension_says_its_reason_by_letter(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    kontora.letters().await;
    assert_eq!(suspend(&mut reseller, EMPTY, json!({"reason": " "})).await.problems(), json!({"reason": ["required"]}));
    suspend(&mut reseller, EMPTY, json!({"reason": "Договор не подписан"})).await.ok();
    let letter = kontora.letter_to("info@newways.test").await;
    assert!(letter.text.contains("Договор не подписан") && letter.text.contains("приостановлено реселлером"));
    let again = suspend(&mut reseller, EMPTY, json!({"reason": "Again"})).await.problems();
    assert_eq!(again, json!({"form": ["already_suspended"]}));
}

async fn what_is_not_suspended_cannot_be_resumed(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(resume(&mut reseller, EMPTY, "reseller").await.problems(), json!({"form": ["not_suspended"]}));
    assert_eq!(resume(&mut reseller, EMPTY, "credit").await.problems(), json!({"cause": ["unknown_choice"]}));
}

async fn a_cap_holds_what_a_reseller_grants(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut operator = kontora.signed_in("operator").await;
    begin_with(&kontora, &mut reseller, "2600", "").await;
    let capped = |cap: &str| json!({"company": demo::NEW_WAYS, "fields": {"cap": cap}});
    operator.call("set_credit_pool", capped("1000000")).await.ok();
    let own = json!({"company": demo::NEW_WAYS, "filter": {}, "before": null});
    let pool = reseller.call("company_billing", own.clone()).await.ok()["pool"].clone();
    let cap = Kopecks::new(pool["allocated"].as_i64().unwrap() + 40_000).to_string();
    operator.call("set_credit_pool", capped(&cap)).await.ok();
    let raise = async |browser: &mut Browser, limit: &str| super::edit(browser, json!({"credit_limit": limit})).await;
    let refused = raise(&mut reseller, "3000.01").await.problems();
    assert_eq!(refused, json!({"credit_limit": [{"pool_exceeded": {"free": 40_000}}]}));
    raise(&mut reseller, "3000").await.ok();
    kontora.letters().await;
    let lower = Kopecks::new(pool["allocated"].as_i64().unwrap() - 60_000).to_string();
    operator.call("set_credit_pool", capped(&lower)).await.ok();
    assert!(kontora.letter_to("reseller@demo.test").await.subject.contains("exceed your cap"));
    raise(&mut reseller, "2900").await.ok();
    reseller.call("set_credit_pool", capped("9")).await.refuses("set_pool");
}

async fn an_affiliate_that_comes_with_its_limit_may_exceed_the_cap_and_the_reseller_is_told(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut operator = kontora.signed_in("operator").await;
    change(&mut operator, demo::SINGLE, json!({"credit_limit": "777"})).await.ok();
    let capped = |cap: &str| json!({"company": demo::NEW_WAYS, "fields": {"cap": cap}});
    operator.call("set_credit_pool", capped("1000000")).await.ok();
    let own = json!({"company": demo::NEW_WAYS, "filter": {}, "before": null});
    let allocated = reseller.call("company_billing", own.clone()).await.ok()["pool"]["allocated"].as_i64().unwrap();
    operator.call("set_credit_pool", capped(&Kopecks::new(allocated + 77_600).to_string())).await.ok();
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    kontora.letters().await;
    complete(&mut operator, id).await.ok();
    let letters = kontora.letters().await;
    let told = letters.iter().filter(|letter| letter.subject.contains("exceed your cap"));
    assert_eq!(told.map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["reseller@demo.test"]);
}
