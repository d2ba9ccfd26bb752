//! Whoever proves themselves again goes on under a new token of the same session; the old one lets nobody in.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::person_actions::{PASSWORD, join};
use crate::second_factor::{Device, turn_on_with};
use crate::support::{Answer, Authenticator, Browser, DAY, Kontora, demo, stories};

stories![
    Demo;
    whatever_takes_the_password_again_changes_the_sessions_token,
    what_is_done_about_anothers_sign_in_changes_ones_own_token,
    a_refused_form_leaves_the_token_as_it_was,
    the_session_stays_the_same_with_its_place_in_the_list_and_its_end,
    what_was_begun_under_the_old_token_ends_under_the_new_one,
    of_many_changes_at_once_under_one_token_one_is_made,
    a_change_under_way_when_its_session_is_ended_is_refused,
    the_token_changes_without_script_too,
];

/// The call goes through; whoever had the token before is out, and the browser is in.
async fn renews(browser: &mut Browser, function: &str, arguments: Value) -> Value {
    let mut thief = browser.clone();
    let answer = browser.call(function, arguments).await.ok();
    thief.call("me", json!({})).await.is(401);
    browser.call("me", json!({})).await.ok();
    let sessions = sessions(browser).await;
    assert_eq!((sessions.len(), &sessions[0]["is_this"]), (1, &json!(true)), "{function}: {sessions:?}");
    answer
}

async fn sessions(browser: &mut Browser) -> Vec<Value> {
    browser.call("sign_in_details", json!({})).await.ok()["sessions"].as_array().unwrap().clone()
}

fn form(mut fields: Value) -> Value {
    fields["current_password"] = json!(demo::PASSWORD);
    json!({"fields": fields})
}

fn token() -> Value {
    form(json!({"token_name": "Billing", "permission": "read", "days": "90", "networks": ""}))
}

async fn whatever_takes_the_password_again_changes_the_sessions_token(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let details = renews(&mut single, "change_email", form(json!({"email": "single@new.test"}))).await;
    assert_eq!(details["sessions"][0]["is_this"], true, "the answer knows which session this is");
    renews(&mut single, "create_token", token()).await;
    let device = Device::new(&renews(&mut single, "begin_second_factor", form(json!({}))).await);
    let first = json!({"fields": {"code": device.code(&kontora)}});
    single.call("confirm_second_factor", first).await.ok();
    let code = |kontora: &Kontora| device.next_code(kontora);
    renews(&mut single, "renew_recovery_codes", form(json!({"code": code(&kontora)}))).await;
    let name = json!({"passkey_name": "Ноутбук", "code": code(&kontora)});
    let question = renews(&mut single, "begin_passkey", form(name)).await;
    let answer = Authenticator::new(7).create(&question);
    single.call("add_passkey", json!({"fields": {"passkey_name": "Ноутбук", "passkey": answer}})).await.ok();
    let key = single.call("sign_in_details", json!({})).await.ok()["passkeys"][0]["id"].clone();
    renews(&mut single, "remove_passkey", form(json!({"passkey_id": key, "code": code(&kontora)}))).await;
    renews(&mut single, "stop_second_factor", form(json!({"code": code(&kontora)}))).await;
    let password = form(json!({"password": "три тихие гавани"}));
    renews(&mut single, "change_password", password).await;
}

async fn what_is_done_about_anothers_sign_in_changes_ones_own_token(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    turn_on_with(&kontora, &mut hers, PASSWORD).await;
    let mut change = form(json!({"email": "anna@else.test"}));
    change["person"] = json!(anna);
    renews(&mut reseller, "change_user_email", change).await;
    hers.call("me", json!({})).await.ok();
    let mut reset = form(json!({"reason": "Позвонила сама"}));
    reset["person"] = json!(anna);
    renews(&mut reseller, "reset_second_factor", reset).await;
}

async fn a_refused_form_leaves_the_token_as_it_was(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let mut tab = single.clone();
    single.call("create_token", json!({"fields": {"token_name": "Billing"}})).await.is(422);
    let taken = form(json!({"email": "reseller@demo.test"}));
    single.call("change_email", taken).await.is(409);
    let wrong = json!({"fields": {"email": "single@new.test", "current_password": "not this one"}});
    single.call("change_email", wrong).await.is(422);
    assert_eq!(single.cookies, tab.cookies);
    tab.call("me", json!({})).await.ok();
}

async fn the_session_stays_the_same_with_its_place_in_the_list_and_its_end(kontora: Kontora) {
    let (mut here, mut there) = (kontora.signed_in("single").await, kontora.signed_in("single").await);
    let seen = sessions(&mut there).await;
    for _ in 0..59 {
        kontora.pass(DAY / 2 - 1);
        here.call("me", json!({})).await.ok();
        there.call("me", json!({})).await.ok();
    }
    here.call("create_token", token()).await.ok();
    let now = sessions(&mut there).await;
    assert_eq!((&now[1]["id"], &now[1]["first_seen_at"]), (&seen[1]["id"], &seen[1]["first_seen_at"]));
    let mut tab = there.clone();
    tab.call("end_session", json!({"id": seen[1]["id"]})).await.ok();
    here.call("me", json!({})).await.is(401);
    there.call("create_token", token()).await.ok();
    kontora.pass(DAY / 2 + 59);
    there.call("me", json!({})).await.is(401);
}

async fn what_was_begun_under_the_old_token_ends_under_the_new_one(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let mut key = Authenticator::new(7);
    let question = single.call("begin_passkey", form(json!({"passkey_name": "Ноутбук"}))).await.ok();
    let set_up = single.call("begin_second_factor", form(json!({}))).await.ok();
    single.call("create_token", token()).await.ok();
    let added = json!({"fields": {"passkey_name": "Ноутбук", "passkey": key.create(&question)}});
    single.call("add_passkey", added).await.ok();
    let device = Device::new(&set_up);
    let first = json!({"fields": {"code": device.code(&kontora)}});
    single.call("confirm_second_factor", first).await.ok();

    let question = single.call("ask_passkey", json!({})).await.ok();
    let mut stranger = kontora.signed_in("reseller").await;
    let mut proven = token();
    proven["fields"]["code"] = json!(device.next_code(&kontora));
    single.call("create_token", proven).await.ok();
    let proof = json!({"passkey": key.get(&question)});
    stranger.call("renew_recovery_codes", form(proof.clone())).await.is(422);
    single.call("renew_recovery_codes", form(proof)).await.ok();
}

async fn of_many_changes_at_once_under_one_token_one_is_made(kontora: Kontora) {
    let single = kontora.signed_in("single").await;
    let mut changes = JoinSet::new();
    for _ in 0..4 {
        let mut tab = single.clone();
        changes.spawn(async move {
            let Answer { status, .. } = tab.call("create_token", token()).await;
            let is_in = tab.call("me", json!({})).await.status == 200;
            (status, is_in)
        });
    }
    let mut outcomes = changes.join_all().await;
    outcomes.sort_unstable();
    assert_eq!(outcomes, [(200, true), (401, false), (401, false), (401, false)]);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM api_token").await, 1);
}

async fn a_change_under_way_when_its_session_is_ended_is_refused(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let mut other = single.clone();
    // From now on reading is no use that would be noted.
    other.call("me", json!({})).await.ok();
    let ending = kontora.database.begin("DELETE FROM session").await;
    let mut change = tokio::spawn(async move { single.call("create_token", token()).await });
    let waits = timeout(Duration::from_secs(1), &mut change).await;
    assert!(waits.is_err(), "the change waits until it is known whether its session lives: {waits:?}");
    ending.commit().await;
    change.await.unwrap().is(401);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM api_token").await, 0);
}

async fn the_token_changes_without_script_too(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut thief = reseller.clone();
    let fields = [("form", "email"), ("email", "new@else.test"), ("current_password", demo::PASSWORD)];
    reseller.submit("/profile", &fields).await.leads_to("/profile?sent=email");
    thief.call("me", json!({})).await.is(401);
    assert!(reseller.get("/profile").await.is(200).text().contains("new@else.test"));
}
