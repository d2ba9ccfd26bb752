//! The second factor: turning it on and off, signing in with it, and what it cannot be got around by.

mod passkeys;
mod required;
mod sign_in;

use serde_json::{Value, json};
use server::totp::Secret;

use crate::support::{Answer, Browser, Kontora, MINUTE, SECOND, demo, stories};

stories![
    Demo;
    it_is_turned_on_by_the_password_and_a_first_code_and_the_person_is_told,
    what_was_begun_and_not_ended_guards_nothing,
    it_is_turned_off_by_password_and_code_together,
    renewed_recovery_codes_void_the_rest,
    a_new_address_takes_the_code_too,
    a_key_that_was_shown_long_ago_is_told_from_a_wrong_code,
    a_new_password_takes_the_code_too,
    neither_secret_nor_codes_come_back_once_it_is_on,
];

/// A person's device.
pub struct Device(Secret);

impl Device {
    pub fn new(set_up: &Value) -> Self {
        Self(Secret::parse(set_up["secret"].as_str().unwrap()).unwrap())
    }

    pub fn code(&self, kontora: &Kontora) -> String {
        self.0.code(kontora.now()).unwrap()
    }

    /// The next one: what was shown before may be used up.
    pub fn next_code(&self, kontora: &Kontora) -> String {
        kontora.pass(30 * SECOND);
        self.code(kontora)
    }
}

pub async fn call(browser: &mut Browser, function: &str, fields: Value) -> Answer {
    browser.call(function, json!({"fields": fields})).await
}

/// Turns the second factor of whoever is signed in on; their device and the recovery codes.
pub async fn turn_on(kontora: &Kontora, browser: &mut Browser) -> (Device, Vec<String>) {
    turn_on_with(kontora, browser, demo::PASSWORD).await
}

/// The same for whoever has a password of their own.
pub async fn turn_on_with(kontora: &Kontora, browser: &mut Browser, password: &str) -> (Device, Vec<String>) {
    let set_up = call(browser, "begin_second_factor", json!({"current_password": password})).await.ok();
    let device = Device::new(&set_up);
    let codes = call(browser, "confirm_second_factor", json!({"code": device.code(kontora)})).await.ok();
    kontora.letters().await;
    (device, serde_json::from_value(codes).unwrap())
}

fn password() -> Value {
    json!({"current_password": demo::PASSWORD})
}

fn both(code: &str) -> Value {
    json!({"current_password": demo::PASSWORD, "code": code})
}

fn wrong_code() -> Value {
    json!({"code": ["wrong_code"]})
}

async fn state(browser: &mut Browser) -> Value {
    browser.call("sign_in_details", json!({})).await.ok()["second_factor"].clone()
}

async fn it_is_turned_on_by_the_password_and_a_first_code_and_the_person_is_told(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    assert_eq!(state(&mut single).await, "off");
    let refused =
        call(&mut single, "begin_second_factor", json!({"current_password": "not this one"})).await.problems();
    assert_eq!(refused, json!({"current_password": ["wrong_password"]}));
    let set_up = call(&mut single, "begin_second_factor", password()).await.ok();
    assert!(set_up["drawing"]["path"].as_str().unwrap().starts_with("M0 0h7v1h-7z"), "{set_up}");
    let device = Device::new(&set_up);
    let code = device.code(&kontora);
    let other = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(call(&mut single, "confirm_second_factor", json!({"code": other})).await.problems(), wrong_code());
    assert_eq!(call(&mut single, "confirm_second_factor", json!({})).await.problems(), json!({"code": ["required"]}));
    let codes = call(&mut single, "confirm_second_factor", json!({"code": code})).await.ok();
    let codes: Vec<String> = serde_json::from_value(codes).unwrap();
    assert_eq!(codes.len(), 10);
    assert_eq!(state(&mut single).await, json!({"on": {"codes_left": 10, "has_app": true}}));
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("two-factor sign-in turned on"), "{}", letter.text);
    assert!(codes.iter().all(|code| !letter.text.contains(code)));
}

async fn what_was_begun_and_not_ended_guards_nothing(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let first = Device::new(&call(&mut single, "begin_second_factor", password()).await.ok());
    assert_eq!(kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.ok(), "signed_in");
    let second = Device::new(&call(&mut single, "begin_second_factor", password()).await.ok());
    let old = json!({"code": first.code(&kontora)});
    assert_eq!(call(&mut single, "confirm_second_factor", old).await.problems(), wrong_code());
    kontora.pass(30 * MINUTE);
    let late = json!({"code": second.code(&kontora)});
    let too_late = json!({"form": ["set_up_too_late"]});
    assert_eq!(call(&mut single, "confirm_second_factor", late).await.problems(), too_late);
    assert_eq!(state(&mut single).await, "off");
}

async fn it_is_turned_off_by_password_and_code_together(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (device, codes) = turn_on(&kontora, &mut single).await;
    let alone = call(&mut single, "begin_second_factor", password()).await.problems();
    assert_eq!(alone, json!({"code": ["required"]}), "another app takes the code of this one");
    assert_eq!(call(&mut single, "stop_second_factor", both("000000")).await.problems(), wrong_code());
    let code = device.next_code(&kontora);
    let wrong = json!({"current_password": "not this one", "code": code});
    call(&mut single, "stop_second_factor", wrong).await.is(422);
    let off = call(&mut single, "stop_second_factor", both(&code)).await.ok();
    assert_eq!(off["second_factor"], "off", "a code beside a wrong password was not used up");
    assert_eq!(kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.ok(), "signed_in");
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.text.contains("two-factor sign-in turned off"), "{}", letter.text);

    // Turned on anew, with what was left of the former life void.
    turn_on(&kontora, &mut single).await;
    let mut browser = kontora.browser();
    browser.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    assert_eq!(call(&mut browser, "enter_code", json!({"code": codes[0]})).await.problems(), wrong_code());
}

async fn renewed_recovery_codes_void_the_rest(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (_, old) = turn_on(&kontora, &mut single).await;
    let new = call(&mut single, "renew_recovery_codes", both(&old[0])).await.ok();
    let new: Vec<String> = serde_json::from_value(new).unwrap();
    assert_eq!((new.len(), state(&mut single).await), (10, json!({"on": {"codes_left": 10, "has_app": true}})));
    let kinds = "SELECT COUNT(*) FROM audit_event WHERE kind IN ('recovery_code_used', 'recovery_codes_renewed')";
    assert_eq!(kontora.database.number(kinds).await, 2);
    let told: Vec<String> = kontora.letters().await.into_iter().map(|letter| letter.subject).collect();
    assert_eq!(told, ["Recovery code used", "Your sign-in details changed"]);
    for (code, status) in [(&old[1], 422), (&new[1], 200)] {
        let mut browser = kontora.browser();
        browser.sign_in("single@demo.test", demo::PASSWORD).await.ok();
        call(&mut browser, "enter_code", json!({"code": code})).await.is(status);
    }
}

async fn a_new_address_takes_the_code_too(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (device, _) = turn_on(&kontora, &mut single).await;
    let fields = |code: &str| json!({"email": "single@new.test", "current_password": demo::PASSWORD, "code": code});
    assert_eq!(call(&mut single, "change_email", fields("")).await.problems(), json!({"code": ["required"]}));
    assert_eq!(call(&mut single, "change_email", fields("000000")).await.problems(), wrong_code());
    call(&mut single, "change_email", fields(&device.next_code(&kontora))).await.ok();
}

async fn a_new_password_takes_the_code_too(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (device, _) = turn_on(&kontora, &mut single).await;
    let fields = |code: &str| json!({"current_password": demo::PASSWORD, "password": "три тихие гавани", "code": code});
    assert_eq!(call(&mut single, "change_password", fields("")).await.problems(), json!({"code": ["required"]}));
    assert_eq!(call(&mut single, "change_password", fields("000000")).await.problems(), wrong_code());
    call(&mut single, "change_password", fields(&device.next_code(&kontora))).await.ok();
}

async fn neither_secret_nor_codes_come_back_once_it_is_on(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (_, codes) = turn_on(&kontora, &mut single).await;
    let secret = kontora.database.text("SELECT secret FROM second_factor").await;
    let seen = [
        single.get("/profile").await.text(),
        single.call("sign_in_details", json!({})).await.text(),
        single.call("me", json!({})).await.text(),
    ];
    let stored = kontora.database.text("SELECT MIN(code_hash) FROM recovery_code").await;
    for text in seen {
        assert!(!text.contains(&secret) && codes.iter().all(|code| !text.contains(code)), "{text}");
    }
    assert!(codes.iter().all(|code| *code != stored && code.replace('-', "") != stored), "codes rest as hashes");
}

async fn a_key_that_was_shown_long_ago_is_told_from_a_wrong_code(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let device = Device::new(&call(&mut single, "begin_second_factor", password()).await.ok());
    kontora.pass(30 * 60 * SECOND);
    let fields = json!({"code": device.code(&kontora)});
    let late = call(&mut single, "confirm_second_factor", fields).await.problems();
    assert_eq!(late, json!({"form": ["set_up_too_late"]}));
}
