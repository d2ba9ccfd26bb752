//! Attaching an existing company: asked for by either side, settled by the operator.

mod depth_one;
mod own;
mod past;
mod races;

use serde_json::{Value, json};

use super::companies::{list, open, row};
use crate::support::{Answer, Browser, HOUR, Kontora, demo, stories};

stories![
    Demo;
    a_resellers_request_completed_puts_the_company_on_its_list_and_writes_to_both,
    a_companys_own_request_does_the_same,
    a_request_is_confirmed_to_the_requester_and_reported_to_the_operators,
    a_declined_request_is_told_with_its_reason_and_changes_nothing,
    a_requester_learns_nothing_about_the_other_side,
    nobody_asks_on_behalf_of_others,
    the_same_pair_still_open_is_the_same_request,
    a_company_asks_fifty_times_an_hour_at_most,
    a_request_settled_once_stays_settled,
    requests_are_seen_by_their_company_and_the_operator_only,
    numbers_and_comments_are_checked_at_their_fields,
    an_attached_company_keeps_its_people_its_money_and_its_sessions,
];

const ONE: i64 = demo::OTHER_SINGLES[0];
const OTHER: i64 = demo::OTHER_SINGLES[1];

pub async fn ask(browser: &mut Browser, reseller: &str, company: &str) -> Answer {
    let fields = json!({"reseller_id": reseller, "company_id": company, "comment": "Прошу подключить."});
    browser.call("request_attachment", json!({"fields": fields})).await
}

async fn a_company_asks_fifty_times_an_hour_at_most(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for company in 1000..1050 {
        ask(&mut reseller, "2", &company.to_string()).await.ok();
    }
    let refused = ask(&mut reseller, "2", "2000").await;
    assert_eq!(refused.is(429).header("retry-after"), "3600");
    ask(&mut kontora.signed_in("sibir").await, &demo::SIBIR.to_string(), "2000").await.ok();
    kontora.pass(HOUR);
    ask(&mut reseller, "2", "2000").await.ok();
}

/// The number of a new request by the reseller `who`.
pub async fn request(kontora: &Kontora, who: &str, reseller: i64, company: i64) -> i64 {
    let mut browser = kontora.signed_in(who).await;
    ask(&mut browser, &reseller.to_string(), &company.to_string()).await.ok().as_i64().unwrap()
}

pub async fn complete(browser: &mut Browser, id: i64) -> Answer {
    browser.call("complete_request", json!({"id": id})).await
}

pub async fn decline(browser: &mut Browser, id: i64, reason: &str) -> Answer {
    browser.call("decline_request", json!({"id": id, "reason": reason})).await
}

pub async fn requests(browser: &mut Browser) -> Vec<Value> {
    browser.call("requests", json!({})).await.ok().as_array().unwrap().clone()
}

async fn a_resellers_request_completed_puts_the_company_on_its_list_and_writes_to_both(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    kontora.letters().await;
    let mut operator = kontora.signed_in("operator").await;
    complete(&mut operator, id).await.ok();
    let list = list(&mut kontora.signed_in("reseller").await).await;
    let attached = row(&list, demo::SINGLE);
    assert_eq!(attached.numbers().kind, app::companies::Kind::Affiliate);
    let letters = kontora.letters().await;
    let subject = format!("{} now belongs to New ways partner", attached.name());
    for to in ["reseller@demo.test", "single@demo.test"] {
        assert!(letters.iter().any(|letter| letter.to == to && letter.subject == subject), "{to}: {letters:#?}");
    }
    assert!(letters.iter().all(|letter| letter.to != "sibir@demo.test" && letter.to != "chat@demo.test"));
}

async fn a_companys_own_request_does_the_same(kontora: Kontora) {
    let id = request(&kontora, "single", demo::SIBIR, demo::SINGLE).await;
    complete(&mut kontora.signed_in("operator").await, id).await.ok();
    row(&list(&mut kontora.signed_in("sibir").await).await, demo::SINGLE);
    let me = kontora.signed_in("single").await.call("me", json!({})).await.ok();
    assert_eq!(me["company_kind"], "affiliate");
}

async fn a_request_is_confirmed_to_the_requester_and_reported_to_the_operators(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    let letters = kontora.letters().await;
    let subject = |to: &str| letters.iter().find(|letter| letter.to == to).map(|letter| letter.subject.clone());
    assert_eq!(subject("reseller@demo.test").unwrap(), format!("Request {id} received"));
    assert_eq!(subject("operator@demo.test").unwrap(), format!("New request {id}"));
    let operators = kontora.database.number("SELECT COUNT(*) FROM person_role JOIN person ON person.id = person_id WHERE role = 'operator' AND state = 'active'").await;
    assert_eq!(letters.len() as i64, 1 + operators);
}

async fn a_declined_request_is_told_with_its_reason_and_changes_nothing(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    kontora.letters().await;
    let mut operator = kontora.signed_in("operator").await;
    assert_eq!(decline(&mut operator, id, " ").await.problems(), json!({"reason": ["required"]}));
    decline(&mut operator, id, "Нет согласия компании.").await.ok();
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert_eq!(letter.subject, format!("Request {id} declined"));
    assert!(letter.text.contains("Нет согласия компании."));
    let seen = requests(&mut kontora.signed_in("reseller").await).await;
    assert_eq!((&seen[0]["state"], &seen[0]["reason"]), (&json!("declined"), &json!("Нет согласия компании.")));
    assert_eq!(open(&mut operator, ONE).await["kind"], "stand_alone");
}

async fn a_requester_learns_nothing_about_the_other_side(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut shown = Vec::new();
    for company in [ONE, demo::SIBIR_AFFILIATE, demo::SIBIR, demo::PLATFORM, 999_999, i64::MAX] {
        let answer = ask(&mut reseller, "2", &company.to_string()).await;
        let id = answer.ok().as_i64().unwrap();
        let letter = kontora.letters_to("reseller@demo.test").await.remove(0);
        let request = requests(&mut reseller).await.remove(0);
        let hide =
            |text: String| text.replace(&company.to_string(), "C").replace(&format!("equest {id} "), "equest N ");
        shown.push((hide(request.to_string()), hide(letter.text), hide(letter.subject)));
        let mut single = kontora.signed_in("single").await;
        ask(&mut single, &company.to_string(), &demo::SINGLE.to_string()).await.ok();
    }
    let [first, rest @ ..] = shown.as_slice() else { unreachable!() };
    for other in rest {
        assert_eq!((&first.1, &first.2), (&other.1, &other.2));
        assert!(first.0.contains("\"review\":null") && other.0.contains("\"review\":null"));
    }
}

async fn nobody_asks_on_behalf_of_others(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    ask(&mut reseller, "15", &ONE.to_string()).await.refuses("reseller_id");
    let mut single = kontora.signed_in("single").await;
    ask(&mut single, "2", &ONE.to_string()).await.refuses("company_id");
    let mut affiliate = kontora.signed_in("affiliate").await;
    ask(&mut affiliate, "3", &ONE.to_string()).await.refuses("company_id");
    let mut operator = kontora.signed_in("operator").await;
    ask(&mut operator, "2", &ONE.to_string()).await.is(403);
    kontora.signed_in("chat").await.call("requests", json!({})).await.refuses("see_companies");
    assert!(kontora.letters().await.is_empty());
}

async fn the_same_pair_still_open_is_the_same_request(kontora: Kontora) {
    let first = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    let again = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    assert_eq!(first, again);
    assert_eq!(kontora.letters_to("reseller@demo.test").await.len(), 1);
    // The other side's own request does not show that there is one already.
    let theirs = request(&kontora, "single", demo::NEW_WAYS, demo::SINGLE).await;
    assert_ne!(first, theirs);
    decline(&mut kontora.signed_in("operator").await, first, "Нет.").await.ok();
    assert_ne!(first, request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await);
}

async fn a_request_settled_once_stays_settled(kontora: Kontora) {
    let done = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
    let declined = request(&kontora, "reseller", demo::NEW_WAYS, OTHER).await;
    let mut operator = kontora.signed_in("operator").await;
    complete(&mut operator, done).await.ok();
    decline(&mut operator, declined, "Нет.").await.ok();
    kontora.letters().await;
    complete(&mut operator, done).await.ok();
    decline(&mut operator, declined, "Совсем нет.").await.ok();
    assert_eq!(decline(&mut operator, done, "Нет.").await.problems(), json!({"form": ["request_completed"]}));
    assert_eq!(complete(&mut operator, declined).await.problems(), json!({"form": ["request_declined"]}));
    assert!(kontora.letters().await.is_empty());
    complete(&mut operator, 999).await.is(404);
    decline(&mut operator, 999, "Нет.").await.is(404);
}

async fn requests_are_seen_by_their_company_and_the_operator_only(kontora: Kontora) {
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    for who in ["single", "sibir", "affiliate"] {
        assert!(requests(&mut kontora.signed_in(who).await).await.is_empty(), "{who}");
    }
    let seen = requests(&mut kontora.signed_in("operator").await).await;
    assert_eq!((seen.len(), &seen[0]["id"]), (1, &json!(id)));
    let review = &seen[0]["review"];
    assert_eq!(review["reseller_name"], "New ways partner");
    assert!(review["findings"].as_array().unwrap().iter().all(|finding| finding["verdict"] == "holds"), "{review}");
    let page = kontora.signed_in("operator").await.get("/support").await.is(200).text();
    assert!(page.contains("New ways partner") && page.contains("Complete"), "{page}");
}

async fn numbers_and_comments_are_checked_at_their_fields(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for wrong in ["", "abc", "-1", "0", "1.5", "99999999999999999999", "2; DROP TABLE company"] {
        let problems = ask(&mut reseller, "2", wrong).await.problems();
        assert_eq!(problems.as_object().unwrap().keys().collect::<Vec<_>>(), ["company_id"], "{wrong}");
    }
    let fields = json!({"reseller_id": "2", "company_id": "27", "comment": "ж".repeat(10_000), "limit": "5"});
    let problems = reseller.call("request_attachment", json!({"fields": fields})).await.problems();
    assert_eq!(problems.as_object().unwrap().keys().collect::<Vec<_>>(), ["comment", "limit"]);
}

async fn an_attached_company_keeps_its_people_its_money_and_its_sessions(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let before = open(&mut single, demo::SINGLE).await;
    let id = request(&kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    complete(&mut kontora.signed_in("operator").await, id).await.ok();
    let after = open(&mut single, demo::SINGLE).await;
    for kept in ["balance", "credit_limit", "administrators", "fields"] {
        assert_eq!(before[kept], after[kept], "{kept}");
    }
    let mut reseller = kontora.signed_in("reseller").await;
    let seen = open(&mut reseller, demo::SINGLE).await;
    assert!(seen["fields"]["credit_limit"].is_string());
    kontora.signed_in("sibir").await.call("company", json!({"id": demo::SINGLE})).await.is(404);
}
