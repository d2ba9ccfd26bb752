//! Taking a save back: exactly its fields, nothing that somebody changed since, and nothing beyond one's rights.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{saved, timeline};
use crate::companies::open;
use crate::support::{Answer, Browser, DAY, Kontora, SECOND, demo, stories};

stories![
    Demo;
    an_undo_gives_exactly_the_fields_of_the_save_their_earlier_values,
    an_undo_can_be_undone,
    a_field_that_was_changed_since_is_a_conflict_and_nothing_is_written,
    requisites_of_one_group_changed_since_are_a_conflict_too,
    a_later_change_of_another_field_stays,
    a_field_that_was_changed_and_changed_back_is_no_conflict,
    of_two_who_undo_at_once_one_saves_and_the_other_finds_it_done,
    after_a_day_it_is_too_late,
    whoever_may_not_change_a_field_of_the_save_may_not_undo_it,
    a_save_of_credit_alone_is_not_there_for_whoever_may_not_see_it,
    a_save_that_never_was_is_missing,
    an_earlier_value_that_no_longer_passes_its_check_is_a_problem_of_its_field,
];

async fn undo(browser: &mut Browser, company: i64, version: &Value) -> Answer {
    browser.call("undo_edit", json!({"company": company, "version": version})).await
}

async fn record(browser: &mut Browser) -> Value {
    open(browser, demo::AFFILIATE).await["fields"].clone()
}

async fn an_undo_gives_exactly_the_fields_of_the_save_their_earlier_values(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = record(&mut reseller).await;
    let other = (before["comply_230fz"] != "true").to_string();
    let changes = json!({"name": "Другая", "phone": "", "credit_limit": "77.00", "comply_230fz": other});
    let version = saved(&mut reseller, demo::AFFILIATE, changes).await;
    let undone = undo(&mut reseller, demo::AFFILIATE, &version).await.ok();
    assert_eq!(undone["form"]["fields"], before);
    assert_eq!(undone["written"], version.as_i64().unwrap() + 1);
    let last = &timeline(&mut reseller, demo::AFFILIATE).await["saves"][0];
    assert_eq!((&last["undoes"], last["changes"].as_array().unwrap().len()), (&version, 4));
}

async fn an_undo_can_be_undone(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let version = saved(&mut affiliate, demo::AFFILIATE, json!({"name": "Другая"})).await;
    let after = record(&mut affiliate).await;
    let undone = undo(&mut affiliate, demo::AFFILIATE, &version).await.ok();
    undo(&mut affiliate, demo::AFFILIATE, &undone["written"]).await.ok();
    assert_eq!(record(&mut affiliate).await, after);
}

async fn a_field_that_was_changed_since_is_a_conflict_and_nothing_is_written(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let before = record(&mut affiliate).await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая", "phone": ""})).await;
    saved(&mut affiliate, demo::AFFILIATE, json!({"name": "Вторая"})).await;
    let stands = record(&mut reseller).await;
    let conflict = undo(&mut reseller, demo::AFFILIATE, &version).await.is(409).json();
    let fields = conflict["detail"]["fields"].as_array().unwrap();
    assert_eq!(fields.len(), 1, "{conflict}");
    assert_eq!((&fields[0]["theirs"], &fields[0]["yours"]), (&json!("Вторая"), &before["name"]));
    assert_eq!(fields[0]["by"], affiliate.call("me", json!({})).await.ok()["full_name"]);
    assert_eq!(record(&mut reseller).await, stands, "the phone stays too: all or nothing");
}

async fn requisites_of_one_group_changed_since_are_a_conflict_too(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut operator = kontora.signed_in("operator").await;
    let version = saved(&mut reseller, demo::EXAMPLE, json!({"account": ""})).await;
    let bank = json!({"bic": "040613748", "correspondent_account": "30101810900000000748"});
    saved(&mut operator, demo::EXAMPLE, bank).await;
    undo(&mut reseller, demo::EXAMPLE, &version).await.is(409);
}

async fn a_later_change_of_another_field_stays(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = record(&mut reseller).await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая"})).await;
    saved(&mut reseller, demo::AFFILIATE, json!({"email": "other@new.test"})).await;
    let undone = undo(&mut reseller, demo::AFFILIATE, &version).await.ok();
    assert_eq!(undone["form"]["fields"]["name"], before["name"]);
    assert_eq!(undone["form"]["fields"]["email"], "other@new.test");
}

async fn a_field_that_was_changed_and_changed_back_is_no_conflict(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая"})).await;
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await;
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая"})).await;
    undo(&mut reseller, demo::AFFILIATE, &version).await.ok();
}

async fn of_two_who_undo_at_once_one_saves_and_the_other_finds_it_done(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = record(&mut reseller).await;
    for round in 0..5 {
        let version = saved(&mut reseller, demo::AFFILIATE, json!({"name": format!("Имя {round}"), "phone": ""})).await;
        let mut undoing = JoinSet::new();
        for who in ["reseller", "affiliate", "operator"] {
            let (mut browser, version) = (kontora.signed_in(who).await, version.clone());
            undoing.spawn(async move { undo(&mut browser, demo::AFFILIATE, &version).await.ok()["written"].clone() });
        }
        let written = undoing.join_all().await;
        assert_eq!(written.iter().filter(|written| !written.is_null()).count(), 1, "{written:?}");
        assert_eq!(record(&mut reseller).await, before);
    }
}

async fn after_a_day_it_is_too_late(kontora: Kontora) {
    let version = saved(&mut kontora.signed_in("reseller").await, demo::AFFILIATE, json!({"name": "Первая"})).await;
    kontora.pass(DAY - SECOND);
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(timeline(&mut reseller, demo::AFFILIATE).await["saves"][0]["can_undo"], true);
    kontora.pass(SECOND);
    let refused = undo(&mut reseller, demo::AFFILIATE, &version).await;
    assert_eq!(refused.problems(), json!({"form": ["undo_too_late"]}));
    assert_eq!(timeline(&mut reseller, demo::AFFILIATE).await["saves"][0]["can_undo"], false);
}

async fn whoever_may_not_change_a_field_of_the_save_may_not_undo_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая", "credit_limit": "77.00"})).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    // Which other field it was is not the affiliate's to learn.
    undo(&mut affiliate, demo::AFFILIATE, &version).await.refuses("undo");
    assert_eq!(record(&mut affiliate).await["name"], "Первая");
    let mut foreign = kontora.signed_in("sibir").await;
    undo(&mut foreign, demo::AFFILIATE, &version).await.is(404);
    undo(&mut kontora.signed_in("chat").await, demo::NEW_WAYS, &version).await.refuses("edit_companies");
}

async fn a_save_of_credit_alone_is_not_there_for_whoever_may_not_see_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"credit_limit": "77.00"})).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    undo(&mut affiliate, demo::AFFILIATE, &version).await.is(404);
    undo(&mut reseller, demo::AFFILIATE, &version).await.ok();
}

async fn a_save_that_never_was_is_missing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for version in [0, 1, 99, -1] {
        undo(&mut reseller, demo::AFFILIATE, &json!(version)).await.is(404);
    }
}

async fn an_earlier_value_that_no_longer_passes_its_check_is_a_problem_of_its_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"email": "other@new.test", "name": "Первая"})).await;
    kontora.database.execute("UPDATE company_edit SET old_value = '' WHERE field = 'email'").await.unwrap();
    let refused = undo(&mut reseller, demo::AFFILIATE, &version).await;
    assert_eq!(refused.problems(), json!({"email": ["required"]}));
    assert_eq!(record(&mut reseller).await["name"], "Первая");
}
