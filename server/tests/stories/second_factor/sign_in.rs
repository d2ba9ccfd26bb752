//! Signing in with a second factor.

use serde_json::json;
use tokio::task::JoinSet;

use super::{Device, call, turn_on, wrong_code};
use crate::support::{Answer, Browser, Kontora, MINUTE, SECOND, demo, stories};

stories![
    Demo;
    the_password_alone_opens_nothing_and_the_code_lets_in,
    a_code_lets_in_once,
    of_many_who_bring_one_code_at_once_one_gets_in,
    a_clock_may_be_half_a_minute_off,
    a_recovery_code_lets_in_once_and_the_person_is_told,
    after_five_wrong_codes_one_has_to_wait,
    a_code_is_awaited_for_ten_minutes,
    a_reset_password_does_not_get_around_the_code,
    a_wait_ends_when_the_password_changes_or_the_person_is_blocked,
    the_code_is_entered_without_script_too,
    a_device_is_known_only_once_the_code_was_right,
];

/// A browser in which `single` has given the password, where the code is awaited.
async fn waiting(kontora: &Kontora) -> Browser {
    let mut browser = kontora.browser();
    assert_eq!(browser.sign_in("single@demo.test", demo::PASSWORD).await.ok(), "code_awaited");
    browser
}

async fn enter(browser: &mut Browser, code: &str) -> Answer {
    call(browser, "enter_code", json!({"code": code})).await
}

async fn guarded(kontora: &Kontora) -> (Device, Vec<String>) {
    let mut single = kontora.signed_in("single").await;
    let guarded = turn_on(kontora, &mut single).await;
    kontora.pass(30 * SECOND);
    guarded
}

async fn the_password_alone_opens_nothing_and_the_code_lets_in(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    let mut browser = waiting(&kontora).await;
    assert!(!browser.cookies.contains_key("session"));
    browser.call("me", json!({})).await.is(401);
    browser.get("/companies").await.leads_to("/sign-in?next=/companies");
    let mut thief = browser.clone();
    thief.cookies.insert("session".to_owned(), browser.cookies["pending"].clone());
    thief.call("me", json!({})).await.is(401);

    assert_eq!(enter(&mut browser, "").await.problems(), json!({"code": ["required"]}));
    enter(&mut browser, &device.code(&kontora)).await.ok();
    assert_eq!(browser.call("me", json!({})).await.ok()["email"], "single@demo.test");
    assert!(!browser.cookies.contains_key("pending"));
    let stranger = enter(&mut kontora.browser(), &device.next_code(&kontora)).await;
    assert_eq!(stranger.problems(), json!({"form": ["sign_in_too_late"]}), "without the password a code is nothing");
}

async fn a_code_lets_in_once(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    let code = device.code(&kontora);
    let (mut one, mut other) = (waiting(&kontora).await, waiting(&kontora).await);
    enter(&mut one, &code).await.ok();
    assert_eq!(enter(&mut other, &code).await.problems(), wrong_code());
    enter(&mut other, &device.next_code(&kontora)).await.ok();
}

async fn of_many_who_bring_one_code_at_once_one_gets_in(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    let code = device.code(&kontora);
    let mut entries = JoinSet::new();
    for _ in 0..4 {
        let (mut browser, code) = (waiting(&kontora).await, code.clone());
        entries.spawn(async move { enter(&mut browser, &code).await.status });
    }
    let mut outcomes = entries.join_all().await;
    outcomes.sort_unstable();
    assert_eq!(outcomes, [200, 422, 422, 422]);
}

async fn a_clock_may_be_half_a_minute_off(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    kontora.pass(5 * MINUTE);
    let now = device.code(&kontora);
    kontora.pass(30 * SECOND);
    enter(&mut waiting(&kontora).await, &now).await.ok();
    kontora.pass(5 * MINUTE);
    let old = device.code(&kontora);
    kontora.pass(60 * SECOND);
    assert_eq!(enter(&mut waiting(&kontora).await, &old).await.problems(), wrong_code());
}

async fn a_recovery_code_lets_in_once_and_the_person_is_told(kontora: Kontora) {
    let (_, codes) = guarded(&kontora).await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    enter(&mut waiting(&kontora).await, &typed).await.ok();
    let letter = kontora.letter_to("single@demo.test").await;
    assert_eq!(letter.subject, "Recovery code used");
    assert!(letter.text.contains("Codes left: 9") && !letter.text.contains(&codes[3]), "{}", letter.text);
    assert_eq!(enter(&mut waiting(&kontora).await, &codes[3]).await.problems(), wrong_code());
    enter(&mut waiting(&kontora).await, &codes[4]).await.ok();
}

async fn after_five_wrong_codes_one_has_to_wait(kontora: Kontora) {
    let (device, codes) = guarded(&kontora).await;
    for _ in 0..5 {
        assert_eq!(enter(&mut waiting(&kontora).await, "nothing right").await.problems(), wrong_code());
    }
    let mut browser = waiting(&kontora).await;
    for right in [device.code(&kontora), codes[0].clone()] {
        assert_eq!(enter(&mut browser, &right).await.is(429).header("retry-after"), "900");
    }
    kontora.pass(15 * MINUTE);
    enter(&mut waiting(&kontora).await, &device.code(&kontora)).await.ok();
}

async fn a_code_is_awaited_for_ten_minutes(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    let (mut in_time, mut late) = (waiting(&kontora).await, waiting(&kontora).await);
    kontora.pass(10 * MINUTE - 1);
    enter(&mut in_time, &device.code(&kontora)).await.ok();
    kontora.pass(1);
    let refused = enter(&mut late, &device.next_code(&kontora)).await.problems();
    assert_eq!(refused, json!({"form": ["sign_in_too_late"]}));
}

async fn a_reset_password_does_not_get_around_the_code(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    call(&mut kontora.browser(), "forgot_password", json!({"email": "single@demo.test"})).await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    let mut browser = kontora.browser();
    let fields = json!({"token": token, "password": "three quiet harbours"});
    assert_eq!(call(&mut browser, "set_password", fields).await.ok(), "code_awaited");
    browser.call("me", json!({})).await.is(401);
    enter(&mut browser, &device.code(&kontora)).await.ok();
    browser.call("me", json!({})).await.ok();
}

async fn a_wait_ends_when_the_password_changes_or_the_person_is_blocked(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (device, _) = turn_on(&kontora, &mut single).await;
    let mut waits = waiting(&kontora).await;
    let code = device.next_code(&kontora);
    let fields = json!({"current_password": demo::PASSWORD, "password": "three quiet harbours", "code": code});
    call(&mut single, "change_password", fields).await.ok();
    let too_late = json!({"form": ["sign_in_too_late"]});
    assert_eq!(enter(&mut waits, &device.next_code(&kontora)).await.problems(), too_late);

    let mut waits = kontora.browser();
    waits.sign_in("single@demo.test", "three quiet harbours").await.ok();
    kontora.database.execute("UPDATE person SET state = 'blocked' WHERE email = 'single@demo.test'").await.unwrap();
    assert_eq!(enter(&mut waits, &device.code(&kontora)).await.problems(), too_late);
}

async fn the_code_is_entered_without_script_too(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    let mut browser = kontora.browser();
    let fields = [("email", "single@demo.test"), ("password", demo::PASSWORD)];
    let page = "/sign-in/code?next=%2Fcompanies%3Fq%3Dnew";
    browser.submit("/sign-in?next=%2Fcompanies%3Fq%3Dnew", &fields).await.leads_to(page);
    assert!(browser.get(page).await.is(200).text().contains("Confirmation code"));
    let refused = browser.submit(page, &[("code", "000000")]).await;
    let text = refused.is(422).text();
    assert!(text.contains("Wrong code") && !text.contains("000000"), "{text}");
    browser.submit(page, &[("code", &device.code(&kontora))]).await.leads_to("/companies?q=new");
    browser.get("/companies").await.is(200);
    let stranger = kontora.browser().submit("/sign-in/code?next=//evil.test", &[("code", "123456")]).await;
    assert!(stranger.is(422).text().contains("please sign in again"), "{}", stranger.text());

    let mut browser = waiting(&kontora).await;
    let next = "/sign-in/code?next=//evil.test";
    browser.submit(next, &[("code", &device.next_code(&kontora))]).await.leads_to("/");
}

async fn a_device_is_known_only_once_the_code_was_right(kontora: Kontora) {
    let (device, _) = guarded(&kontora).await;
    let mut browser = waiting(&kontora).await;
    assert!(!browser.cookies.contains_key("device"));
    assert!(kontora.every_letter().await.is_empty());
    enter(&mut browser, &device.code(&kontora)).await.ok();
    let letters = kontora.every_letter().await;
    assert_eq!((letters.len(), letters[0].subject.as_str()), (1, "New sign-in"));
}
