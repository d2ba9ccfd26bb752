//! Requisites beyond the form: read from any text, shown as a card, kept with the register's number.

use serde_json::{Value, json};

use super::companies::{change, open};
use crate::support::{Browser, Kontora, demo, stories};

stories![
    Demo;
    a_pasted_text_is_read_in_the_light_of_the_directories,
    a_text_that_is_too_long_is_refused_with_its_length,
    a_card_shows_what_is_stored_and_a_payment_code,
    an_account_at_a_unit_of_the_bank_of_russia_has_a_payment_code,
    a_card_without_what_a_payment_needs_says_what_is_missing,
    a_company_out_of_reach_has_no_card,
    the_registers_number_leaves_with_its_inn,
    a_save_is_held_against_the_loaded_directory_of_banks,
    a_bank_without_its_licence_is_no_reason_to_refuse,
];

async fn read(browser: &mut Browser, text: &str) -> Value {
    browser.call("read_requisites", json!({"text": text})).await.ok()
}

async fn card(browser: &mut Browser, id: i64) -> Value {
    browser.call("requisites_card", json!({"id": id})).await.ok()
}

async fn a_pasted_text_is_read_in_the_light_of_the_directories(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let pasted = read(&mut reseller, "ИНН 0017000061 р/с 40702810600000000025, TESTBANK, БИК 040613746, привет").await;
    let of = |field: &str| pasted["proposals"].as_array().unwrap().iter().find(|one| one["field"] == field).cloned();
    // The bank as the directory has it, and the organization that it knows before the one that only passes.
    assert_eq!(of("bank").unwrap()["value"], "АО \"ТЕСТБАНК\", г Примерск");
    assert_eq!(of("inn").unwrap()["instead"], json!(["0017000016", "0017000601"]));
    assert_eq!(of("account").unwrap()["problem"], Value::Null);
    assert_eq!(pasted["rest"], json!(["привет"]));
}

async fn a_text_that_is_too_long_is_refused_with_its_length(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    read(&mut reseller, &"я".repeat(20_000)).await;
    let answer = reseller.call("read_requisites", json!({"text": "я".repeat(20_001)})).await;
    assert_eq!(answer.is(422).problems()["text"], json!([{"too_long": {"max": 20_000, "actual": 20_001}}]));
}

async fn a_card_shows_what_is_stored_and_a_payment_code(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let requisites = json!({
        "name": "ООО «Ромашка-Тест»", "inn": "0017000016", "kpp": "001701001", "bic": "040613746",
        "bank": "АО \"ТЕСТБАНК\", г Примерск", "correspondent_account": "30101810300000000746",
        "account": "40702810100000000017",
    });
    change(&mut affiliate, demo::AFFILIATE, requisites).await.ok();
    let card = card(&mut affiliate, demo::AFFILIATE).await;
    assert_eq!(card["fields"]["correspondent_account"], "30101810300000000746");
    let code = &card["code"]["Ok"];
    assert!(code["size"].as_u64().unwrap() > 20 && code["path"].as_str().unwrap().starts_with("M0 0h7"), "{card}");
    let page = affiliate.get("/companies/3/requisites").await.is(200).text();
    assert!(page.contains("40702810100000000017") && page.contains("M0 0h7"), "{page}");
}

/// The directory ties the account to the unit 040627001.
async fn an_account_at_a_unit_of_the_bank_of_russia_has_a_payment_code(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let at_unit = json!({
        "bic": "040613747", "account": "40503810800000000750", "correspondent_account": "30101810600000000747",
    });
    change(&mut affiliate, demo::AFFILIATE, at_unit).await.ok();
    let card = card(&mut affiliate, demo::AFFILIATE).await;
    assert!(card["code"]["Ok"]["path"].is_string(), "{card}");
}

async fn a_card_without_what_a_payment_needs_says_what_is_missing(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    change(&mut affiliate, demo::AFFILIATE, json!({"correspondent_account": ""})).await.ok();
    let card = card(&mut affiliate, demo::AFFILIATE).await;
    assert_eq!(card["code"], json!({"Err": {"missing": {"field": "correspondent_account"}}}));
    let page = affiliate.get("/companies/3/requisites").await.is(200).text();
    assert!(page.contains("the correspondent account is missing"), "{page}");
}

async fn a_company_out_of_reach_has_no_card(kontora: Kontora) {
    let mut sibir = kontora.signed_in("sibir").await;
    sibir.call("requisites_card", json!({"id": demo::AFFILIATE})).await.is(404);
    sibir.get("/companies/3/requisites").await.is(404);
}

async fn the_registers_number_leaves_with_its_inn(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let with_ogrn = json!({"inn": "0017000016", "kpp": "", "ogrn": "1260000000017"});
    change(&mut affiliate, demo::AFFILIATE, with_ogrn).await.ok();
    change(&mut affiliate, demo::AFFILIATE, json!({"inn": "0017 0000 16", "kpp": "001701001"})).await.ok();
    let kept = open(&mut affiliate, demo::AFFILIATE).await;
    assert_eq!(kept["fields"]["ogrn"], "1260000000017");
    change(&mut affiliate, demo::AFFILIATE, json!({"inn": "0017000023"})).await.ok();
    assert_eq!(open(&mut affiliate, demo::AFFILIATE).await["fields"]["ogrn"], "");
    let refused = change(&mut affiliate, demo::AFFILIATE, json!({"ogrn": "1260000000018"})).await;
    assert_eq!(refused.is(422).problems()["ogrn"], json!([{"ogrn_control": {"expected": "7"}}]));
}

/// The directory names the unit that holds this account; by the bank's own digits its key would be another.
async fn a_save_is_held_against_the_loaded_directory_of_banks(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let at_unit = json!({
        "bic": "040613747", "account": "40503810800000000750", "correspondent_account": "30101810600000000747",
    });
    change(&mut affiliate, demo::AFFILIATE, at_unit).await.ok();
    let elsewhere = json!({"bic": "040613748", "account": "40503810800000000750", "correspondent_account": ""});
    let refused = change(&mut affiliate, demo::AFFILIATE, elsewhere).await;
    assert_eq!(refused.is(422).problems()["account"][0]["account_key"]["position"], 9);
}

async fn a_bank_without_its_licence_is_no_reason_to_refuse(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let closed = json!({"bic": "040613749", "correspondent_account": "30101810200000000749", "account": ""});
    change(&mut affiliate, demo::AFFILIATE, closed).await.ok();
    assert_eq!(affiliate.call("banks_to_fix", json!({})).await.ok()[0]["reason"], "out_of_use");
}
