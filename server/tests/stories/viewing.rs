//! Looking through another's eyes: who may, what is seen, that nothing can be touched, when it ends, who is told.

use axum::http::header::REFERER;
use serde_json::{Value, json};

use crate::companies::change;
use crate::support::{Answer, Browser, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_reseller_is_refused_until_the_affiliate_allows_it,
    whoever_looks_sees_what_the_other_sees_under_a_banner,
    nothing_can_be_changed_while_looking,
    neither_sessions_nor_tokens_are_seen_while_looking,
    leaving_returns_to_oneself_and_to_the_page,
    it_ends_after_thirty_minutes_whether_anybody_comes_back_or_not,
    a_withdrawn_permission_ends_it_at_the_next_request,
    a_permission_for_an_hour_lasts_an_hour,
    it_ends_with_the_viewers_own_rights_and_the_viewed_persons_account,
    both_sides_find_it_in_the_log_and_the_company_gets_a_letter,
    the_operator_may_look_without_permission_and_the_company_learns_at_once,
    colleagues_operators_and_strangers_are_not_looked_at,
    a_permission_from_before_the_company_had_a_reseller_is_not_the_resellers,
    an_open_page_learns_whose_eyes_its_session_looks_through,
    a_reason_is_asked_for,
    nobody_looks_more_than_thirty_times_an_hour,
    signing_out_while_looking_ends_both,
    the_language_switch_does_not_touch_the_other_persons_profile,
];

const REASON: &str = "Разбираем обращение 4711";

async fn id(browser: &mut Browser) -> i64 {
    browser.call("me", json!({})).await.ok()["id"].as_i64().unwrap()
}

async fn look(viewer: &mut Browser, person: i64) -> Answer {
    let fields = json!({"reason": REASON, "return_to": "/companies/3/employees?q=a"});
    viewer.call("view_as", json!({"person": person, "fields": fields})).await
}

async fn allow(affiliate: &mut Browser, term: &str) -> Value {
    affiliate.call("allow_viewing", json!({"fields": {"term": term}})).await.ok()
}

/// An affiliate that has allowed it, and its reseller, who looks.
async fn looking(kontora: &Kontora) -> (Browser, Browser) {
    let (mut affiliate, mut reseller) = (kontora.signed_in("affiliate").await, kontora.signed_in("reseller").await);
    allow(&mut affiliate, "until_withdrawn").await;
    let person = id(&mut affiliate).await;
    look(&mut reseller, person).await.ok();
    (affiliate, reseller)
}

async fn email(browser: &mut Browser) -> String {
    browser.call("me", json!({})).await.ok()["email"].as_str().unwrap().to_owned()
}

async fn a_reseller_is_refused_until_the_affiliate_allows_it(kontora: Kontora) {
    let (mut affiliate, mut reseller) = (kontora.signed_in("affiliate").await, kontora.signed_in("reseller").await);
    let person = id(&mut affiliate).await;
    let refused = look(&mut reseller, person).await.is(403).json();
    assert_eq!(refused["detail"], "consent");
    assert_eq!(email(&mut reseller).await, "reseller@demo.test");
    let log = allow(&mut affiliate, "day").await;
    assert_eq!(log["consent"]["until"], kontora.now() + 24 * HOUR);
    look(&mut reseller, person).await.ok();
    assert_eq!(email(&mut reseller).await, "affiliate@demo.test");
}

async fn whoever_looks_sees_what_the_other_sees_under_a_banner(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    kontora.pass(90 * 1000);
    let me = reseller.call("me", json!({})).await.ok();
    assert_eq!(me["viewing"]["minutes_left"], 29);
    assert_eq!(me["company_id"], demo::AFFILIATE);
    for path in ["/companies", "/support", "/profile", "/companies/3/history"] {
        let page = reseller.get(path).await.is(200).text();
        assert!(page.contains("You are viewing as"), "{path}: {page}");
        assert!(!affiliate.get(path).await.is(200).text().contains("You are viewing as"), "{path}");
    }
    reseller.get("/companies/4").await.is(404);
    reseller.call("company", json!({"id": demo::NEW_WAYS})).await.is(404);
}

async fn nothing_can_be_changed_while_looking(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    let before = affiliate.call("company", json!({"id": demo::AFFILIATE})).await.ok();
    let refusals = [
        change(&mut reseller, demo::AFFILIATE, json!({"name": "Другая"})).await,
        reseller.call("save_profile", json!({"fields": {"full_name": "Другое Имя"}})).await,
        reseller.call("forbid_viewing", json!({})).await,
        reseller.call("allow_viewing", json!({"fields": {"term": "day"}})).await,
        reseller.call("end_other_sessions", json!({})).await,
        reseller.call("view_as", json!({"person": 1, "fields": {"reason": REASON}})).await,
        reseller
            .call(
                "register_user",
                json!({"company": demo::AFFILIATE, "fields": {"full_name": "Я", "email": "i@new.test"}}),
            )
            .await,
        // What would be refused for another reason too.
        reseller.call("save_profile", json!({"fields": {"full_name": ""}})).await,
        reseller.call("change_password", json!({"fields": {}})).await,
        reseller.call("create_token", json!({"fields": {}})).await,
        reseller.call("allow_viewing", json!({"fields": {"term": "year"}})).await,
    ];
    for refusal in refusals {
        assert_eq!(refusal.is(403).json()["detail"], "viewing");
    }
    let page = reseller.submit("/profile", &[("full_name", "Другое Имя")]).await.is(403).text();
    assert!(page.contains("Nothing can be changed while viewing"), "{page}");
    assert_eq!(affiliate.call("company", json!({"id": demo::AFFILIATE})).await.ok(), before);
    assert_eq!(email(&mut reseller).await, "affiliate@demo.test", "and it goes on");
}

async fn neither_sessions_nor_tokens_are_seen_while_looking(kontora: Kontora) {
    let (_, mut reseller) = looking(&kontora).await;
    for function in ["sign_in_details", "tokens"] {
        reseller.call(function, json!({})).await.is(403);
    }
    let page = reseller.get("/profile").await.is(200).text();
    for words in ["Sessions", "API tokens", "Two-factor"] {
        assert!(!page.contains(words), "{words}: {page}");
    }
}

async fn leaving_returns_to_oneself_and_to_the_page(kontora: Kontora) {
    let (_, mut reseller) = looking(&kontora).await;
    reseller.submit("/view-as/end", &[]).await.leads_to("/companies/3/employees?q=a");
    assert_eq!(email(&mut reseller).await, "reseller@demo.test");
    reseller.submit("/view-as/end", &[]).await.leads_to("/");
}

/// The look has ended: the page that is still open is refused, the next one is the viewer's own.
async fn is_out(viewer: &mut Browser, as_whom: &str) {
    let refused = viewer.call("me", json!({})).await.is(403).json();
    assert_eq!(refused["detail"], "viewing_over");
    viewer.get("/profile").await.is(200);
    assert_eq!(email(viewer).await, as_whom);
}

async fn it_ends_after_thirty_minutes_whether_anybody_comes_back_or_not(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    kontora.pass(30 * MINUTE - 1);
    assert_eq!(email(&mut reseller).await, "affiliate@demo.test");
    kontora.pass(1);
    is_out(&mut reseller, "reseller@demo.test").await;
    let person = id(&mut affiliate).await;
    look(&mut reseller, person).await.ok();
    kontora.letters().await;
    kontora.pass(31 * MINUTE);
    kontora.store().tidy().await.unwrap();
    let past = &affiliate.call("viewings", json!({})).await.ok()["past"][0];
    assert_eq!(past["ended_at"].as_i64().unwrap(), past["begun_at"].as_i64().unwrap() + 30 * MINUTE);
    assert_eq!(kontora.letters_to("affiliate@demo.test").await.len(), 1);
    kontora.store().tidy().await.unwrap();
    is_out(&mut reseller, "reseller@demo.test").await;
    assert!(kontora.letters_to("affiliate@demo.test").await.is_empty(), "told once");
}

async fn a_withdrawn_permission_ends_it_at_the_next_request(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    let log = affiliate.call("forbid_viewing", json!({})).await.ok();
    assert_eq!(log["consent"], Value::Null);
    is_out(&mut reseller, "reseller@demo.test").await;
    let person = id(&mut affiliate).await;
    look(&mut reseller, person).await.is(403);
}

async fn a_permission_for_an_hour_lasts_an_hour(kontora: Kontora) {
    let (mut affiliate, mut reseller) = (kontora.signed_in("affiliate").await, kontora.signed_in("reseller").await);
    allow(&mut affiliate, "hour").await;
    let person = id(&mut affiliate).await;
    kontora.pass(HOUR - 10 * MINUTE);
    look(&mut reseller, person).await.ok();
    kontora.pass(10 * MINUTE);
    is_out(&mut reseller, "reseller@demo.test").await;
    look(&mut reseller, person).await.is(403);
    affiliate.call("allow_viewing", json!({"fields": {"term": "year"}})).await.is(422);
}

async fn it_ends_with_the_viewers_own_rights_and_the_viewed_persons_account(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    kontora
        .database
        .execute("UPDATE person SET state = 'blocked' WHERE email_key = 'affiliate@demo.test'")
        .await
        .unwrap();
    is_out(&mut reseller, "reseller@demo.test").await;
    kontora
        .database
        .execute("UPDATE person SET state = 'active' WHERE email_key = 'affiliate@demo.test'")
        .await
        .unwrap();
    let person = id(&mut affiliate).await;
    look(&mut reseller, person).await.ok();
    let demoted = "UPDATE person_role SET role = 'chat_operator' \
                   WHERE person_id = (SELECT id FROM person WHERE email_key = 'reseller@demo.test')";
    kontora.database.execute(demoted).await.unwrap();
    is_out(&mut reseller, "reseller@demo.test").await;
    look(&mut reseller, person).await.is(403);
}

async fn both_sides_find_it_in_the_log_and_the_company_gets_a_letter(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    kontora.letters().await;
    kontora.pass(MINUTE);
    reseller.get("/companies").await.is(200);
    kontora.pass(MINUTE);
    let mut on_page = reseller.sending(REFERER, "http://localhost:3000/companies/3?q=secret");
    on_page.call("company", json!({"id": demo::AFFILIATE})).await.ok();
    let mut forged = reseller.sending(REFERER, "http://evil.test/companies/4");
    forged.call("companies_view", json!({"query": "", "sort": null})).await.ok();
    reseller.get("/sign-in").await;
    reseller.get("/companies/any-text").await;
    kontora.pass(MINUTE);
    reseller.submit("/view-as/end", &[]).await.leads_to("/companies/3/employees?q=a");

    let log = affiliate.call("viewings", json!({})).await.ok();
    let past = &log["past"][0];
    assert_eq!((&past["reason"], &past["has_consent"]), (&json!(REASON), &json!(true)));
    let pages: Vec<&str> = past["pages"].as_array().unwrap().iter().map(|page| page.as_str().unwrap()).collect();
    assert_eq!(pages, ["/companies", "/api/companies_view", "/companies/3", "/sign-in"]);
    assert_eq!(past["ended_at"], kontora.now());
    let letter = kontora.letter_to("affiliate@demo.test").await;
    assert!(letter.text.contains(REASON) && letter.text.contains("/companies/3"), "{}", letter.text);

    let filter = json!({"filter": {"company": demo::AFFILIATE.to_string()}, "after": null});
    for side in [&mut affiliate, &mut reseller] {
        let log = side.call("audit_events", filter.clone()).await.ok();
        let events = log["events"].as_array().unwrap();
        let kinds: Vec<&str> = events.iter().map(|event| event["kind"].as_str().unwrap()).collect();
        for kind in ["viewing_begun", "page_viewed", "viewing_ended", "viewing_allowed"] {
            assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
        }
        let seen: Vec<&Value> = events.iter().filter(|event| event["kind"] == "page_viewed").collect();
        assert!(seen.iter().all(|event| event["new"] == "affiliate@demo.test"), "as whom: {seen:?}");
    }
}

async fn the_operator_may_look_without_permission_and_the_company_learns_at_once(kontora: Kontora) {
    let (mut affiliate, mut operator) = (kontora.signed_in("affiliate").await, kontora.signed_in("operator").await);
    kontora.letters().await;
    let person = id(&mut affiliate).await;
    look(&mut operator, person).await.ok();
    let letter = kontora.letter_to("affiliate@demo.test").await;
    assert!(letter.text.contains(REASON) && !letter.text.contains("operator@demo.test"), "{}", letter.text);
    let past = &affiliate.call("viewings", json!({})).await.ok()["past"][0];
    assert_eq!((&past["viewer"], &past["has_consent"], &past["ended_at"]), (&Value::Null, &json!(false), &Value::Null));
    change(&mut operator, demo::AFFILIATE, json!({"name": "Другая"})).await.is(403);
}

async fn colleagues_operators_and_strangers_are_not_looked_at(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut operator = kontora.signed_in("operator").await;
    let (own, platform) = (id(&mut reseller).await, id(&mut operator).await);
    let stranger = id(&mut kontora.signed_in("single").await).await;
    look(&mut reseller, own).await.is(403);
    look(&mut operator, platform).await.is(403);
    let there = look(&mut reseller, stranger).await;
    let nowhere = look(&mut reseller, 999_999).await;
    assert_eq!(there.is(404).body, nowhere.is(404).body);
    look(&mut kontora.signed_in("affiliate").await, own).await.is(404);
    look(&mut operator, stranger).await.ok();
}

async fn a_reason_is_asked_for(kontora: Kontora) {
    let (mut affiliate, mut reseller) = (kontora.signed_in("affiliate").await, kontora.signed_in("reseller").await);
    allow(&mut affiliate, "day").await;
    let person = id(&mut affiliate).await;
    let long = "я".repeat(501);
    for reason in ["", "короче 10", long.as_str()] {
        let fields = json!({"reason": reason, "return_to": "/"});
        let refused = reseller.call("view_as", json!({"person": person, "fields": fields})).await.is(422).json();
        assert!(refused["detail"]["reason"].is_array(), "{refused}");
    }
    let fields = json!({"reason": REASON, "return_to": "//evil.test"});
    reseller.call("view_as", json!({"person": person, "fields": fields})).await.ok();
    reseller.submit("/view-as/end", &[]).await.leads_to("/");
}

async fn signing_out_while_looking_ends_both(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    reseller.submit("/sign-out", &[]).await.leads_to("/sign-in");
    let past = &affiliate.call("viewings", json!({})).await.ok()["past"][0];
    assert_eq!(past["ended_at"], kontora.now());
    assert_eq!(email(&mut affiliate).await, "affiliate@demo.test");
}

async fn the_language_switch_does_not_touch_the_other_persons_profile(kontora: Kontora) {
    let (mut affiliate, mut reseller) = looking(&kontora).await;
    let before = affiliate.call("me", json!({})).await.ok()["language"].clone();
    reseller.call("choose_language", json!({"lang": "ru"})).await.ok();
    assert_eq!(affiliate.call("me", json!({})).await.ok()["language"], before);
    assert!(reseller.get("/companies").await.is(200).text().contains("Вы смотрите как"));
}

async fn nobody_looks_more_than_thirty_times_an_hour(kontora: Kontora) {
    let person = id(&mut kontora.signed_in("single").await).await;
    let mut operator = kontora.signed_in("operator").await;
    for _ in 0..30 {
        look(&mut operator, person).await.ok();
        operator.submit("/view-as/end", &[]).await.leads_to("/companies/3/employees?q=a");
    }
    look(&mut operator, person).await.is(429);
    kontora.pass(HOUR);
    look(&mut operator, person).await.ok();
}

async fn a_permission_from_before_the_company_had_a_reseller_is_not_the_resellers(kontora: Kontora) {
    let (mut single, mut reseller) = (kontora.signed_in("single").await, kontora.signed_in("reseller").await);
    let mut operator = kontora.signed_in("operator").await;
    allow(&mut single, "until_withdrawn").await;
    let fields = json!({"reseller_id": demo::NEW_WAYS.to_string(), "company_id": demo::SINGLE.to_string()});
    let request = reseller.call("request_attachment", json!({"fields": fields})).await.ok();
    operator.call("complete_request", json!({"id": request})).await.ok();
    let person = id(&mut single).await;
    assert_eq!(look(&mut reseller, person).await.is(403).json()["detail"], "consent");
}

async fn an_open_page_learns_whose_eyes_its_session_looks_through(kontora: Kontora) {
    let (_, mut reseller) = looking(&kontora).await;
    let shown = reseller.call("me", json!({})).await.ok()["viewing"]["id"].clone();
    assert_eq!(reseller.call("still_signed_in", json!({})).await.ok(), shown);
    reseller.submit("/view-as/end", &[]).await.leads_to("/companies/3/employees?q=a");
    assert_eq!(reseller.call("still_signed_in", json!({})).await.ok(), Value::Null);
}
