//! Answers as the service documents them, and as it had better not send them.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use app::requisites::{Bic, Inn, LookUpTrouble, Party, PartySource};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;

use super::{DaData, bank, party};
use crate::config::Config;

fn inn(text: &str) -> Inn {
    Inn::parse(text).unwrap()
}

fn only(data: Value, of: &str) -> Party {
    let answer = json!({"suggestions": [{"value": "Имя снаружи", "data": data}]});
    let mut parties = party::read(&answer, &inn(of)).unwrap();
    assert_eq!(parties.len(), 1);
    parties.remove(0)
}

#[test]
fn an_organization_is_its_short_name_numbers_address_and_state() {
    let data = json!({
        "inn": "0017000016", "kpp": "001701001", "kpp_largest": null, "ogrn": "1260000000017", "type": "LEGAL",
        "branch_type": "MAIN", "fio": null,
        "name": {"full_with_opf": "ОБЩЕСТВО \"РОМАШКА-ТЕСТ\"", "short_with_opf": "ООО \"РОМАШКА-ТЕСТ\""},
        "address": {"value": "г Примерск", "unrestricted_value": "000001, г Примерск, ул Новая, д 1"},
        "state": {"status": "ACTIVE", "actuality_date": 1_795_000_000_000_i64, "liquidation_date": null},
    });
    let expected = Party {
        inn: "0017000016".to_owned(),
        kpp: "001701001".to_owned(),
        ogrn: "1260000000017".to_owned(),
        name: "ООО \"РОМАШКА-ТЕСТ\"".to_owned(),
        legal_address: "000001, г Примерск, ул Новая, д 1".to_owned(),
        status: "ACTIVE".to_owned(),
        is_branch: false,
        actual_on: "2026-11-18".to_owned(),
        source: PartySource::DaData,
    };
    assert_eq!(only(data, "0017000016"), expected);
}

#[test]
fn a_sole_proprietor_has_the_name_of_a_person_and_no_kpp() {
    let data = json!({
        "inn": "001700000150", "kpp": "001701001", "ogrn": "326000000000015", "type": "INDIVIDUAL",
        "name": {"short_with_opf": "ИП Не Тот"},
        "fio": {"surname": "Примеров", "name": "Пример", "patronymic": null},
    });
    let found = only(data, "001700000150");
    assert_eq!((found.name.as_str(), found.kpp.as_str()), ("ИП Примеров Пример", ""));
    assert_eq!(found.ogrn, "326000000000015");
}

#[test]
fn what_is_missing_hostile_or_over_long_is_left_out_and_the_rest_is_read() {
    let data = json!({
        "inn": "0017000016", "kpp": "17", "ogrn": 1_260_000_000_017_i64,
        "name": {"short_with_opf": "x".repeat(256), "full_with_opf": "Имя\u{202e}"},
        "address": "г Примерск",
        "state": {"status": "<b>", "actuality_date": i64::MAX},
    });
    let found = only(data, "0017000016");
    let expected = Party {
        inn: "0017000016".to_owned(),
        name: "Имя снаружи".to_owned(),
        source: PartySource::DaData,
        ..Party::default()
    };
    assert_eq!(found, expected);
    assert_eq!(only(json!({"inn": "0017000016", "state": {"status": "DREAMING"}}), "0017000016").status, "DREAMING");
}

#[test]
fn the_head_office_comes_first_and_strangers_are_passed_over() {
    let answer = json!({"suggestions": [
        {"data": {"inn": "0017000016", "branch_type": "BRANCH"}},
        {"data": {"inn": "0017000023"}},
        {"data": null},
        7,
        {"data": {"inn": "0017000016", "kpp": "001701001"}},
    ]});
    let found = party::read(&answer, &inn("0017000016")).unwrap();
    assert_eq!(found.iter().map(|party| party.is_branch).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn an_answer_of_another_shape_is_broken() {
    for answer in [json!([]), json!({}), json!({"suggestions": {}}), json!("text"), Value::Null] {
        assert_eq!(party::read(&answer, &inn("0017000016")), Err(LookUpTrouble::BrokenAnswer), "{answer}");
    }
}

#[test]
fn a_bank_is_found_by_its_own_bic_with_city_accounts_and_status() {
    let bic = Bic::parse("040613746").unwrap();
    let answer = json!({"suggestions": [
        {"data": {"bic": "040613748"}},
        {"value": "Тестбанк", "data": {
            "bic": "040613746", "correspondent_account": "30101810300000000746", "payment_city": "г Примерск",
            "treasury_accounts": ["40102810500000000001", null, "short"],
            "name": {"payment": "АО \"ТЕСТБАНК\"", "full": "Полное"}, "opf": {"type": "BANK"},
            "state": {"status": "ACTIVE", "liquidation_date": null},
        }},
    ]});
    let found = bank::read(&answer, &bic).unwrap().unwrap();
    assert_eq!((found.bank.title().as_str(), found.status.as_str()), ("АО \"ТЕСТБАНК\", г Примерск", "ACTIVE"));
    assert_eq!(found.bank.correspondent_accounts().collect::<Vec<_>>(), ["30101810300000000746"]);
    assert_eq!(found.bank.accounts.len(), 2);
    assert_eq!((found.bank.participant_type.as_str(), found.bank.date_out), ("20", None));
    assert_eq!(bank::read(&json!({"suggestions": []}), &bic), Ok(None));
}

#[test]
fn a_liquidated_bank_has_the_day_of_its_end_and_may_have_no_account() {
    let bic = Bic::parse("040613749").unwrap();
    let data = json!({
        "bic": "040613749", "correspondent_account": null, "payment_city": "г".repeat(99),
        "name": {"payment": "x".repeat(161), "short": "КБ \"БЫВШИЙ\""},
        "state": {"status": "LIQUIDATED", "liquidation_date": 1_767_225_600_000_i64},
    });
    let found = bank::read(&json!({"suggestions": [{"data": data}]}), &bic).unwrap().unwrap();
    assert_eq!(found.bank.date_out.as_deref(), Some("2026-01-01"));
    assert_eq!((found.bank.title().as_str(), found.bank.accounts.len()), ("КБ \"БЫВШИЙ\"", 0));
}

/// Everything that is logged, by whatever crate.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_key_is_in_no_log_however_much_is_logged() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(move || writer.clone()).finish();
    let listening = tracing::subscriber::set_default(subscriber);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let dropping = tokio::spawn(async move { while listener.accept().await.is_ok() {} });
    let config = Config { dadata_url: url, dadata_token: Some("very-secret".to_owned()), ..Config::default() };
    let asked = DaData::new(&config).party(&inn("0017000016")).await;
    drop(listening);
    dropping.abort();
    assert_eq!(asked, Err(LookUpTrouble::Unreachable));
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("unreachable") && !logged.contains("very-secret"), "{logged}");
}
