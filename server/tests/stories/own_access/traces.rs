//! What is left of changes to one's own sign-in: entries in the audit log, and the letters that can be done without.

use serde_json::{Value, json};

use crate::support::{Browser, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    every_change_of_the_own_sign_in_is_kept_in_the_log,
    who_wants_no_letters_of_sign_ins_gets_none_and_all_others_come,
    the_letters_are_chosen_without_script_too,
];

async fn log(kontora: &Kontora) -> Vec<Value> {
    let arguments = json!({"filter": {"company": demo::SINGLE.to_string()}, "after": null});
    let log = kontora.signed_in("operator").await.call("audit_events", arguments).await.ok();
    log["events"].as_array().unwrap().clone()
}

async fn every_change_of_the_own_sign_in_is_kept_in_the_log(kontora: Kontora) {
    let (mut single, _) = (kontora.signed_in("single").await, kontora.signed_in("single").await);
    kontora.pass(MINUTE);
    single.call("end_other_sessions", json!({})).await.ok();
    kontora.pass(MINUTE);
    single.call("end_other_sessions", json!({})).await.ok();
    let new = "three quiet harbours";
    let fields = json!({"current_password": demo::PASSWORD, "password": new});
    single.call("change_password", json!({"fields": fields})).await.ok();
    kontora.pass(MINUTE);
    let fields = json!({"current_password": new, "email": "single@new.test"});
    single.call("change_email", json!({"fields": fields})).await.ok();
    let letter = kontora.letter_to("single@new.test").await;
    let token = letter.link("/email-change?token=").split_once('=').unwrap().1.to_owned();
    kontora.browser().call("follow_email_link", json!({"token": token})).await.ok();

    let log = log(&kontora).await;
    let kinds: Vec<&str> = log.iter().map(|event| event["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["email_changed", "password_changed", "sessions_ended", "signed_in", "signed_in"]);
    let change = (&log[0]["old"], &log[0]["new"]);
    assert_eq!(change, (&json!("single@demo.test"), &json!("single@new.test")));
    assert_eq!(log[2]["object"], "1", "nothing is kept where nothing ended");
    let whole = format!("{log:?}");
    assert!(!whole.contains("harbours") && !whole.contains(&token), "{whole}");
}

async fn choose(browser: &mut Browser, choice: &str) -> Value {
    browser.call("save_profile", json!({"fields": {"notify_sign_in": choice}})).await.ok()
}

async fn subjects(kontora: &Kontora) -> Vec<String> {
    kontora.every_letter().await.into_iter().map(|letter| letter.subject).collect()
}

async fn who_wants_no_letters_of_sign_ins_gets_none_and_all_others_come(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    kontora.signed_in("single").await;
    assert_eq!(subjects(&kontora).await, ["New sign-in"], "unless they say so");
    assert_eq!(choose(&mut single, "off").await["letters"]["sign_in"], false);
    kontora.signed_in("single").await;
    assert_eq!(subjects(&kontora).await, Vec::<String>::new());
    let fields = json!({"current_password": demo::PASSWORD, "password": "three quiet harbours"});
    single.call("change_password", json!({"fields": fields})).await.ok();
    assert_eq!(subjects(&kontora).await, ["Your sign-in details changed"]);
    let problems = single.call("save_profile", json!({"fields": {"notify_sign_in": "perhaps"}})).await.problems();
    assert_eq!(problems, json!({"notify_sign_in": ["unknown_choice"]}));
    choose(&mut single, "on").await;
    kontora.browser().sign_in("single@demo.test", "three quiet harbours").await.ok();
    assert_eq!(subjects(&kontora).await, ["New sign-in"]);
}

async fn the_letters_are_chosen_without_script_too(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let ticked = [("full_name", "Анна"), ("notify_sign_in", "off"), ("notify_sign_in", "on")];
    for (fields, chosen) in [(&ticked[..2], false), (&ticked[..], true)] {
        single.submit("/profile", fields).await.leads_to("/profile?sent");
        assert_eq!(single.call("me", json!({})).await.ok()["letters"]["sign_in"], chosen);
    }
}
