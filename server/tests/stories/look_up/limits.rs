//! How often the service is asked, and how often a company may ask.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::stand_in::{Play, StandIn};
use super::{ELSEWHERE, look_up, two_of, with};
use crate::support::{Browser, DAY, Kontora, MINUTE, SECOND, stories};

stories![
    Demo;
    the_same_inn_within_a_minute_is_answered_from_memory,
    a_fault_is_not_remembered,
    look_ups_at_the_same_moment_do_not_hinder_each_other,
    what_was_found_is_good_for_thirty_days,
    an_old_answer_is_better_than_none,
    what_the_service_does_not_know_stays_as_it_was,
    the_thirty_first_look_up_within_a_minute_has_to_wait,
    the_same_bank_within_a_minute_is_asked_of_the_service_once,
    the_thirty_first_unknown_bank_within_a_minute_is_not_asked_and_the_inn_is_still_looked_up,
];

async fn the_same_inn_within_a_minute_is_answered_from_memory(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(json!({"suggestions": []}))).await;
    let kontora = with(&kontora, &service).await;
    let first = look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    kontora.pass(59 * SECOND);
    assert_eq!(look_up(&mut kontora.signed_in("sibir").await, ELSEWHERE).await, first);
    assert_eq!(service.asked().len(), 1);
    kontora.pass(SECOND);
    service.plays(Play::Answer(two_of(ELSEWHERE)));
    assert_ne!(look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await, first);
    assert_eq!(service.asked().len(), 1);
    kontora.store().close().await;
}

async fn a_fault_is_not_remembered(kontora: Kontora) {
    let service = StandIn::start(Play::Status(429)).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await["trouble"], "limit_reached");
    service.plays(Play::Answer(two_of(ELSEWHERE)));
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await["trouble"], Value::Null);
    kontora.store().close().await;
}

async fn look_ups_at_the_same_moment_do_not_hinder_each_other(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(two_of(ELSEWHERE))).await;
    let kontora = with(&kontora, &service).await;
    let reseller = kontora.signed_in("reseller").await;
    let mut tabs = JoinSet::new();
    for _ in 0..8 {
        let mut tab = reseller.clone();
        tabs.spawn(async move { look_up(&mut tab, ELSEWHERE).await["found"].as_array().unwrap().len() });
    }
    assert_eq!(tabs.join_all().await, [2; 8]);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM party WHERE inn = '0045001237'").await, 2);
    kontora.store().close().await;
}

async fn what_was_found_is_good_for_thirty_days(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(two_of(ELSEWHERE))).await;
    let kontora = with(&kontora, &service).await;
    look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    kontora.pass(30 * DAY - SECOND);
    let kept = look_up(&mut kontora.signed_in("sibir").await, ELSEWHERE).await;
    assert_eq!((&kept["found"][1]["kpp"], &kept["found"][1]["source"]), (&json!("001743001"), &json!("local")));
    assert_eq!(kept["as_of"], "2026-11-16");
    assert_eq!(service.asked().len(), 1);

    kontora.pass(MINUTE);
    let mut renewed = two_of(ELSEWHERE);
    renewed["suggestions"].as_array_mut().unwrap().remove(0);
    service.plays(Play::Answer(renewed));
    let answer = look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    assert_eq!(answer["found"].as_array().unwrap().len(), 1);
    assert_eq!(service.asked().len(), 1);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM party WHERE inn = '0045001237'").await, 1);
    kontora.store().close().await;
}

async fn an_old_answer_is_better_than_none(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(two_of(ELSEWHERE))).await;
    let kontora = with(&kontora, &service).await;
    look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    kontora.pass(31 * DAY);
    service.plays(Play::Status(500));
    let answer = look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    assert_eq!((&answer["trouble"], &answer["as_of"]), (&json!("service_failed"), &json!("2026-11-16")));
    assert_eq!(answer["found"][0]["name"], "ООО \"РОМАШКА-ТЕСТ\"");
    kontora.store().close().await;
}

async fn what_the_service_does_not_know_stays_as_it_was(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(json!({"suggestions": []}))).await;
    let kontora = with(&kontora, &service).await;
    kontora.pass(31 * DAY);
    let answer = look_up(&mut kontora.signed_in("reseller").await, "0017000016").await;
    assert_eq!(service.asked().len(), 1);
    assert_eq!((answer["found"][0]["source"].as_str(), &answer["trouble"]), (Some("local"), &Value::Null));
    kontora.store().close().await;
}

async fn the_thirty_first_look_up_within_a_minute_has_to_wait(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for _ in 0..30 {
        look_up(&mut reseller, "0017000016").await;
    }
    kontora.pass(SECOND);
    let refused = reseller.call("look_up_inn", json!({"inn": "0017000016"})).await;
    assert_eq!(refused.is(429).header("retry-after"), "59");
    look_up(&mut kontora.signed_in("affiliate").await, "0017000016").await;
    kontora.pass(59 * SECOND);
    look_up(&mut reseller, "0017000016").await;
}

/// As the dialog asks when somebody has typed a BIC; the name that the service knows.
async fn type_bic(browser: &mut Browser, bic: &str) -> Value {
    browser.call("bank_record", json!({"bic": bic, "is_typed": true})).await.ok()["elsewhere"]["name"].clone()
}

fn bank(bic: &str) -> Value {
    json!({"suggestions": [{"data": {"bic": bic, "name": {"payment": "АО \"НОВЫЙ\""}, "payment_city": "г Примерск"}}]})
}

async fn the_same_bank_within_a_minute_is_asked_of_the_service_once(kontora: Kontora) {
    let service = StandIn::start(Play::Status(500)).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(type_bic(&mut reseller, "040613777").await, Value::Null, "a fault is not remembered");
    service.plays(Play::Answer(bank("040613777")));
    for who in ["reseller", "sibir"] {
        assert_eq!(type_bic(&mut kontora.signed_in(who).await, "040613777").await, "АО \"НОВЫЙ\"");
    }
    assert_eq!(service.asked().len(), 2);
    kontora.pass(MINUTE);
    type_bic(&mut reseller, "040613777").await;
    assert_eq!(service.asked().len(), 1);
    kontora.store().close().await;
}

async fn the_thirty_first_unknown_bank_within_a_minute_is_not_asked_and_the_inn_is_still_looked_up(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(json!({"suggestions": []}))).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for number in 0..31 {
        assert_eq!(type_bic(&mut reseller, &format!("0406137{number:02}")).await, Value::Null);
    }
    assert_eq!(service.asked().len(), 30);
    service.plays(Play::Answer(two_of(ELSEWHERE)));
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await["found"].as_array().unwrap().len(), 2);
    kontora.store().close().await;
}
