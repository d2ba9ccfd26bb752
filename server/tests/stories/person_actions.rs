//! What an administrator does about another person's account: blocking, invitations, sessions, second factor, address.

mod blocking;
mod help;
mod invitations;
mod last_administrator;

use serde_json::{Value, json};

use crate::second_factor::{Device, turn_on_with};
use crate::support::{Answer, Browser, Kontora};

pub const PASSWORD: &str = "восемь лет подряд";

/// Registers somebody in a company; their user ID.
async fn invite(browser: &mut Browser, company: i64, email: &str) -> i64 {
    let fields = json!({"full_name": "Анна Новая", "email": email});
    let user = browser.call("register_user", json!({"company": company, "fields": fields})).await.ok();
    user["id"].as_i64().unwrap()
}

/// The same, and they have come: their browser too.
pub async fn join(kontora: &Kontora, browser: &mut Browser, company: i64, email: &str) -> (i64, Browser) {
    let id = invite(browser, company, email).await;
    let token = kontora.letter_to(email).await.token();
    let mut joined = kontora.browser();
    set_password(&mut joined, &token).await.ok();
    kontora.letters().await;
    (id, joined)
}

async fn set_password(browser: &mut Browser, token: &str) -> Answer {
    browser.call("set_password", json!({"fields": {"token": token, "password": PASSWORD}})).await
}

/// Turns the second factor of whoever is signed in on; their device.
async fn turn_on(kontora: &Kontora, browser: &mut Browser, password: &str) -> Device {
    let (device, _) = turn_on_with(kontora, browser, password).await;
    kontora.letters().await;
    device
}

async fn act(browser: &mut Browser, action: &str, person: i64) -> Answer {
    browser.call(action, json!({"person": person})).await
}

async fn block(browser: &mut Browser, person: i64, reason: &str) -> Answer {
    browser.call("block_user", json!({"person": person, "fields": {"reason": reason}})).await
}

async fn unblock(browser: &mut Browser, person: i64) -> Answer {
    browser.call("unblock_user", json!({"person": person, "fields": {"reason": "Все в порядке"}})).await
}

/// The person's line in the list; nothing once they are gone.
async fn line(browser: &mut Browser, company: i64, person: i64) -> Option<Value> {
    let page = browser.call("employees", json!({"company": company})).await.ok();
    page["people"].as_array().unwrap().iter().find(|line| line["id"] == person).cloned()
}

/// Of whoever is signed in.
async fn own_id(browser: &mut Browser) -> i64 {
    browser.call("me", json!({})).await.ok()["id"].as_i64().unwrap()
}

fn cannot(why: &str) -> Value {
    json!({"form": [{"cannot_act": why}]})
}
