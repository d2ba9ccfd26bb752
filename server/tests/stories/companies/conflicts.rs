//! Two people at one company: everything that only one of them changed is kept, and nothing is overwritten unseen.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{change, open, save};
use crate::support::{Browser, Kontora, demo, stories};

stories![
    Demo;
    two_people_edit_different_fields_and_both_saves_hold,
    two_people_edit_the_same_field_and_the_second_is_shown_both_values,
    the_second_chooses_and_the_choice_is_saved,
    the_same_value_from_both_is_no_conflict,
    a_value_that_was_changed_and_changed_back_is_no_conflict,
    requisites_halves_of_two_people_are_never_mixed,
    an_account_typed_beside_a_bic_that_somebody_replaced_is_a_choice_and_no_mistake,
    requisites_of_different_groups_come_together,
    a_conflict_writes_nothing_at_all,
    a_conflict_does_not_show_credit_to_whoever_may_not_see_it,
    a_save_does_not_tell_of_credit_to_whoever_may_not_see_it,
    of_many_who_save_one_field_at_once_exactly_one_is_not_asked,
    a_save_after_the_company_has_left_ones_reach_finds_nothing,
    an_operator_who_saved_meanwhile_is_no_person_to_the_company,
];

/// Two people with the dialog open on the same version.
async fn two(kontora: &Kontora) -> (Browser, Browser, Value) {
    let mut reseller = kontora.signed_in("reseller").await;
    let opened = open(&mut reseller, demo::AFFILIATE).await;
    (reseller, kontora.signed_in("affiliate").await, opened)
}

async fn two_people_edit_different_fields_and_both_saves_hold(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"bank": "АО «ТЕСТБАНК»", "credit_limit": "7"})).await.ok();
    let saved = save(&mut other, &opened, json!({"name": "Другое имя"})).await.ok();
    let by = one.call("me", json!({})).await.ok()["full_name"].clone();
    let merged = saved["merged"].as_array().unwrap();
    assert!(merged.contains(&json!({"field": "bank", "by": by})), "{merged:?}");
    let record = open(&mut one, demo::AFFILIATE).await;
    assert_eq!((&record["fields"]["name"], &record["fields"]["bank"]), (&json!("Другое имя"), &json!("АО «ТЕСТБАНК»")));
    assert_eq!(record["fields"]["credit_limit"], "7.00");
}

async fn two_people_edit_the_same_field_and_the_second_is_shown_both_values(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"name": "Первая"})).await.ok();
    let conflict = save(&mut other, &opened, json!({"name": "Вторая"})).await.is(409).json();
    assert_eq!(conflict["error"], "stale");
    let fields = conflict["detail"]["fields"].as_array().unwrap();
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0]["field"], "name");
    assert_eq!(fields[0]["theirs"], "Первая");
    assert_eq!(fields[0]["yours"], "Вторая");
    assert_eq!(fields[0]["original"], opened["fields"]["name"]);
    assert_eq!(fields[0]["by"], one.call("me", json!({})).await.ok()["full_name"]);
    assert_eq!(fields[0]["at"], kontora.now());
}

async fn the_second_chooses_and_the_choice_is_saved(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"name": "Первая"})).await.ok();
    let conflict = save(&mut other, &opened, json!({"name": "Вторая"})).await.is(409).json();
    let saved = save(&mut other, &conflict["detail"]["current"], json!({"name": "Вторая"})).await.ok();
    assert_eq!(saved["form"]["fields"]["name"], "Вторая");
}

async fn the_same_value_from_both_is_no_conflict(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"phone": "+7 900 000-11-22"})).await.ok();
    save(&mut other, &opened, json!({"phone": "8 (900) 000 11 22"})).await.ok();
}

async fn a_value_that_was_changed_and_changed_back_is_no_conflict(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    change(&mut one, demo::AFFILIATE, json!({"name": "Ненадолго"})).await.ok();
    change(&mut one, demo::AFFILIATE, json!({"name": opened["fields"]["name"]})).await.ok();
    let saved = save(&mut other, &opened, json!({"name": "Вторая"})).await.ok();
    assert_eq!(saved["form"]["fields"]["name"], "Вторая");
}

/// Empties what the demo invented, so that single fields can be set.
async fn without_requisites(kontora: &Kontora) -> (Browser, Browser, Value) {
    let (mut one, other, _) = two(kontora).await;
    let empty = json!({"inn": "", "kpp": "", "bic": "", "bank": "", "correspondent_account": "", "account": ""});
    change(&mut one, demo::AFFILIATE, empty).await.ok();
    let opened = open(&mut one, demo::AFFILIATE).await;
    (one, other, opened)
}

async fn requisites_halves_of_two_people_are_never_mixed(kontora: Kontora) {
    let (mut one, mut other, opened) = without_requisites(&kontora).await;
    save(&mut one, &opened, json!({"inn": "0017000016"})).await.ok();
    let conflict = save(&mut other, &opened, json!({"kpp": "001701001"})).await.is(409).json();
    let listed = conflict["detail"]["fields"].as_array().unwrap();
    let mut fields: Vec<&str> = listed.iter().map(|field| field["field"].as_str().unwrap()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["inn", "kpp"], "the whole group is to be chosen");

    save(&mut one, &opened, json!({"bic": "040613746"})).await.ok();
    save(&mut other, &opened, json!({"account": "40702810100000000017"})).await.is(409);
    save(&mut other, &opened, json!({"correspondent_account": "30101810300000000746"})).await.is(409);
}

async fn an_account_typed_beside_a_bic_that_somebody_replaced_is_a_choice_and_no_mistake(kontora: Kontora) {
    let mut one = kontora.signed_in("reseller").await;
    let mut other = kontora.signed_in("operator").await;
    let opened = open(&mut one, demo::EXAMPLE).await;
    assert_eq!(opened["fields"]["bic"], "040613746");
    let bank = json!({
        "bic": "040613748",
        "correspondent_account": "30101810900000000748",
        "account": "40702810400000000025",
    });
    save(&mut other, &opened, bank).await.ok();
    // Right for the BIC that this person sees, wrong for the one that stands there now.
    let conflict = save(&mut one, &opened, json!({"account": "40702810600000000025"})).await.is(409).json();
    let listed = conflict["detail"]["fields"].as_array().unwrap();
    let fields: Vec<&str> = listed.iter().map(|field| field["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["bic", "correspondent_account", "account"]);
    save(&mut one, &opened, json!({"account": "40702810600000000026"})).await.is(422);
}

async fn requisites_of_different_groups_come_together(kontora: Kontora) {
    let (mut one, mut other, opened) = without_requisites(&kontora).await;
    save(&mut one, &opened, json!({"inn": "0017000016", "kpp": "001701001"})).await.ok();
    let saved = save(&mut other, &opened, json!({"bic": "040613746", "account": "40702810100000000017"})).await.ok();
    assert_eq!(saved["form"]["fields"]["inn"], "0017000016");
    assert_eq!(saved["form"]["fields"]["account"], "40702810100000000017");
}

async fn a_conflict_writes_nothing_at_all(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"name": "Первая"})).await.ok();
    let before = open(&mut one, demo::AFFILIATE).await;
    save(&mut other, &opened, json!({"name": "Вторая", "phone": "+7 900 000-99-99"})).await.is(409);
    assert_eq!(open(&mut one, demo::AFFILIATE).await, before);
}

async fn a_conflict_does_not_show_credit_to_whoever_may_not_see_it(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"name": "Первая", "notification_threshold": "-123.45"})).await.ok();
    let conflict = save(&mut other, &opened, json!({"name": "Вторая"})).await;
    conflict.is(409);
    for secret in ["notification_threshold", "-123.45"] {
        assert!(!conflict.text().contains(secret), "{}", conflict.text());
    }
}

async fn a_save_does_not_tell_of_credit_to_whoever_may_not_see_it(kontora: Kontora) {
    let (mut one, mut other, opened) = two(&kontora).await;
    save(&mut one, &opened, json!({"bank": "АО «ТЕСТБАНК»", "notification_threshold": "-123.45"})).await.ok();
    let saved = save(&mut other, &opened, json!({"name": "Вторая"})).await.ok();
    let merged = saved["merged"].as_array().unwrap();
    assert_eq!(merged.iter().map(|edit| edit["field"].as_str().unwrap()).collect::<Vec<_>>(), ["bank"]);
}

async fn of_many_who_save_one_field_at_once_exactly_one_is_not_asked(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for round in 0..10 {
        let opened = open(&mut reseller, demo::AFFILIATE).await;
        let mut saves = JoinSet::new();
        for number in 0..6 {
            let (mut browser, opened) = (reseller.clone(), opened.clone());
            saves.spawn(async move {
                let name = format!("Имя {round} {number}");
                (save(&mut browser, &opened, json!({"name": name})).await.status, name)
            });
        }
        let outcomes = saves.join_all().await;
        let saved: Vec<&String> = outcomes.iter().filter(|(status, _)| *status == 200).map(|(_, name)| name).collect();
        assert_eq!(saved.len(), 1, "{outcomes:?}");
        assert!(outcomes.iter().all(|(status, _)| matches!(status, 200 | 409)), "{outcomes:?}");
        assert_eq!(&open(&mut reseller, demo::AFFILIATE).await["fields"]["name"], saved[0]);
    }
}

async fn a_save_after_the_company_has_left_ones_reach_finds_nothing(kontora: Kontora) {
    let (mut one, _, opened) = two(&kontora).await;
    let leave = "UPDATE company SET reseller_id = 15 WHERE id = 3";
    kontora.database.execute(leave).await.unwrap();
    save(&mut one, &opened, json!({"name": "Первая"})).await.is(404);
}

async fn an_operator_who_saved_meanwhile_is_no_person_to_the_company(kontora: Kontora) {
    let (_, mut affiliate, opened) = two(&kontora).await;
    let mut operator = kontora.signed_in("operator").await;
    save(&mut operator, &opened, json!({"name": "Первая", "bank": "АО «ТЕСТБАНК»"})).await.ok();
    let conflict = save(&mut affiliate, &opened, json!({"name": "Вторая"})).await.is(409).json();
    assert_eq!(conflict["detail"]["fields"][0]["by"], "Platform operator");
    let saved = save(&mut affiliate, &opened, json!({"phone": "+7 000 111-22-33"})).await.ok();
    let by: Vec<&Value> = saved["merged"].as_array().unwrap().iter().map(|edit| &edit["by"]).collect();
    assert!(!by.is_empty() && by.iter().all(|by| **by == "Platform operator"), "{saved}");
}
