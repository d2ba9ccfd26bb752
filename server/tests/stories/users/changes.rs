//! Changing a user: everything that is a field, in two windows at once too.

use serde_json::{Value, json};

use super::{events, line, open, save, users};
use crate::support::{Kontora, demo, stories};

stories![
    Demo;
    a_user_is_changed_and_every_change_is_kept_with_old_and_new,
    who_renames_themselves_is_in_their_history_too,
    a_user_s_history_is_theirs_alone_and_outlives_another_address,
    what_cannot_stand_in_a_field_is_refused_there,
    a_save_over_another_s_change_is_refused_with_what_it_is_now,
    changes_of_different_fields_do_not_meet,
    of_two_saves_of_one_field_at_once_exactly_one_holds,
    users_out_of_reach_are_not_there,
];

fn told(kind: &str, old: &str, new: &str) -> (String, String, String) {
    (kind.to_owned(), old.to_owned(), new.to_owned())
}

async fn a_user_is_changed_and_every_change_is_kept_with_old_and_new(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let opened = open(&mut reseller, "affiliate@demo.test").await;
    kontora.pass(1);
    let name = opened["fields"]["full_name"].as_str().unwrap().to_owned();
    let changes = json!({"full_name": " Анна Иная ", "last_name": "Иная", "max_dialogs": "7", "language": "en"});
    let saved = save(&mut reseller, &opened, changes).await.ok();
    let fields = &saved["fields"];
    assert_eq!((&fields["full_name"], &fields["last_name"]), (&json!("Анна Иная"), &json!("Иная")));
    assert_eq!((&fields["max_dialogs"], &fields["language"]), (&json!("7"), &json!("en")));
    assert_eq!(line(&mut reseller, "affiliate@demo.test").await["full_name"], "Анна Иная");

    let mut kept = events(&mut reseller, &opened["person"]["id"]).await;
    kept.sort();
    let old = |field: &str| opened["fields"][field].as_str().unwrap().to_owned();
    let mut expected = vec![
        told("user_renamed", &name, "Анна Иная"),
        told("user_renamed", "", "Иная"),
        told("max_dialogs_changed", &old("max_dialogs"), "7"),
        told("language_changed", "", "en"),
    ];
    expected.sort();
    assert_eq!(kept, expected);

    save(&mut reseller, &saved, json!({"full_name": "Анна Иная"})).await.ok();
    assert_eq!(events(&mut reseller, &opened["person"]["id"]).await.len(), 4, "nothing changed");
    let mut affiliate = kontora.signed_in("affiliate").await;
    assert_eq!(affiliate.call("me", json!({})).await.ok()["full_name"], "Анна Иная");
}

async fn who_renames_themselves_is_in_their_history_too(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let me = affiliate.call("me", json!({})).await.ok();
    let name = me["full_name"].as_str().unwrap().to_owned();
    let own = |fields: Value| json!({"fields": fields});
    kontora.pass(1);
    affiliate.call("save_profile", own(json!({"full_name": "Анна Иная"}))).await.ok();
    affiliate.call("save_profile", own(json!({"full_name": " Анна Иная ", "notify_sign_in": "off"}))).await.ok();
    affiliate.call("save_profile", own(json!({"full_name": " "}))).await.is(422);
    let mut reseller = kontora.signed_in("reseller").await;
    let renamed = told("user_renamed", &name, "Анна Иная");
    assert_eq!(events(&mut reseller, &me["id"]).await, [renamed], "once, and only what was changed");
    let log = json!({"filter": {"kind": "user_renamed"}, "after": null});
    let log = reseller.call("audit_events", log).await.ok();
    assert_eq!(log["events"][0]["by"]["key"], me["id"].to_string());
}

async fn a_user_s_history_is_theirs_alone_and_outlives_another_address(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (chat, affiliate) =
        (open(&mut reseller, "chat@demo.test").await, open(&mut reseller, "affiliate@demo.test").await);
    save(&mut reseller, &chat, json!({"max_dialogs": "5"})).await.ok();
    save(&mut reseller, &affiliate, json!({"max_dialogs": "6"})).await.ok();
    let rename =
        "UPDATE person SET email = 'other@demo.test', email_key = 'other@demo.test' WHERE email = 'chat@demo.test'";
    kontora.database.execute(rename).await.unwrap();
    assert_eq!(events(&mut reseller, &chat["person"]["id"]).await[0].2, "5");
    assert_eq!(events(&mut reseller, &affiliate["person"]["id"]).await[0].2, "6");
    let mut sibir = kontora.signed_in("sibir").await;
    assert!(events(&mut sibir, &chat["person"]["id"]).await.is_empty(), "not their business");
    let page = reseller.get(&format!("/support/audit?user={}", chat["person"]["id"])).await.is(200).text();
    assert!(page.contains("chat@demo.test") && page.contains("Max dialogs changed"));
}

async fn what_cannot_stand_in_a_field_is_refused_there(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let opened = open(&mut reseller, "chat@demo.test").await;
    let unfit = json!({"full_name": " ", "max_dialogs": "100001", "language": "de", "roles": "", "email": "a@b.test"});
    let expected = json!({
        "full_name": ["required"], "max_dialogs": [{"out_of_range": {"min": 1, "max": 100_000}}],
        "language": ["unknown_choice"], "roles": ["role_needed"], "email": ["unknown_field"],
    });
    assert_eq!(save(&mut reseller, &opened, unfit).await.problems(), expected);
    assert_eq!(open(&mut reseller, "chat@demo.test").await, opened);
    let long = json!({"roles": "administrator", "reason": "ж".repeat(501)});
    let refused = save(&mut reseller, &opened, long).await.problems();
    assert_eq!(refused, json!({"reason": [{"too_long": {"max": 500, "actual": 501}}]}));
}

async fn a_save_over_another_s_change_is_refused_with_what_it_is_now(kontora: Kontora) {
    let (mut one, mut other) = (kontora.signed_in("reseller").await, kontora.signed_in("operator").await);
    let opened = open(&mut one, "chat@demo.test").await;
    save(&mut other, &opened, json!({"full_name": "Чат Первый", "max_dialogs": "5"})).await.ok();
    let late = json!({"full_name": "Чат Второй", "max_dialogs": "5", "last_name": "Второй"});
    let refused = save(&mut one, &opened, late.clone()).await.is(409).json();
    let expected = json!({"error": "taken", "detail": {"full_name": [{"changed_meanwhile": {"now": "Чат Первый"}}]}});
    assert_eq!(refused, expected, "of the number both want the same");
    assert_eq!(open(&mut one, "chat@demo.test").await["fields"]["last_name"], "", "nothing was saved");
    let seen = open(&mut one, "chat@demo.test").await;
    let saved = save(&mut one, &seen, late).await.ok();
    assert_eq!(saved["fields"]["full_name"], "Чат Второй");
}

async fn changes_of_different_fields_do_not_meet(kontora: Kontora) {
    let (mut one, mut other) = (kontora.signed_in("reseller").await, kontora.signed_in("operator").await);
    let opened = open(&mut one, "chat@demo.test").await;
    save(&mut one, &opened, json!({"max_dialogs": "5"})).await.ok();
    let saved = save(&mut other, &opened, json!({"full_name": "Чат Иной"})).await.ok();
    assert_eq!((&saved["fields"]["max_dialogs"], &saved["fields"]["full_name"]), (&json!("5"), &json!("Чат Иной")));
}

async fn of_two_saves_of_one_field_at_once_exactly_one_holds(kontora: Kontora) {
    let reseller = kontora.signed_in("reseller").await;
    for round in 0..10 {
        let opened = open(&mut reseller.clone(), "chat@demo.test").await;
        let press = |number: u32| {
            let (mut browser, opened) = (reseller.clone(), opened.clone());
            tokio::spawn(
                async move { save(&mut browser, &opened, json!({"max_dialogs": number.to_string()})).await.status },
            )
        };
        let presses = [press(100 + round), press(200 + round)];
        let mut outcomes = Vec::new();
        for press in presses {
            outcomes.push(press.await.unwrap());
        }
        outcomes.sort_unstable();
        assert_eq!(outcomes, [200, 409]);
    }
}

async fn users_out_of_reach_are_not_there(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let foreign: Vec<Value> = users(&mut operator)
        .await
        .into_iter()
        .filter(|user| user["office"]["id"] != demo::AFFILIATE)
        .map(|user| user["id"].clone())
        .chain([json!(9_999_999)])
        .collect();
    let mut affiliate = kontora.signed_in("affiliate").await;
    for id in foreign {
        affiliate.call("user", json!({"id": id})).await.is(404);
        // Neither what was typed nor what was seen is looked at.
        let changes = json!({"id": id, "seen": {}, "changes": {"roles": "operator", "full_name": " "}});
        affiliate.call("save_user", changes).await.is(404);
        affiliate.get(&format!("/users/{id}")).await.is(404);
    }
}
