//! Passkeys as the second factor.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{call, password, state, turn_on, wrong_code};
use crate::support::{Answer, Authenticator, Browser, Kontora, MINUTE, SECOND, demo, stories};

stories![
    Demo;
    a_passkey_is_added_by_password_and_device_and_the_person_is_told,
    a_passkey_lets_in_after_the_password,
    an_answer_counts_once_and_only_where_the_question_was_put,
    of_many_who_bring_one_answer_at_once_one_gets_in,
    a_question_is_answered_within_five_minutes,
    an_answer_for_another_site_or_by_another_key_counts_nothing,
    a_copied_key_is_found_out,
    a_removed_key_lets_nobody_in,
    a_key_belongs_to_one_person,
    the_last_of_app_and_passkeys_takes_the_recovery_codes_along,
    a_passkey_proves_the_second_factor_on_the_profile_too,
    wrong_answers_use_up_tries_like_wrong_codes,
    a_new_password_voids_the_questions_asked_under_the_old_one,
    of_two_first_factors_at_once_one_brings_the_recovery_codes,
    what_is_no_answer_at_all_is_refused_like_a_wrong_one,
];

fn refused() -> Value {
    json!({"form": ["passkey_refused"]})
}

async fn begin(browser: &mut Browser) -> Value {
    let fields = json!({"passkey_name": "Ноутбук", "current_password": demo::PASSWORD});
    call(browser, "begin_passkey", fields).await.ok()
}

/// The same for whoever has a key already, which proves it.
async fn begin_with(browser: &mut Browser, key: &mut Authenticator) -> Value {
    let proof = key.get(&browser.call("ask_passkey", json!({})).await.ok());
    let fields = json!({"passkey_name": "Ноутбук", "current_password": demo::PASSWORD, "passkey": proof});
    call(browser, "begin_passkey", fields).await.ok()
}

async fn finish(browser: &mut Browser, answer: &str) -> Answer {
    call(browser, "add_passkey", json!({"passkey_name": "Ноутбук", "passkey": answer})).await
}

/// Gives whoever is signed in a passkey; the recovery codes, where they are the first.
async fn add(browser: &mut Browser, key: &Authenticator) -> Value {
    let question = begin(browser).await;
    finish(browser, &key.create(&question)).await.ok()
}

async fn with_key(kontora: &Kontora) -> (Browser, Authenticator) {
    let (mut single, key) = (kontora.signed_in("single").await, Authenticator::new(7));
    add(&mut single, &key).await;
    kontora.letters().await;
    (single, key)
}

/// A browser in which `single` has given the password, and the question put to it.
async fn waiting(kontora: &Kontora) -> (Browser, Value) {
    let mut browser = kontora.browser();
    assert_eq!(browser.sign_in("single@demo.test", demo::PASSWORD).await.ok(), "code_awaited");
    let question = browser.call("ask_passkey_sign_in", json!({})).await.ok();
    (browser, question)
}

async fn enter(browser: &mut Browser, answer: &str) -> Answer {
    call(browser, "enter_code", json!({"passkey": answer})).await
}

async fn passkeys(browser: &mut Browser) -> Value {
    browser.call("sign_in_details", json!({})).await.ok()["passkeys"].clone()
}

/// How many entries of a kind the audit log has.
macro_rules! logged {
    ($kontora:expr, $kind:literal) => {
        $kontora.database.number(concat!("SELECT COUNT(*) FROM audit_event WHERE kind = '", $kind, "'")).await
    };
}

async fn a_passkey_is_added_by_password_and_device_and_the_person_is_told(kontora: Kontora) {
    let (mut single, mut key) = (kontora.signed_in("single").await, Authenticator::new(7));
    let fields = json!({"passkey_name": " ", "current_password": demo::PASSWORD});
    let problems = call(&mut single, "begin_passkey", fields).await.problems();
    assert_eq!(problems, json!({"passkey_name": ["required"]}));
    let fields = json!({"passkey_name": "Ноутбук", "current_password": "not this one"});
    let problems = call(&mut single, "begin_passkey", fields).await.problems();
    assert_eq!(problems, json!({"current_password": ["wrong_password"]}));

    let question = begin(&mut single).await;
    assert_eq!(state(&mut single).await, "off", "a question guards nothing");
    let answer = key.create(&question);
    let codes: Vec<String> = serde_json::from_value(finish(&mut single, &answer).await.ok()).unwrap();
    assert_eq!(codes.len(), 10);
    assert_eq!(state(&mut single).await, json!({"on": {"codes_left": 10, "has_app": false}}));
    let listed = passkeys(&mut single).await;
    assert_eq!((&listed[0]["name"], &listed[0]["last_used_at"]), (&json!("Ноутбук"), &Value::Null));
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("passkey “Ноутбук” added"), "{}", letter.text);
    assert_eq!((logged!(kontora, "passkey_added"), logged!(kontora, "second_factor_on")), (1, 1));

    assert_eq!(finish(&mut single, &answer).await.problems(), refused(), "the question is used up");
    let mut other = Authenticator::new(8);
    other.verifies_user = false;
    let fields = json!({"passkey_name": "Ноутбук", "current_password": demo::PASSWORD});
    let without = call(&mut single, "begin_passkey", fields).await.problems();
    assert_eq!(without, json!({"code": ["required"]}), "a further key takes the one there is");
    let question = begin_with(&mut single, &mut key).await;
    assert_eq!(finish(&mut single, &other.create(&question)).await.problems(), refused(), "nobody's finger");
    other.verifies_user = true;
    assert_eq!(finish(&mut single, &other.create(&question)).await.ok(), Value::Null, "the codes are there already");
    assert_eq!(passkeys(&mut single).await.as_array().unwrap().len(), 2);
}

async fn a_passkey_lets_in_after_the_password(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let (mut browser, question) = waiting(&kontora).await;
    browser.call("me", json!({})).await.is(401);
    enter(&mut browser, &key.get(&question)).await.ok();
    assert_eq!(browser.call("me", json!({})).await.ok()["email"], "single@demo.test");
    assert_eq!(passkeys(&mut single).await[0]["last_used_at"], kontora.now());
    let mut stranger = kontora.browser();
    let asked = stranger.call("ask_passkey_sign_in", json!({})).await.problems();
    assert_eq!(asked, json!({"form": ["sign_in_too_late"]}), "without the password nothing is asked");

    let mut reseller = kontora.signed_in("reseller").await;
    turn_on(&kontora, &mut reseller).await;
    let mut keyless = kontora.browser();
    keyless.sign_in("reseller@demo.test", demo::PASSWORD).await.ok();
    let asked = keyless.call("ask_passkey_sign_in", json!({})).await.problems();
    assert_eq!(asked, json!({"form": ["no_passkey"]}));
}

async fn an_answer_counts_once_and_only_where_the_question_was_put(kontora: Kontora) {
    let (_, mut key) = with_key(&kontora).await;
    let ((mut one, question), (mut other, other_question)) = (waiting(&kontora).await, waiting(&kontora).await);
    let answer = key.get(&question);
    assert_eq!(enter(&mut other, &answer).await.problems(), refused(), "another browser's question");
    let mut again = one.clone();
    enter(&mut one, &answer).await.ok();
    assert_eq!(enter(&mut again, &answer).await.problems(), json!({"form": ["sign_in_too_late"]}));
    let (mut third, _) = waiting(&kontora).await;
    assert_eq!(enter(&mut third, &answer).await.problems(), refused(), "a question that is answered");
    enter(&mut other, &key.get(&other_question)).await.ok();

    let (mut fourth, old) = waiting(&kontora).await;
    fourth.call("ask_passkey_sign_in", json!({})).await.ok();
    assert_eq!(enter(&mut fourth, &key.get(&old)).await.problems(), refused(), "asked anew meanwhile");
}

async fn of_many_who_bring_one_answer_at_once_one_gets_in(kontora: Kontora) {
    let (_, mut key) = with_key(&kontora).await;
    let (browser, question) = waiting(&kontora).await;
    let answer = key.get(&question);
    let mut entries = JoinSet::new();
    for _ in 0..4 {
        let (mut browser, answer) = (browser.clone(), answer.clone());
        entries.spawn(async move { enter(&mut browser, &answer).await.status });
    }
    let mut outcomes = entries.join_all().await;
    outcomes.sort_unstable();
    assert_eq!(outcomes, [200, 422, 422, 422]);
}

async fn a_question_is_answered_within_five_minutes(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let ((mut in_time, first), (mut late, second)) = (waiting(&kontora).await, waiting(&kontora).await);
    let new = Authenticator::new(8);
    let question = begin_with(&mut single, &mut key).await;
    kontora.pass(5 * MINUTE - 1);
    enter(&mut in_time, &key.get(&first)).await.ok();
    kontora.pass(1);
    assert_eq!(enter(&mut late, &key.get(&second)).await.problems(), refused());
    assert_eq!(finish(&mut single, &new.create(&question)).await.problems(), refused());
}

async fn an_answer_for_another_site_or_by_another_key_counts_nothing(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let (mut browser, question) = waiting(&kontora).await;
    let mut elsewhere = key.clone();
    elsewhere.origin = "http://localhost.evil.test:3000".to_owned();
    let mut subdomain = key.clone();
    subdomain.origin = "http://newways.localhost:3000".to_owned();
    let mut other_name = key.clone();
    other_name.relying_party = "evil.test".to_owned();
    for (mut wrong, why) in [
        (elsewhere, "a page of another site"),
        (subdomain, "a reseller's page"),
        (other_name, "a key bound to another name"),
        (Authenticator::new(9), "a key that nobody has added"),
    ] {
        assert_eq!(enter(&mut browser, &wrong.get(&question)).await.problems(), refused(), "{why}");
    }
    // Another person's key, good as it is, is not asked for here.
    let (mut sibir, mut theirs) = (kontora.signed_in("sibir").await, Authenticator::new(10));
    add(&mut sibir, &theirs).await;
    assert_eq!(enter(&mut browser, &theirs.get(&question)).await.problems(), refused());

    let mut elsewhere = Authenticator::new(11);
    elsewhere.origin = "http://evil.test".to_owned();
    // The wrong answers above have used the tries of a quarter of an hour up.
    kontora.pass(16 * MINUTE);
    let question = begin_with(&mut single, &mut key).await;
    assert_eq!(finish(&mut single, &elsewhere.create(&question)).await.problems(), refused());
}

async fn a_copied_key_is_found_out(kontora: Kontora) {
    let (_, mut key) = with_key(&kontora).await;
    let mut copy = key.clone();
    let ((mut thief, asked_thief), (mut owner, asked_owner)) = (waiting(&kontora).await, waiting(&kontora).await);
    key.counter = 5;
    enter(&mut owner, &key.get(&asked_owner)).await.ok();
    // Asked before the owner's use, and answered after it: the key counts as it is stored now.
    assert_eq!(enter(&mut thief, &copy.get(&asked_thief)).await.problems(), refused());
    let (mut thief, asked_thief) = waiting(&kontora).await;
    assert_eq!(enter(&mut thief, &copy.get(&asked_thief)).await.problems(), refused());
    let (mut owner, asked_owner) = waiting(&kontora).await;
    enter(&mut owner, &key.get(&asked_owner)).await.ok();
}

async fn a_removed_key_lets_nobody_in(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let other = Authenticator::new(8);
    let question = begin_with(&mut single, &mut key).await;
    finish(&mut single, &other.create(&question)).await.ok();
    kontora.letters().await;
    let (mut browser, question) = waiting(&kontora).await;
    let id = passkeys(&mut single).await[0]["id"].clone();

    let mut sibir = kontora.signed_in("sibir").await;
    let (_, codes) = turn_on(&kontora, &mut sibir).await;
    let fields = json!({"passkey_id": id, "current_password": demo::PASSWORD, "code": codes[0]});
    call(&mut sibir, "remove_passkey", fields).await.is(404);

    let without = json!({"passkey_id": id, "current_password": demo::PASSWORD});
    assert_eq!(call(&mut single, "remove_passkey", without).await.problems(), json!({"code": ["required"]}));
    let asked = single.call("ask_passkey", json!({})).await.ok();
    let fields = json!({"passkey_id": id, "current_password": demo::PASSWORD, "passkey": key.get(&asked)});
    let left = call(&mut single, "remove_passkey", fields).await.ok();
    assert_eq!(left["passkeys"].as_array().unwrap().len(), 1);
    assert_eq!(left["second_factor"], json!({"on": {"codes_left": 10, "has_app": false}}));
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("passkey “Ноутбук” removed"), "{}", letter.text);
    assert!(!letter.text.contains("turned off"), "{}", letter.text);
    assert_eq!(logged!(kontora, "passkey_removed"), 1);
    assert_eq!(enter(&mut browser, &key.get(&question)).await.problems(), refused(), "asked before it was removed");
}

async fn a_key_belongs_to_one_person(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let question = begin_with(&mut single, &mut key).await;
    let known: Value = serde_json::from_str(question.as_str().unwrap()).unwrap();
    assert_eq!(known["excludeCredentials"].as_array().unwrap().len(), 1, "the browser is told which are there");
    assert_eq!(finish(&mut single, &key.create(&question)).await.problems(), refused());
    let mut sibir = kontora.signed_in("sibir").await;
    let question = begin(&mut sibir).await;
    assert_eq!(finish(&mut sibir, &key.create(&question)).await.problems(), refused());
    assert_eq!(state(&mut sibir).await, "off");
}

async fn the_last_of_app_and_passkeys_takes_the_recovery_codes_along(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let proof = key.get(&single.call("ask_passkey", json!({})).await.ok());
    let fields = json!({"current_password": demo::PASSWORD, "passkey": proof});
    let device = super::Device::new(&call(&mut single, "begin_second_factor", fields).await.ok());
    let confirmed = call(&mut single, "confirm_second_factor", json!({"code": device.code(&kontora)})).await.ok();
    assert_eq!(confirmed, Value::Null, "the codes are there already");
    assert_eq!(state(&mut single).await, json!({"on": {"codes_left": 10, "has_app": true}}));
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("authenticator app added"), "{}", letter.text);

    let fields = |code: &str| json!({"current_password": demo::PASSWORD, "code": code});
    let off = call(&mut single, "stop_second_factor", fields(&device.next_code(&kontora))).await.ok();
    assert_eq!(off["second_factor"], json!({"on": {"codes_left": 10, "has_app": false}}));
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("authenticator app turned off"), "{}", letter.text);
    assert_eq!(logged!(kontora, "second_factor_off"), 0);

    let asked = single.call("ask_passkey", json!({})).await.ok();
    let id = passkeys(&mut single).await[0]["id"].clone();
    let fields = json!({"passkey_id": id, "current_password": demo::PASSWORD, "passkey": key.get(&asked)});
    assert_eq!(call(&mut single, "remove_passkey", fields).await.ok()["second_factor"], "off");
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("two-factor sign-in turned off"), "{}", letter.text);
    assert_eq!(logged!(kontora, "second_factor_off"), 1);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM recovery_code").await, 0);
    assert_eq!(kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.ok(), "signed_in");
}

async fn a_passkey_proves_the_second_factor_on_the_profile_too(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let asked = single.call("ask_passkey", json!({})).await.ok();
    let answer = key.get(&asked);
    let fields = json!({"current_password": demo::PASSWORD, "passkey": answer});
    call(&mut single, "renew_recovery_codes", fields.clone()).await.ok();
    assert_eq!(call(&mut single, "renew_recovery_codes", fields).await.problems(), refused(), "used up");
    let address =
        |proof: Value| json!({"email": "single@new.test", "current_password": demo::PASSWORD, "passkey": proof});
    assert_eq!(call(&mut single, "change_email", address(json!(""))).await.problems(), json!({"code": ["required"]}));
    let asked = single.call("ask_passkey", json!({})).await.ok();
    call(&mut single, "change_email", address(json!(key.get(&asked)))).await.ok();
    // What is asked on the profile does not let in, nor the other way round.
    let (mut browser, _) = waiting(&kontora).await;
    let asked = single.call("ask_passkey", json!({})).await.ok();
    assert_eq!(enter(&mut browser, &key.get(&asked)).await.problems(), refused());
}

async fn wrong_answers_use_up_tries_like_wrong_codes(kontora: Kontora) {
    let (_, mut key) = with_key(&kontora).await;
    let (mut browser, question) = waiting(&kontora).await;
    let mut stranger = Authenticator::new(9);
    for _ in 0..3 {
        assert_eq!(enter(&mut browser, &stranger.get(&question)).await.problems(), refused());
    }
    for _ in 0..2 {
        assert_eq!(call(&mut browser, "enter_code", json!({"code": "000000"})).await.problems(), wrong_code());
    }
    assert_eq!(enter(&mut browser, &key.get(&question)).await.is(429).header("retry-after"), "900");
    kontora.pass(15 * MINUTE);
    let (mut browser, question) = waiting(&kontora).await;
    enter(&mut browser, &key.get(&question)).await.ok();
}

async fn a_new_password_voids_the_questions_asked_under_the_old_one(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let mut other = kontora.browser();
    other.cookies = single.cookies.clone();
    let question = begin_with(&mut other, &mut key).await;
    // Both are windows of one browser: the cookie that the proof has renewed is the other's too.
    single.cookies = other.cookies.clone();
    let asked = single.call("ask_passkey", json!({})).await.ok();
    let fields = json!({
        "current_password": demo::PASSWORD, "password": "three quiet harbours", "passkey": key.get(&asked),
    });
    call(&mut single, "change_password", fields).await.ok();
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM passkey_challenge").await, 0);
    assert_eq!(finish(&mut single, &Authenticator::new(8).create(&question)).await.problems(), refused());
}

async fn of_two_first_factors_at_once_one_brings_the_recovery_codes(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let device = super::Device::new(&call(&mut single, "begin_second_factor", password()).await.ok());
    let answer = Authenticator::new(7).create(&begin(&mut single).await);
    let (code, mut twin) = (device.code(&kontora), single.clone());
    let (one, other) =
        tokio::join!(call(&mut twin, "confirm_second_factor", json!({"code": code})), finish(&mut single, &answer));
    let codes: Vec<Value> = [one.ok(), other.ok()].into_iter().filter(|codes| !codes.is_null()).collect();
    assert_eq!(codes.len(), 1, "{codes:?}");
    assert_eq!(logged!(kontora, "second_factor_on"), 1);
    kontora.pass(30 * SECOND);
    let mut browser = kontora.browser();
    browser.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    call(&mut browser, "enter_code", json!({"code": codes[0][0]})).await.ok();
}

async fn what_is_no_answer_at_all_is_refused_like_a_wrong_one(kontora: Kontora) {
    let (mut single, mut key) = with_key(&kontora).await;
    let question = begin_with(&mut single, &mut key).await;
    for hostile in ["{}", "[]", "null", "<script>", "{\"id\":\"x\",\"rawId\":\"\",\"response\":{},\"type\":\"\"}"] {
        let (mut browser, _) = waiting(&kontora).await;
        assert_eq!(enter(&mut browser, hostile).await.problems(), refused(), "{hostile}");
        assert_eq!(finish(&mut single, hostile).await.problems(), refused(), "{hostile}");
        kontora.pass(4 * MINUTE);
    }
    // The answer to one kind of question is none to the other.
    let (mut browser, _) = waiting(&kontora).await;
    assert_eq!(enter(&mut browser, &key.create(&question)).await.problems(), refused());
}
