//! Who a company is by its INN: the local directory, the look-up service, and what happens when that one fails.

mod faults;
mod limits;
mod local;
mod stand_in;

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Browser, Kontora, LookUpService, demo, stories};
use stand_in::{Play, StandIn};

stories![
    Demo;
    the_service_is_asked_as_it_documents_itself,
    an_organization_and_its_branch_are_two_to_choose_from,
    a_sole_proprietor_has_a_name_and_no_kpp,
    a_status_is_told_whatever_it_is,
    an_inn_that_nobody_has_is_no_trouble,
    a_malformed_inn_asks_nobody,
    a_bank_or_account_in_an_answer_goes_nowhere,
];

const TOKEN: &str = "0123456789abcdef";
/// An INN that the demo has not.
const ELSEWHERE: &str = "0045001237";

/// Kontora with a look-up service, patient as in life.
async fn with(kontora: &Kontora, service: &StandIn) -> Kontora {
    kontora.with_look_ups(LookUpService { url: &service.url, token: TOKEN, patience: Duration::from_secs(60) }).await
}

async fn look_up(browser: &mut Browser, inn: &str) -> Value {
    browser.call("look_up_inn", json!({"inn": inn})).await.ok()
}

/// The head office with a branch, as the service answers.
fn two_of(inn: &str) -> Value {
    json!({"suggestions": [
        {"value": "ФИЛИАЛ \"ОБРАЗЦОВСКИЙ\" ООО \"РОМАШКА-ТЕСТ\"", "data": {
            "inn": inn, "kpp": "001743001", "ogrn": "1260000000017", "type": "LEGAL", "branch_type": "BRANCH",
            "name": {"short_with_opf": "ФИЛИАЛ \"ОБРАЗЦОВСКИЙ\" ООО \"РОМАШКА-ТЕСТ\""},
            "address": {"value": "г Образцов, пр Лесной, д 9"}, "state": {"status": "ACTIVE"}}},
        {"value": "ООО \"РОМАШКА-ТЕСТ\"", "unrestricted_value": "ООО \"РОМАШКА-ТЕСТ\"", "data": {
            "inn": inn, "kpp": "001701001", "kpp_largest": null, "ogrn": "1260000000017",
            "ogrn_date": 1_767_225_600_000_i64, "type": "LEGAL", "branch_type": "MAIN", "branch_count": 1,
            "name": {"full_with_opf": "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \"РОМАШКА-ТЕСТ\"",
                     "short_with_opf": "ООО \"РОМАШКА-ТЕСТ\""},
            "fio": null, "opf": {"short": "ООО"},
            "management": {"name": "Примерова Анна Петровна", "post": "ГЕНЕРАЛЬНЫЙ ДИРЕКТОР"},
            "address": {"value": "г Примерск, ул Новая, д 1", "unrestricted_value": "000001, г Примерск, ул Новая, д 1"},
            "state": {"status": "ACTIVE", "actuality_date": 1_795_000_000_000_i64,
                      "registration_date": 1_767_225_600_000_i64, "liquidation_date": null}}},
    ]})
}

fn one_of(inn: &str, data: Value) -> Value {
    let mut data = data;
    data["inn"] = json!(inn);
    json!({"suggestions": [{"value": "Кто-то", "data": data}]})
}

async fn the_service_is_asked_as_it_documents_itself(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(two_of(ELSEWHERE))).await;
    let kontora = with(&kontora, &service).await;
    look_up(&mut kontora.signed_in("reseller").await, "0045 0012 37").await;
    let asked = service.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].line, "POST /rs/findById/party HTTP/1.1");
    assert_eq!(asked[0].body, json!({"query": ELSEWHERE, "count": 20}));
    for (name, value) in [
        ("content-type", "application/json"),
        ("accept", "application/json"),
        ("authorization", "Token 0123456789abcdef"),
    ] {
        assert_eq!(asked[0].headers[name], value);
    }
    kontora.store().close().await;
}

async fn an_organization_and_its_branch_are_two_to_choose_from(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(two_of(ELSEWHERE))).await;
    let kontora = with(&kontora, &service).await;
    let answer = look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    let expected = json!({
        "found": [
            {"inn": ELSEWHERE, "kpp": "001701001", "ogrn": "1260000000017", "name": "ООО \"РОМАШКА-ТЕСТ\"",
             "legal_address": "000001, г Примерск, ул Новая, д 1", "status": "ACTIVE", "is_branch": false,
             "actual_on": "2026-11-18", "source": "da_data"},
            {"inn": ELSEWHERE, "kpp": "001743001", "ogrn": "1260000000017",
             "name": "ФИЛИАЛ \"ОБРАЗЦОВСКИЙ\" ООО \"РОМАШКА-ТЕСТ\"", "legal_address": "г Образцов, пр Лесной, д 9",
             "status": "ACTIVE", "is_branch": true, "actual_on": "", "source": "da_data"},
        ],
        "trouble": null,
        "as_of": null,
    });
    assert_eq!(answer, expected);
    kontora.store().close().await;
}

async fn a_sole_proprietor_has_a_name_and_no_kpp(kontora: Kontora) {
    let inn = "004500012379";
    let person = json!({"kpp": null, "ogrn": "326000000000015", "type": "INDIVIDUAL",
                        "fio": {"surname": "Примеров", "name": "Пример", "patronymic": "Примерович"}});
    let service = StandIn::start(Play::Answer(one_of(inn, person))).await;
    let kontora = with(&kontora, &service).await;
    let answer = look_up(&mut kontora.signed_in("reseller").await, inn).await;
    assert_eq!(answer["found"][0]["name"], "ИП Примеров Пример Примерович");
    assert_eq!(answer["found"][0]["kpp"], "");
    kontora.store().close().await;
}

async fn a_status_is_told_whatever_it_is(kontora: Kontora) {
    let service = StandIn::start(Play::Silence).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for (inn, status) in [(ELSEWHERE, "LIQUIDATED"), ("0017000023", "DREAMING")] {
        service.plays(Play::Answer(one_of(inn, json!({"state": {"status": status}}))));
        assert_eq!(look_up(&mut reseller, inn).await["found"][0]["status"], status);
    }
    kontora.store().close().await;
}

async fn an_inn_that_nobody_has_is_no_trouble(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(json!({"suggestions": []}))).await;
    let kontora = with(&kontora, &service).await;
    let answer = look_up(&mut kontora.signed_in("reseller").await, ELSEWHERE).await;
    assert_eq!(answer, json!({"found": [], "trouble": null, "as_of": null}));
    kontora.store().close().await;
}

async fn a_malformed_inn_asks_nobody(kontora: Kontora) {
    let service = StandIn::start(Play::Answer(two_of(ELSEWHERE))).await;
    let kontora = with(&kontora, &service).await;
    let refused = kontora.signed_in("reseller").await.call("look_up_inn", json!({"inn": "0017000017"})).await;
    assert_eq!(refused.problems(), json!({"inn": [{"inn_control": {"expected": "6"}}]}));
    assert!(service.asked().is_empty());
    kontora.store().close().await;
}

async fn a_bank_or_account_in_an_answer_goes_nowhere(kontora: Kontora) {
    let data = json!({"account": "40702810100000000017", "bank": "АО \"ТЕСТБАНК\"", "bic": "040613746",
                      "phones": [{"value": "+7 900 000-00-01"}], "emails": [{"value": "a@b.test"}]});
    let service = StandIn::start(Play::Answer(one_of(ELSEWHERE, data))).await;
    let kontora = with(&kontora, &service).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let before = crate::companies::open(&mut reseller, demo::NEW_WAYS).await;
    let answer = look_up(&mut reseller, ELSEWHERE).await.to_string();
    for secret in ["40702810100000000017", "ТЕСТБАНК", "040613746", "900", "a@b.test"] {
        assert!(!answer.contains(secret), "{answer}");
    }
    assert_eq!(crate::companies::open(&mut reseller, demo::NEW_WAYS).await, before, "nothing is saved");
    kontora.store().close().await;
}
