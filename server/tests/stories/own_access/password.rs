//! Changing one's own password, and the letters that tell of it.

use axum::http::header::USER_AGENT;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Answer, Browser, DAY, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_password_is_changed_with_the_present_one_and_the_person_is_told,
    the_other_sessions_end_if_wished_and_this_one_goes_on_under_a_new_token,
    without_the_present_password_nothing_changes,
    the_rules_for_a_new_password_hold_here_too,
    guessing_the_present_password_has_to_wait,
    of_many_changes_at_once_one_holds,
    a_link_that_waits_to_set_a_password_dies_with_the_change,
    a_password_is_changed_without_script,
    a_reset_password_is_told_and_a_first_one_is_not,
    a_sign_in_on_a_new_device_is_told_and_on_a_known_one_is_not,
];

const NEW: &str = "three quiet harbours";

async fn change(browser: &mut Browser, current: &str, password: &str, end_others: bool) -> Answer {
    let mut fields = json!({"current_password": current, "password": password});
    if end_others {
        fields["end_others"] = json!("on");
    }
    browser.call("change_password", json!({"fields": fields})).await
}

fn wrong() -> Value {
    json!({"current_password": ["wrong_password"]})
}

async fn a_password_is_changed_with_the_present_one_and_the_person_is_told(kontora: Kontora) {
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    let mut single = kontora.signed_in("single").await.sending(USER_AGENT, firefox);
    change(&mut single, demo::PASSWORD, NEW, true).await.ok();
    kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.is(422);
    kontora.browser().sign_in("single@demo.test", NEW).await.ok();
    let letter = kontora.letter_to("single@demo.test").await;
    assert_eq!(letter.subject, "Your sign-in details changed");
    let address = single.address.to_string();
    for words in ["password", "single@demo.test", address.as_str(), "Firefox, Linux", "09:00 UTC", "/forgot-password"] {
        assert!(letter.text.contains(words), "{words}: {}", letter.text);
    }
    assert!(!letter.text.contains(NEW) && !letter.text.contains(demo::PASSWORD));
}

async fn the_other_sessions_end_if_wished_and_this_one_goes_on_under_a_new_token(kontora: Kontora) {
    let mut here = kontora.signed_in("single").await;
    let (mut there, mut thief) = (kontora.signed_in("single").await, here.clone());
    change(&mut here, demo::PASSWORD, NEW, false).await.ok();
    here.call("me", json!({})).await.ok();
    there.call("me", json!({})).await.ok();
    thief.call("me", json!({})).await.is(401);
    change(&mut here, NEW, "three other harbours", true).await.ok();
    here.call("me", json!({})).await.ok();
    there.call("me", json!({})).await.is(401);
}

async fn without_the_present_password_nothing_changes(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    assert_eq!(change(&mut single, "not this one", NEW, true).await.problems(), wrong());
    let missing = change(&mut single, "", NEW, true).await.problems();
    assert_eq!(missing, json!({"current_password": ["required"]}));
    // Another's password is as good as none.
    let mut other = kontora.signed_in("chat").await;
    change(&mut other, demo::PASSWORD, NEW, true).await.ok();
    assert_eq!(change(&mut single, NEW, "three other harbours", true).await.problems(), wrong());
    kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.ok();
    assert!(kontora.letters_to("single@demo.test").await.is_empty());
}

async fn the_rules_for_a_new_password_hold_here_too(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    for (password, problem) in [
        ("", "required"),
        ("seven77", "too_short"),
        ("password1", "password_common"),
        ("kontora99", "password_from_context"),
    ] {
        let problems = change(&mut single, demo::PASSWORD, password, true).await.problems();
        let found = &problems["password"][0];
        assert!(found == problem || found.get(problem).is_some(), "{password}: {problems}");
    }
    let extra = json!({"fields": {"current_password": demo::PASSWORD, "password": NEW, "email": "a@b.test"}});
    let refused = single.call("change_password", extra).await.problems();
    assert_eq!(refused, json!({"email": ["unknown_field"]}));
}

async fn guessing_the_present_password_has_to_wait(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    for _ in 0..10 {
        assert_eq!(change(&mut single, "not this one", NEW, true).await.problems(), wrong());
    }
    assert_eq!(change(&mut single, demo::PASSWORD, NEW, true).await.is(429).header("retry-after"), "900");
    kontora.pass(15 * MINUTE);
    change(&mut single, demo::PASSWORD, NEW, true).await.ok();
}

async fn of_many_changes_at_once_one_holds(kontora: Kontora) {
    let single = kontora.signed_in("single").await;
    let mut changes = JoinSet::new();
    for number in 0..5 {
        let mut browser = single.clone();
        let password = format!("{number} quiet harbours");
        changes.spawn(async move { (change(&mut browser, demo::PASSWORD, &password, true).await.status, password) });
    }
    let held: Vec<String> = changes
        .join_all()
        .await
        .into_iter()
        .filter(|(status, _)| *status == 200)
        .map(|(_, password)| password)
        .collect();
    assert_eq!(held.len(), 1, "{held:?}");
    kontora.browser().sign_in("single@demo.test", &held[0]).await.ok();
    assert_eq!(kontora.letters_to("single@demo.test").await.len(), 1);
}

async fn a_link_that_waits_to_set_a_password_dies_with_the_change(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    kontora.browser().call("forgot_password", json!({"fields": {"email": "single@demo.test"}})).await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    change(&mut single, demo::PASSWORD, NEW, false).await.ok();
    assert_eq!(kontora.browser().call("link_works", json!({"token": token})).await.ok(), false);
}

async fn a_password_is_changed_without_script(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let form = |current| [("form", "password"), ("current_password", current), ("password", NEW), ("end_others", "on")];
    let refused = single.submit("/profile", &form("not this one")).await;
    let page = refused.is(422).text();
    assert!(page.contains("not your present password") && page.contains("<details open"), "{page}");
    assert!(!page.contains("not this one") && !page.contains(NEW), "no secret comes back: {page}");
    single.submit("/profile", &form(demo::PASSWORD)).await.leads_to("/profile?sent=password");
    let page = single.get("/profile?sent=password").await.is(200).text();
    assert!(page.contains("The password has been changed"), "{page}");
}

async fn a_reset_password_is_told_and_a_first_one_is_not(kontora: Kontora) {
    let set = |token: String, mut browser: Browser| async move {
        browser.call("set_password", json!({"fields": {"token": token, "password": NEW}})).await.ok();
    };
    kontora.browser().call("forgot_password", json!({"fields": {"email": "single@demo.test"}})).await.ok();
    set(kontora.letter_to("single@demo.test").await.token(), kontora.browser()).await;
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("by the link of a letter"), "{}", letter.text);

    let first = crate::access::invitation(&kontora).await;
    set(first, kontora.browser()).await;
    assert!(kontora.letters_to("anna@new.test").await.is_empty());
}

async fn a_sign_in_on_a_new_device_is_told_and_on_a_known_one_is_not(kontora: Kontora) {
    let mut home = kontora.signed_in("single").await;
    assert!(kontora.every_letter().await.is_empty(), "there was no device to compare with");
    kontora.pass(DAY);
    home.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    assert!(kontora.every_letter().await.is_empty());

    let mut elsewhere = kontora.browser();
    elsewhere.sign_in("single@demo.test", "wrong password").await.is(422);
    assert!(kontora.every_letter().await.is_empty());
    elsewhere.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    let letters = kontora.every_letter().await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!((letters[0].to.as_str(), letters[0].subject.as_str()), ("single@demo.test", "New sign-in"));
    assert!(letters[0].text.contains(&elsewhere.address.to_string()), "{}", letters[0].text);
    assert_eq!(letters[0].link("/profile"), "/profile#sessions");
    kontora.pass(HOUR);
    elsewhere.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    // A device that another person is known on is new for this one.
    let mut shared = kontora.signed_in("reseller").await;
    shared.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    assert_eq!(kontora.every_letter().await.len(), 1);
}
