//! How long a sign-in lasts, and what ends it.

use serde_json::json;

use crate::support::{Browser, DAY, HOUR, Kontora, demo, stories};

stories![
    Demo;
    signing_out_kills_the_session_on_the_server,
    signing_out_without_script_leads_to_the_sign_in_page,
    a_sign_out_or_a_language_that_fails_is_told_on_a_page_and_ends_nothing,
    a_session_unused_for_twelve_hours_is_over,
    a_session_ends_after_thirty_days_however_much_it_is_used,
    a_new_sign_in_ends_the_session_that_the_browser_had,
    a_blocked_person_is_out_at_the_next_request,
    a_role_that_is_taken_away_is_gone_at_the_next_request,
    the_database_keeps_no_token_that_would_let_anybody_in,
    an_invented_session_lets_nobody_in,
    the_language_follows_the_profile_then_the_cookie_then_the_browser,
];

async fn is_in(browser: &mut Browser) -> bool {
    browser.call("me", json!({})).await.status == 200
}

async fn signing_out_kills_the_session_on_the_server(kontora: Kontora) {
    let mut browser = kontora.signed_in("single").await;
    let mut thief = browser.clone();
    browser.call("sign_out", json!({})).await.ok();
    assert!(!browser.cookies.contains_key("session"));
    thief.call("me", json!({})).await.is(401);
    thief.get("/api/companies.bin").await.is(401);
}

async fn signing_out_without_script_leads_to_the_sign_in_page(kontora: Kontora) {
    let mut browser = kontora.signed_in("single").await;
    let mut thief = browser.clone();
    browser.submit("/sign-out", &[]).await.leads_to("/sign-in");
    assert!(!is_in(&mut thief).await);
}

async fn a_sign_out_or_a_language_that_fails_is_told_on_a_page_and_ends_nothing(kontora: Kontora) {
    let mut browser = kontora.signed_in("single").await;
    kontora.database.execute("ALTER TABLE session RENAME TO out_of_order").await.unwrap();
    for answer in [browser.submit("/sign-out", &[]).await, browser.submit("/language", &[("lang", "ru")]).await] {
        let page = answer.is(500).text();
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Something went wrong"), "{page}");
    }
    kontora.database.execute("ALTER TABLE out_of_order RENAME TO session").await.unwrap();
    assert!(is_in(&mut browser).await);
}

async fn a_session_unused_for_twelve_hours_is_over(kontora: Kontora) {
    let mut browser = kontora.signed_in("single").await;
    for _ in 0..3 {
        kontora.pass(12 * HOUR - 1);
        assert!(is_in(&mut browser).await);
    }
    kontora.pass(12 * HOUR);
    assert!(!is_in(&mut browser).await);
    browser.get("/companies").await.leads_to("/sign-in?next=/companies");
}

async fn a_session_ends_after_thirty_days_however_much_it_is_used(kontora: Kontora) {
    let mut browser = kontora.signed_in("single").await;
    for _ in 0..59 {
        kontora.pass(DAY / 2 - 1);
        assert!(is_in(&mut browser).await);
    }
    kontora.pass(DAY / 2 + 59);
    assert!(!is_in(&mut browser).await);
}

async fn a_new_sign_in_ends_the_session_that_the_browser_had(kontora: Kontora) {
    let mut browser = kontora.signed_in("single").await;
    let mut thief = browser.clone();
    browser.sign_in("reseller@demo.test", demo::PASSWORD).await.ok();
    assert!(is_in(&mut browser).await && !is_in(&mut thief).await);
    assert_eq!(thief.cookies["device"], browser.cookies["device"], "the device is still known");
}

async fn a_blocked_person_is_out_at_the_next_request(kontora: Kontora) {
    let mut browsers = [kontora.signed_in("single").await, kontora.signed_in("single").await];
    kontora.database.execute("UPDATE person SET state = 'blocked' WHERE email = 'single@demo.test'").await.unwrap();
    for browser in &mut browsers {
        browser.call("me", json!({})).await.is(401);
    }
}

async fn a_role_that_is_taken_away_is_gone_at_the_next_request(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    operator.call("undelivered_letters", json!({})).await.ok();
    let demote = "DELETE FROM person_role WHERE role = 'operator'";
    kontora.database.execute(demote).await.unwrap();
    operator.call("undelivered_letters", json!({})).await.refuses("run_platform");
    operator.call("company", json!({"id": demo::NEW_WAYS})).await.is(404);
}

async fn the_database_keeps_no_token_that_would_let_anybody_in(kontora: Kontora) {
    let browser = kontora.signed_in("single").await;
    let stored = kontora.database.text("SELECT token_hash FROM session").await;
    for cookie in browser.cookies.values() {
        assert!(!stored.contains(cookie), "{stored}");
    }
    let mut thief = kontora.browser();
    thief.cookies.insert("session".to_owned(), stored);
    assert!(!is_in(&mut thief).await);
}

async fn an_invented_session_lets_nobody_in(kontora: Kontora) {
    for invented in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' OR '1'='1"] {
        let mut browser = kontora.browser();
        browser.cookies.insert("session".to_owned(), invented.to_owned());
        browser.call("me", json!({})).await.is(401);
        browser.get("/companies").await.is(303);
    }
}

async fn the_language_follows_the_profile_then_the_cookie_then_the_browser(kontora: Kontora) {
    let speaks =
        |page: String, lang: &str| assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{lang}: {page:.300}");
    let mut browser = kontora.browser();
    browser.language = "de, ru-RU;q=0.8, en;q=0.5";
    speaks(browser.get("/sign-in").await.text(), "ru");
    browser.submit("/language", &[("lang", "en")]).await.is(303);
    speaks(browser.get("/sign-in").await.text(), "en");
    browser.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    browser.call("save_profile", json!({"fields": {"language": "ru"}})).await.ok();
    browser.cookies.insert("lang".to_owned(), "en".to_owned());
    speaks(browser.get("/profile").await.text(), "ru");
}
