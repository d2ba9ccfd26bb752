//! Helping a person in, or putting them out: sessions, second factor, password, address. Nobody sees anything secret.

use serde_json::{Value, json};

use super::{PASSWORD, act, cannot, invite, join, turn_on};
use crate::second_factor::Device;
use crate::support::{Answer, Browser, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    ending_all_sessions_signs_a_person_out_everywhere,
    without_the_device_the_second_factor_is_reset_and_the_person_is_told,
    resetting_anothers_second_factor_takes_ones_own_password_and_code_and_how_one_knows_them,
    of_two_who_reset_each_other_at_once_neither_waits_for_ever,
    there_is_nothing_to_reset_without_a_second_factor,
    a_reset_that_somebody_starts_goes_to_the_person_alone,
    a_started_reset_counts_with_those_that_were_asked_for,
    an_address_changed_for_another_is_the_sign_in_name_once_confirmed,
    the_person_can_take_a_change_back_that_somebody_asked_for,
    changing_anothers_address_takes_ones_own_password_and_code,
    a_taken_address_is_refused_without_naming_a_foreign_company,
    who_has_not_come_yet_has_nothing_to_help_with,
];

async fn change(browser: &mut Browser, person: i64, fields: Value) -> Answer {
    browser.call("change_user_email", json!({"person": person, "fields": fields})).await
}

async fn reset(browser: &mut Browser, person: i64, fields: Value) -> Answer {
    browser.call("reset_second_factor", json!({"person": person, "fields": fields})).await
}

/// That an administrator of the demo is who they seem, and the person too.
fn evidence() -> Value {
    json!({"reason": "Позвонила с известного номера", "current_password": demo::PASSWORD})
}

fn new_address(email: &str) -> Value {
    json!({"email": email, "current_password": demo::PASSWORD})
}

async fn ending_all_sessions_signs_a_person_out_everywhere(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut first) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let mut second = kontora.browser();
    second.sign_in("anna@new.test", PASSWORD).await.ok();
    act(&mut reseller, "end_user_sessions", anna).await.ok();
    for browser in [&mut first, &mut second] {
        browser.call("me", json!({})).await.is(401);
    }
    reseller.call("me", json!({})).await.ok();
    kontora.browser().sign_in("anna@new.test", PASSWORD).await.ok();
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM audit_event WHERE kind = 'user_sessions_ended'").await, 1);
}

async fn without_the_device_the_second_factor_is_reset_and_the_person_is_told(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let device = turn_on(&kontora, &mut hers, PASSWORD).await;
    let mut half = kontora.browser();
    assert_eq!(half.sign_in("anna@new.test", PASSWORD).await.ok(), "code_awaited");
    assert_eq!(act(&mut reseller, "person_standing", anna).await.ok()["has_second_factor"], true);
    reset(&mut reseller, anna, evidence()).await.ok();
    hers.call("me", json!({})).await.is(401);
    half.call("enter_code", json!({"fields": {"code": device.next_code(&kontora)}})).await.is(422);
    let letter = kontora.letter_to("anna@new.test").await;
    assert_eq!(letter.subject, "Your sign-in details changed");
    assert!(letter.text.contains("New ways partner"), "{}", letter.text);
    assert!(!letter.text.contains(&reseller.address.to_string()), "{}", letter.text);
    assert_eq!(kontora.browser().sign_in("anna@new.test", PASSWORD).await.ok(), "signed_in");
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM recovery_code").await, 0);
}

async fn resetting_anothers_second_factor_takes_ones_own_password_and_code_and_how_one_knows_them(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    turn_on(&kontora, &mut hers, PASSWORD).await;
    let device = turn_on(&kontora, &mut reseller, demo::PASSWORD).await;
    for (field, value, problem) in [
        ("reason", " ", json!({"reason": ["required"]})),
        ("current_password", "", json!({"current_password": ["required"]})),
        ("current_password", PASSWORD, json!({"current_password": ["wrong_password"]})),
        ("code", "", json!({"code": ["required"]})),
        ("code", "000000", json!({"code": ["wrong_code"]})),
        ("email", "anna@new.test", json!({"email": ["unknown_field"]})),
    ] {
        let mut fields = evidence();
        fields[field] = json!(value);
        assert_eq!(reset(&mut reseller, anna, fields).await.problems(), problem, "{field} {value}");
    }
    hers.call("me", json!({})).await.ok();
    let mut fields = evidence();
    fields["code"] = json!(device.next_code(&kontora));
    reset(&mut reseller, anna, fields).await.ok();
    hers.call("me", json!({})).await.is(401);
    let told = "SELECT reason FROM audit_event WHERE kind = 'second_factor_reset'";
    assert_eq!(kontora.database.text(told).await, "Позвонила с известного номера");
}

async fn of_two_who_reset_each_other_at_once_neither_waits_for_ever(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let (anna, mut hers) = join(&kontora, &mut operator, demo::AFFILIATE, "anna@new.test").await;
    let (boris, mut his) = join(&kontora, &mut operator, demo::AFFILIATE, "boris@new.test").await;
    let devices = [turn_on(&kontora, &mut hers, PASSWORD).await, turn_on(&kontora, &mut his, PASSWORD).await];
    kontora.pass(MINUTE);
    let fields =
        |device: &Device| json!({"reason": "Знаю лично", "current_password": PASSWORD, "code": device.code(&kontora)});
    let (of_boris, of_anna) = (fields(&devices[0]), fields(&devices[1]));
    let (one, other) = tokio::join!(reset(&mut hers, boris, of_boris), reset(&mut his, anna, of_anna));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    // Whoever comes second has neither session nor factor any more.
    assert!(statuses[0] == 200 && matches!(statuses[1], 401 | 422), "{statuses:?}");
}

async fn there_is_nothing_to_reset_without_a_second_factor(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    assert_eq!(reset(&mut reseller, anna, evidence()).await.problems(), cannot("no_second_factor"));
    hers.call("me", json!({})).await.ok();
}

async fn a_reset_that_somebody_starts_goes_to_the_person_alone(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    turn_on(&kontora, &mut hers, PASSWORD).await;
    assert_eq!(act(&mut reseller, "start_password_reset", anna).await.ok(), Value::Null);
    let letters = kontora.letters().await;
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.to, "anna@new.test");
    assert!(letter.text.contains("New ways partner"), "{}", letter.text);
    hers.call("me", json!({})).await.ok();
    let fields = json!({"token": letter.token(), "password": "другие восемь лет"});
    let mut browser = kontora.browser();
    let entry = browser.call("set_password", json!({"fields": fields})).await.ok();
    assert_eq!(entry, "code_awaited", "the code is still asked for");
    hers.call("me", json!({})).await.is(401);
}

async fn a_started_reset_counts_with_those_that_were_asked_for(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    for _ in 0..3 {
        act(&mut reseller, "start_password_reset", anna).await.ok();
    }
    assert_eq!(act(&mut reseller, "start_password_reset", anna).await.is(429).header("retry-after"), "3600");
    kontora.pass(HOUR);
    act(&mut reseller, "start_password_reset", anna).await.ok();
}

async fn an_address_changed_for_another_is_the_sign_in_name_once_confirmed(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    change(&mut reseller, anna, new_address("anna@else.test")).await.ok();
    kontora.browser().sign_in("anna@new.test", PASSWORD).await.ok();
    kontora.browser().sign_in("anna@else.test", PASSWORD).await.is(422);
    let letters = kontora.letters().await;
    let [to_new, to_old] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!((to_new.to.as_str(), to_old.to.as_str()), ("anna@else.test", "anna@new.test"));
    assert!(to_old.text.contains("New ways partner"), "{}", to_old.text);
    assert!(!to_old.text.contains(&reseller.address.to_string()), "{}", to_old.text);
    let link = to_new.link("/email-change?token=");
    let token = link.split_once('=').unwrap().1;
    kontora.browser().call("follow_email_link", json!({"token": token})).await.ok();
    kontora.browser().sign_in("anna@new.test", PASSWORD).await.is(422);
    kontora.browser().sign_in("anna@else.test", PASSWORD).await.ok();
    assert_eq!(hers.call("me", json!({})).await.ok()["email"], "anna@else.test");
    let asked = "SELECT COUNT(*) FROM audit_event WHERE kind = 'email_change_asked' AND new_value = 'anna@else.test'";
    assert_eq!(kontora.database.number(asked).await, 1);
}

async fn the_person_can_take_a_change_back_that_somebody_asked_for(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    change(&mut reseller, anna, new_address("thief@else.test")).await.ok();
    let link = kontora.letter_to("anna@new.test").await.link("/email-change?token=");
    let token = link.split_once('=').unwrap().1;
    let done = kontora.browser().call("follow_email_link", json!({"token": token})).await.ok();
    assert_eq!(done, json!({"cancel": {"email": "anna@new.test"}}));
    kontora.browser().sign_in("anna@new.test", PASSWORD).await.ok();
}

async fn changing_anothers_address_takes_ones_own_password_and_code(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let wrong = json!({"email": "anna@else.test", "current_password": PASSWORD});
    let refused = change(&mut reseller, anna, wrong).await.problems();
    assert_eq!(refused, json!({"current_password": ["wrong_password"]}));
    assert_eq!(change(&mut reseller, anna, json!({"email": "anna"})).await.problems()["email"], json!(["email_no_at"]));
    let device = turn_on(&kontora, &mut reseller, demo::PASSWORD).await;
    let without = change(&mut reseller, anna, new_address("anna@else.test")).await.problems();
    assert_eq!(without, json!({"code": ["required"]}));
    let mut fields = new_address("anna@else.test");
    fields["code"] = json!(device.next_code(&kontora));
    change(&mut reseller, anna, fields).await.ok();
}

async fn a_taken_address_is_refused_without_naming_a_foreign_company(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let foreign = json!({"error": "taken", "detail": {"email": [{"email_taken": {"company": null}}]}});
    for email in ["sibir@demo.test", "operator@demo.test"] {
        assert_eq!(change(&mut reseller, anna, new_address(email)).await.is(409).json(), foreign);
    }
    let within = change(&mut reseller, anna, new_address("affiliate@demo.test")).await.is(409).json();
    assert!(within["detail"]["email"][0]["email_taken"]["company"].is_string(), "{within}");
    assert!(kontora.letters().await.is_empty());
}

async fn who_has_not_come_yet_has_nothing_to_help_with(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    for action in ["start_password_reset", "end_user_sessions"] {
        assert_eq!(act(&mut reseller, action, anna).await.problems(), cannot("not_yet_active"), "{action}");
    }
    assert_eq!(reset(&mut reseller, anna, evidence()).await.problems(), cannot("not_yet_active"));
    let refused = change(&mut reseller, anna, new_address("anna@else.test")).await.problems();
    assert_eq!(refused, cannot("not_yet_active"));
}
