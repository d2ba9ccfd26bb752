//! What the requester's company does about its open request: it takes it back, or says more about it.

use serde_json::{Value, json};

use super::{complete, decline, request, requests};
use crate::support::{Answer, Browser, HOUR, Kontora, demo, stories};

stories![
    Demo;
    a_withdrawn_request_is_told_to_whoever_made_it_and_settled_for_good,
    a_colleague_may_withdraw_and_nobody_else,
    a_settled_request_is_not_withdrawn_and_says_what_became_of_it,
    a_pair_withdrawn_can_be_asked_for_again,
    comments_are_read_by_the_operator_and_by_the_own_company_alone,
    a_comment_is_checked_and_belongs_to_an_open_request,
    a_company_comments_a_hundred_times_an_hour_at_most,
];

const ONE: i64 = demo::OTHER_SINGLES[0];

pub async fn withdraw(browser: &mut Browser, id: i64) -> Answer {
    browser.call("withdraw_request", json!({"id": id})).await
}

async fn comment(browser: &mut Browser, id: i64, text: &str) -> Answer {
    browser.call("comment_request", json!({"id": id, "text": text})).await
}

/// Another administrator of New ways partner, signed in.
async fn colleague(kontora: &Kontora) -> Browser {
    let mut reseller = kontora.signed_in("reseller").await;
    let fields = json!({"full_name": "Анна Новая", "email": "anna@new.test"});
    reseller.call("register_user", json!({"company": demo::NEW_WAYS, "fields": fields})).await.ok();
    let token = kontora.letter_to("anna@new.test").await.token();
    let mut anna = kontora.browser();
    anna.call("set_password", json!({"fields": {"token": token, "password": "восемь лет подряд"}})).await.ok();
    anna
}

async fn a_withdrawn_request_is_told_to_whoever_made_it_and_settled_for_good(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    kontora.letters().await;
    let mut reseller = kontora.signed_in("reseller").await;
    withdraw(&mut reseller, id).await.ok();
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert_eq!(letter.subject, format!("Request {id} withdrawn"));
    assert_eq!(requests(&mut reseller).await[0]["state"], "withdrawn");
    let mut operator = kontora.signed_in("operator").await;
    assert_eq!(requests(&mut operator).await[0]["state"], "withdrawn");
    for answer in [complete(&mut operator, id).await, decline(&mut operator, id, "Нет.").await] {
        assert_eq!(answer.problems(), json!({"form": ["request_withdrawn"]}));
    }
    // A second press.
    withdraw(&mut reseller, id).await.ok();
    assert!(kontora.letters().await.is_empty());
}

async fn a_colleague_may_withdraw_and_nobody_else(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    for who in ["single", "sibir", "affiliate"] {
        withdraw(&mut kontora.signed_in(who).await, id).await.is(404);
    }
    withdraw(&mut kontora.signed_in("operator").await, id).await.refuses("send_requests");
    withdraw(&mut kontora.signed_in("chat").await, id).await.refuses("see_companies");
    let mut anna = colleague(&kontora).await;
    kontora.letters().await;
    withdraw(&mut anna, id).await.ok();
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert!(letter.text.contains("Анна Новая"), "{}", letter.text);
}

async fn a_settled_request_is_not_withdrawn_and_says_what_became_of_it(kontora: Kontora) {
    let done = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    let declined = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    let mut operator = kontora.signed_in("operator").await;
    complete(&mut operator, done).await.ok();
    decline(&mut operator, declined, "Нет.").await.ok();
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(withdraw(&mut reseller, done).await.problems(), json!({"form": ["request_completed"]}));
    assert_eq!(withdraw(&mut reseller, declined).await.problems(), json!({"form": ["request_declined"]}));
    withdraw(&mut reseller, 999).await.is(404);
}

async fn a_pair_withdrawn_can_be_asked_for_again(kontora: Kontora) {
    let first = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    withdraw(&mut kontora.signed_in("reseller").await, first).await.ok();
    let again = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    assert_ne!(first, again);
    complete(&mut kontora.signed_in("operator").await, again).await.ok();
}

fn said(request: &Value) -> Vec<(&str, &str)> {
    let comments = request["comments"].as_array().unwrap().iter();
    comments.map(|comment| (comment["by"].as_str().unwrap(), comment["text"].as_str().unwrap())).collect()
}

async fn comments_are_read_by_the_operator_and_by_the_own_company_alone(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    let mut anna = colleague(&kontora).await;
    comment(&mut anna, id, " Договор \n\n подписан ").await.ok();
    let mut reseller = kontora.signed_in("reseller").await;
    comment(&mut reseller, id, "<script>alert(1)</script>").await.ok();
    let mut operator = kontora.signed_in("operator").await;
    for browser in [&mut reseller, &mut operator] {
        let seen = requests(browser).await.remove(0);
        let comments = said(&seen);
        assert_eq!(comments[0], ("Анна Новая", "Договор\nподписан"));
        assert_eq!(comments[1].1, "<script>alert(1)</script>");
        let page = browser.get("/support").await.is(200).text();
        assert!(page.contains("Анна Новая") && !page.contains("<script>alert(1)"), "{page}");
    }
    assert!(requests(&mut kontora.signed_in("single").await).await.is_empty());
}

async fn a_comment_is_checked_and_belongs_to_an_open_request(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(comment(&mut reseller, id, " \n ").await.problems(), json!({"text": ["required"]}));
    let long = comment(&mut reseller, id, &"ж".repeat(501)).await.problems();
    assert_eq!(long, json!({"text": [{"too_long": {"max": 500, "actual": 501}}]}));
    comment(&mut kontora.signed_in("single").await, id, "Нет.").await.is(404);
    comment(&mut kontora.signed_in("operator").await, id, "Нет.").await.refuses("send_requests");
    withdraw(&mut reseller, id).await.ok();
    assert_eq!(comment(&mut reseller, id, "Еще.").await.problems(), json!({"form": ["request_withdrawn"]}));
    assert_eq!(said(&requests(&mut reseller).await[0]), []);
}

async fn a_company_comments_a_hundred_times_an_hour_at_most(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for number in 0..100 {
        comment(&mut reseller, id, &format!("Еще {number}.")).await.ok();
    }
    let refused = comment(&mut reseller, id, "Еще.").await;
    assert_eq!(refused.is(429).header("retry-after"), "3600");
    kontora.pass(HOUR);
    comment(&mut reseller, id, "Еще.").await.ok();
}
