//! Tokens of the API: who makes them, what they look like, and what ends them.

use serde_json::{Value, json};

use crate::second_factor::turn_on;
use crate::support::{Browser, Client, DAY, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    making_a_token_takes_the_password_and_is_told_and_kept,
    making_a_token_takes_the_second_factor_of_whoever_has_one,
    a_token_is_shown_once_and_the_database_keeps_its_hash_alone,
    the_tokens_of_a_company_are_for_its_administrators,
    what_is_wrong_with_a_new_token_is_told_by_its_field,
    whatever_ends_a_token_the_refusal_is_the_same,
    a_token_lives_as_long_as_was_asked_for,
    a_token_is_accepted_from_the_allowed_addresses_alone,
    the_last_use_is_seen_with_its_address,
    a_letter_comes_seven_days_before_the_end_and_once,
    nobody_is_told_of_the_end_of_a_revoked_or_short_token,
];

fn fields(changed: Value) -> Value {
    let mut fields = json!({"token_name": "Billing", "permission": "read", "days": "90", "networks": "", "current_password": demo::PASSWORD});
    fields.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
    json!({"fields": fields})
}

async fn make(browser: &mut Browser, changed: Value) -> Value {
    browser.call("create_token", fields(changed)).await.ok()
}

async fn list(browser: &mut Browser) -> Vec<Value> {
    browser.call("tokens", json!({})).await.ok()["tokens"].as_array().unwrap().clone()
}

fn client(kontora: &Kontora, made: &Value) -> Client {
    Client::of(&kontora.browser(), made["secret"].as_str().unwrap())
}

async fn status(client: &mut Client) -> u16 {
    client.get("/api/v1/companies").await.status
}

async fn making_a_token_takes_the_second_factor_of_whoever_has_one(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    assert_eq!(single.call("tokens", json!({})).await.ok()["takes_code"], false);
    let (device, _) = turn_on(&kontora, &mut single).await;
    assert_eq!(single.call("tokens", json!({})).await.ok()["takes_code"], true);
    let refused = single.call("create_token", fields(json!({}))).await.problems();
    assert_eq!(refused, json!({"code": ["required"]}));
    let refused = single.call("create_token", fields(json!({"code": "000000"}))).await.problems();
    assert_eq!(refused, json!({"code": ["wrong_code"]}));
    assert!(list(&mut single).await.is_empty());
    make(&mut single, json!({"code": device.next_code(&kontora)})).await;
    assert_eq!(list(&mut single).await.len(), 1);
}

async fn a_token_is_shown_once_and_the_database_keeps_its_hash_alone(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let made = make(&mut reseller, json!({"token_name": " Биллинг ", "networks": "198.18.0.9/16"})).await;
    let secret = made["secret"].as_str().unwrap();
    assert!(secret.starts_with("kt_") && secret.len() == 46, "{secret}");
    let listed = list(&mut reseller).await;
    assert_eq!(listed, [made["token"].clone()]);
    assert_eq!(listed[0]["name"], "Биллинг");
    assert_eq!(listed[0]["networks"], json!(["198.18.0.0/16"]));
    assert_eq!(listed[0]["prefix"], secret[..9]);
    let stored = kontora.database.text("SELECT token_hash || prefix || name || networks || id FROM api_token").await;
    assert!(!stored.contains(&secret[9..]), "{stored}");
    assert_eq!(status(&mut Client::of(&kontora.browser(), &stored[..43])).await, 401, "the hash lets nobody in");
    assert_eq!(status(&mut client(&kontora, &made)).await, 200);
}

async fn the_tokens_of_a_company_are_for_its_administrators(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let made = make(&mut reseller, json!({})).await;
    let id = json!({"id": made["token"]["id"]});
    for who in ["affiliate", "sibir", "operator"] {
        let mut other = kontora.signed_in(who).await;
        assert!(list(&mut other).await.is_empty(), "{who}");
        other.call("revoke_token", id.clone()).await.is(404);
    }
    let mut chat = kontora.signed_in("chat").await;
    chat.call("tokens", json!({})).await.refuses("manage_tokens");
    chat.call("create_token", fields(json!({}))).await.refuses("manage_tokens");
    chat.call("revoke_token", id.clone()).await.refuses("manage_tokens");
    let page = chat.get("/profile").await.is(200).text();
    assert!(!page.contains("API tokens"), "{page}");
    assert!(reseller.get("/profile").await.is(200).text().contains("API tokens"));
    assert_eq!(status(&mut client(&kontora, &made)).await, 200);
}

async fn what_is_wrong_with_a_new_token_is_told_by_its_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for (field, value, problem) in [
        ("token_name", " ", json!("required")),
        ("permission", "everything", json!("unknown_choice")),
        ("days", "366", json!({"out_of_range": {"min": 1, "max": 365}})),
        ("days", "0", json!({"out_of_range": {"min": 1, "max": 365}})),
        ("networks", "192.0.2.0/24 localhost", json!({"not_a_network": {"text": "localhost"}})),
        ("company", "3", json!("unknown_field")),
    ] {
        let refused = reseller.call("create_token", fields(json!({field: value}))).await;
        assert_eq!(refused.problems(), json!({field: [problem]}), "{field} {value}");
    }
    assert!(list(&mut reseller).await.is_empty());
}

async fn whatever_ends_a_token_the_refusal_is_the_same(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let mut single = kontora.signed_in("single").await;
    let mut reseller = kontora.signed_in("reseller").await;
    let revoked = make(&mut affiliate, json!({})).await;
    let expired = make(&mut affiliate, json!({"days": "1"})).await;
    let of_blocked = make(&mut single, json!({})).await;
    let of_demoted = make(&mut reseller, json!({})).await;
    let elsewhere = make(&mut affiliate, json!({"networks": "192.0.2.0/24"})).await;
    let mut all = [&revoked, &expired, &of_blocked, &of_demoted].map(|made| client(&kontora, made));
    for client in &mut all {
        assert_eq!(status(client).await, 200);
    }
    affiliate.call("revoke_token", json!({"id": revoked["token"]["id"]})).await.ok();
    assert_eq!(status(&mut all[0]).await, 401, "at once");
    affiliate.call("revoke_token", json!({"id": revoked["token"]["id"]})).await.is(404);
    for statement in [
        "UPDATE person SET state = 'blocked' WHERE email = 'single@demo.test'",
        "UPDATE person_role SET role = 'chat_operator' \
         WHERE person_id = (SELECT id FROM person WHERE email = 'reseller@demo.test')",
    ] {
        kontora.database.execute(statement).await.unwrap();
    }
    kontora.pass(DAY);
    let unknown = Client::of(&kontora.browser(), "kt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    let mut refused = all.to_vec();
    refused.extend([unknown, client(&kontora, &elsewhere)]);
    let mut texts = Vec::new();
    for client in &mut refused {
        let answer = client.get("/api/v1/companies").await;
        assert_eq!(answer.is(401).header("www-authenticate"), "Bearer");
        texts.push(answer.text());
    }
    texts.dedup();
    assert_eq!(texts.len(), 1, "{texts:#?}");
    kontora.database.execute("UPDATE person SET state = 'active' WHERE email = 'single@demo.test'").await.unwrap();
    assert_eq!(status(&mut all[2]).await, 200, "a blocked maker's token stands still, and works again");
}

async fn a_token_lives_as_long_as_was_asked_for(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let mut token = client(&kontora, &make(&mut single, json!({"days": "90"})).await);
    kontora.pass(90 * DAY - 1);
    assert_eq!(status(&mut token).await, 200);
    kontora.pass(1);
    assert_eq!(status(&mut token).await, 401);
    let mut again = kontora.signed_in("single").await;
    assert_eq!(list(&mut again).await[0]["is_expired"], true);
    kontora.pass(30 * DAY);
    assert!(list(&mut kontora.signed_in("single").await).await.is_empty());
}

async fn a_token_is_accepted_from_the_allowed_addresses_alone(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let mut token = client(&kontora, &make(&mut single, json!({"networks": "192.0.2.7, 2001:db8::/32"})).await);
    for (address, wanted) in [
        ("192.0.2.7", 200),
        ("192.0.2.8", 401),
        ("::ffff:192.0.2.7", 200),
        ("2001:db8:1::1", 200),
        ("2001:db9::1", 401),
    ] {
        token.machine().address = address.parse().unwrap();
        assert_eq!(status(&mut token).await, wanted, "{address}");
    }
}

async fn the_last_use_is_seen_with_its_address(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let made = make(&mut single, json!({})).await;
    assert_eq!(made["token"]["last_used_at"], Value::Null);
    let mut token = client(&kontora, &made);
    for address in ["192.0.2.7", "192.0.2.8"] {
        kontora.pass(MINUTE);
        token.machine().address = address.parse().unwrap();
        assert_eq!(status(&mut token).await, 200);
        let listed = list(&mut single).await;
        assert_eq!((&listed[0]["last_used_at"], &listed[0]["last_address"]), (&json!(kontora.now()), &json!(address)));
    }
}

async fn a_letter_comes_seven_days_before_the_end_and_once(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    make(&mut single, json!({"token_name": "Биллинг"})).await;
    kontora.letters().await;
    kontora.pass(83 * DAY - 1);
    kontora.store().tidy().await.unwrap();
    assert!(kontora.letters_to("single@demo.test").await.is_empty());
    kontora.pass(1);
    for _ in 0..3 {
        kontora.store().tidy().await.unwrap();
    }
    let letter = kontora.letter_to("single@demo.test").await;
    assert!(letter.subject.contains("Биллинг"), "{letter:?}");
    letter.link("/profile");
}

async fn nobody_is_told_of_the_end_of_a_revoked_or_short_token(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let revoked = make(&mut single, json!({"days": "8"})).await;
    single.call("revoke_token", json!({"id": revoked["token"]["id"]})).await.ok();
    make(&mut single, json!({"days": "7"})).await;
    kontora.letters().await;
    kontora.pass(DAY);
    kontora.store().tidy().await.unwrap();
    assert!(kontora.letters_to("single@demo.test").await.is_empty());
}

async fn making_a_token_takes_the_password_and_is_told_and_kept(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for (password, problem) in [("", "required"), ("not this one", "wrong_password")] {
        let refused = reseller.call("create_token", fields(json!({"current_password": password}))).await;
        assert_eq!(refused.problems(), json!({"current_password": [problem]}));
    }
    let token = make(&mut reseller, json!({})).await["token"].clone();
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert!(letter.text.contains("API token “Billing” created"), "{}", letter.text);
    reseller.call("revoke_token", json!({"id": token["id"]})).await.ok();
    let log = reseller.call("audit_events", json!({"filter": {}, "after": null})).await.ok();
    for kind in ["token_created", "token_revoked"] {
        let event = log["events"].as_array().unwrap().iter().find(|event| event["kind"] == kind);
        assert_eq!(event.unwrap_or_else(|| panic!("{kind}: {log}"))["object"], token["prefix"]);
    }
}
