//! However the service fails, the form gets an answer that says how.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::stand_in::{Play, StandIn};
use super::{ELSEWHERE, TOKEN, look_up, two_of, with};
use crate::companies::{change, open};
use crate::support::{Kontora, LookUpService, demo, stories};

stories![
    Demo;
    each_fault_has_a_name_and_is_counted,
    what_the_service_says_is_final_and_a_broken_connection_is_tried_once_more,
    a_service_that_stays_silent_is_given_up_on,
    a_service_that_is_not_there_is_out_of_reach,
    an_answer_may_have_a_mebibyte_and_no_more,
    after_a_fault_the_company_is_saved_as_ever,
];

fn trouble(name: &str) -> Value {
    json!({"found": [], "trouble": name, "as_of": null})
}

async fn each_fault_has_a_name_and_is_counted(kontora: Kontora) {
    let service = StandIn::start(Play::Silence).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for (play, name) in [
        (Play::Status(401), "key_refused"),
        (Play::Status(403), "key_refused"),
        (Play::Status(429), "limit_reached"),
        (Play::Status(500), "service_failed"),
        (Play::Status(503), "service_failed"),
        (Play::Status(404), "service_failed"),
        (Play::Redirect, "service_failed"),
        (Play::Body(b"{\"suggestions\": [".to_vec()), "broken_answer"),
        (Play::Body(Vec::new()), "broken_answer"),
        (Play::Body(b"<html>".to_vec()), "broken_answer"),
        (Play::Answer(json!({"suggestions": null})), "broken_answer"),
        (Play::Noise, "broken_answer"),
        (Play::Drop, "unreachable"),
        (Play::DropWithinAnswer, "unreachable"),
    ] {
        service.plays(play.clone());
        assert_eq!(look_up(&mut reseller, ELSEWHERE).await, trouble(name), "{play:?}");
    }
    let figures = kontora.figures().await;
    for (outcome, count) in
        [("answered", 0), ("key_refused", 2), ("limit_reached", 1), ("service_failed", 4), ("broken_answer", 5)]
    {
        let line = format!("kontora_look_ups_total{{outcome=\"{outcome}\"}} {count}\n");
        assert!(figures.contains(&line), "{line}{figures}");
    }
    assert!(!figures.contains(TOKEN));
    kontora.store().close().await;
}

async fn what_the_service_says_is_final_and_a_broken_connection_is_tried_once_more(kontora: Kontora) {
    let service = StandIn::start(Play::Silence).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for (play, requests) in [
        (Play::Status(403), 1),
        (Play::Status(429), 1),
        (Play::Status(500), 1),
        (Play::Redirect, 1),
        (Play::Noise, 1),
        (Play::Drop, 2),
        (Play::DropWithinAnswer, 2),
    ] {
        service.plays(play.clone());
        look_up(&mut reseller, ELSEWHERE).await;
        assert_eq!(service.asked().len(), requests, "{play:?}");
    }
    service.plays(Play::Answer(two_of(ELSEWHERE)));
    service.plays_first(Play::Drop);
    let answer = look_up(&mut reseller, ELSEWHERE).await;
    assert_eq!((answer["found"].as_array().unwrap().len(), &answer["trouble"]), (2, &Value::Null));
    assert_eq!(service.asked().len(), 2);
    kontora.store().close().await;
}

async fn a_service_that_stays_silent_is_given_up_on(kontora: Kontora) {
    let service = StandIn::start(Play::Silence).await;
    let patience = Duration::from_millis(1);
    let kontora = kontora.with_look_ups(LookUpService { url: &service.url, token: TOKEN, patience }).await;
    assert_eq!(look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await, trouble("timed_out"));
    kontora.store().close().await;
}

async fn a_service_that_is_not_there_is_out_of_reach(kontora: Kontora) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let patience = Duration::from_secs(60);
    let kontora = kontora.with_look_ups(LookUpService { url: &url, token: TOKEN, patience }).await;
    assert_eq!(look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await, trouble("unreachable"));
    kontora.store().close().await;
}

async fn an_answer_may_have_a_mebibyte_and_no_more(kontora: Kontora) {
    let service = StandIn::start(Play::Silence).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let mut body = two_of(ELSEWHERE).to_string().into_bytes();
    body.resize(1024 * 1024 + 1, b' ');
    service.plays(Play::Body(body.clone()));
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await, trouble("broken_answer"));
    body.pop();
    service.plays(Play::Body(body));
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await["trouble"], Value::Null);
    kontora.store().close().await;
}

async fn after_a_fault_the_company_is_saved_as_ever(kontora: Kontora) {
    let service = StandIn::start(Play::Status(500)).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await, trouble("service_failed"));
    change(&mut reseller, demo::AFFILIATE, json!({"inn": ELSEWHERE, "kpp": "004501001"})).await.ok();
    assert_eq!(open(&mut reseller, demo::AFFILIATE).await["fields"]["inn"], ELSEWHERE);
    kontora.store().close().await;
}
