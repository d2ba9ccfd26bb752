//! A forgotten password.

use std::time::{Duration, Instant};

use axum::http::HeaderName;
use serde_json::json;

use super::{invitation, set_password};
use crate::support::{Answer, Browser, HOUR, Kontora, demo, stories};

stories![
    Demo;
    the_answer_never_tells_whether_an_address_is_known,
    no_answer_comes_sooner_where_there_is_nothing_to_do,
    a_reset_link_sets_a_new_password_and_ends_every_session,
    a_reset_link_lives_one_hour,
    only_the_newest_link_works,
    an_invited_person_gets_the_invitation_again,
    a_blocked_person_gets_no_letter,
    a_fourth_letter_within_an_hour_is_not_sent_and_the_answer_does_not_show_it,
    twenty_asks_an_hour_from_one_address_and_no_more,
    links_lead_to_the_configured_address_whatever_host_was_asked,
    the_form_works_without_script,
];

const NEW: &str = "another password";

async fn forgot(browser: &mut Browser, email: &str) -> Answer {
    browser.call("forgot_password", json!({"fields": {"email": email}})).await
}

async fn the_answer_never_tells_whether_an_address_is_known(kontora: Kontora) {
    let known = forgot(&mut kontora.browser(), "single@demo.test").await;
    let unknown = forgot(&mut kontora.browser(), "nobody@demo.test").await;
    assert_eq!((known.is(200).status, &known.headers, &known.body), (unknown.status, &unknown.headers, &unknown.body));
    let letters = kontora.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!((letters[0].to.as_str(), letters[0].subject.as_str()), ("single@demo.test", "Password reset"));
}

async fn no_answer_comes_sooner_where_there_is_nothing_to_do(kontora: Kontora) {
    kontora.database.execute("UPDATE person SET state = 'blocked' WHERE email = 'sibir@demo.test'").await.unwrap();
    for email in ["single@demo.test", "sibir@demo.test", "nobody@demo.test"] {
        let asked = Instant::now();
        forgot(&mut kontora.browser(), email).await.ok();
        let took = asked.elapsed();
        assert!(took >= Duration::from_millis(100), "{email}: {took:?}");
    }
}

async fn a_reset_link_sets_a_new_password_and_ends_every_session(kontora: Kontora) {
    let mut signed_in = kontora.signed_in("single").await;
    forgot(&mut kontora.browser(), "SINGLE@demo.test").await.ok();
    signed_in.call("me", json!({})).await.ok();
    let mut browser = kontora.browser();
    set_password(&mut browser, &kontora.letter_to("single@demo.test").await.token(), NEW).await.ok();
    browser.call("me", json!({})).await.ok();
    signed_in.call("me", json!({})).await.is(401);
    kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.is(422);
    kontora.browser().sign_in("single@demo.test", NEW).await.ok();
}

async fn a_reset_link_lives_one_hour(kontora: Kontora) {
    forgot(&mut kontora.browser(), "single@demo.test").await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    kontora.pass(HOUR - 1);
    assert_eq!(kontora.browser().call("link_works", json!({"token": token})).await.ok(), true);
    kontora.pass(1);
    set_password(&mut kontora.browser(), &token, NEW).await.is(410);
}

async fn only_the_newest_link_works(kontora: Kontora) {
    forgot(&mut kontora.browser(), "single@demo.test").await.ok();
    let old = kontora.letter_to("single@demo.test").await.token();
    forgot(&mut kontora.browser(), "single@demo.test").await.ok();
    let new = kontora.letter_to("single@demo.test").await.token();
    set_password(&mut kontora.browser(), &old, NEW).await.is(410);
    set_password(&mut kontora.browser(), &new, NEW).await.ok();
}

async fn an_invited_person_gets_the_invitation_again(kontora: Kontora) {
    let old = invitation(&kontora).await;
    forgot(&mut kontora.browser(), "anna@new.test").await.ok();
    let letter = kontora.letter_to("anna@new.test").await;
    assert_eq!(letter.subject, "You have been registered on Kontora");
    set_password(&mut kontora.browser(), &old, NEW).await.is(410);
    set_password(&mut kontora.browser(), &letter.token(), NEW).await.ok();
}

async fn a_blocked_person_gets_no_letter(kontora: Kontora) {
    forgot(&mut kontora.browser(), "single@demo.test").await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    kontora.database.execute("UPDATE person SET state = 'blocked' WHERE email = 'single@demo.test'").await.unwrap();
    forgot(&mut kontora.browser(), "single@demo.test").await.ok();
    assert!(kontora.letters().await.is_empty());
    set_password(&mut kontora.browser(), &token, NEW).await.is(410);
}

async fn a_fourth_letter_within_an_hour_is_not_sent_and_the_answer_does_not_show_it(kontora: Kontora) {
    let mut answers = Vec::new();
    for _ in 0..5 {
        answers.push(forgot(&mut kontora.browser(), "single@demo.test").await.is(200).body.clone());
    }
    assert!(answers.iter().all(|answer| answer == &answers[0]));
    assert_eq!(kontora.letters().await.len(), 3);
    kontora.pass(HOUR);
    forgot(&mut kontora.browser(), "single@demo.test").await.ok();
    assert_eq!(kontora.letters().await.len(), 1);
}

async fn twenty_asks_an_hour_from_one_address_and_no_more(kontora: Kontora) {
    let mut browser = kontora.browser();
    for number in 0..20 {
        forgot(&mut browser, &format!("nobody{number}@demo.test")).await.ok();
    }
    assert_eq!(forgot(&mut browser, "single@demo.test").await.is(429).header("retry-after"), "3600");
    assert!(kontora.letters().await.is_empty());
}

async fn links_lead_to_the_configured_address_whatever_host_was_asked(kontora: Kontora) {
    let mut browser = kontora.browser().sending(HeaderName::from_static("x-forwarded-host"), "evil.test");
    forgot(&mut browser, "single@demo.test").await.ok();
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("http://localhost:3000/set-password?token="), "{}", letter.text);

    let mut reseller = kontora.browser_at("newways");
    forgot(&mut reseller, "single@demo.test").await.ok();
    let letter = kontora.letter_to("single@demo.test").await;
    for text in [&letter.text, &letter.html] {
        assert!(!text.contains("evil.test") && !text.contains("newways"), "{text}");
    }
}

async fn the_form_works_without_script(kontora: Kontora) {
    for email in ["single@demo.test", "nobody@demo.test"] {
        kontora.browser().submit("/forgot-password", &[("email", email)]).await.leads_to("/forgot-password?sent");
    }
    let page = kontora.browser().get("/forgot-password?sent").await.is(200).text();
    assert!(page.contains("Check your mail"), "{page}");
    assert_eq!(kontora.letters().await.len(), 1);
    let refused = kontora.browser().submit("/forgot-password", &[("email", "no address")]).await;
    assert!(refused.is(422).text().contains("aria-invalid=\"true\""), "{}", refused.text());
}
