//! What each field of the dialog takes and what it refuses.

use serde_json::{Value, json};

use super::{change, open};
use crate::support::{Kontora, demo, stories};

stories![
    Demo;
    what_is_typed_is_stored_in_its_canonical_form,
    every_refusal_names_its_field_and_its_problem,
    all_refused_fields_are_told_at_once_and_nothing_is_saved,
    an_account_is_held_against_its_bic,
    a_person_has_no_kpp,
    a_requisite_that_nobody_touched_is_not_complained_about,
];

async fn what_is_typed_is_stored_in_its_canonical_form(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let cases = [
        ("name", "  New \t ways\u{a0}partner ", "New ways partner"),
        ("email", " Info@NewWays.test ", "Info@NewWays.test"),
        ("email", "info@почта.рф", "info@почта.рф"),
        ("phone", "8 (912) 345-67-89", "+79123456789"),
        ("phone", "9123456789", "+79123456789"),
        ("phone", "", ""),
        ("credit_limit", "1 234,50", "1234.50"),
        ("credit_limit", "1\u{a0}234,5", "1234.50"),
        ("credit_limit", "999999999.99", "999999999.99"),
        ("credit_limit", "0", "0.00"),
        ("notification_threshold", "-800", "-800.00"),
        ("notification_threshold", "", ""),
        ("time_zone", "Asia/Vladivostok", "Asia/Vladivostok"),
        ("max_dialogs", "100 000", "100000"),
        ("max_dialogs", "1", "1"),
        ("comply_230fz", "true", "true"),
        ("bank", " АО  «ТЕСТБАНК» ", "АО «ТЕСТБАНК»"),
        ("legal_address", " г. Примерск, ул. Новая, д. 1 ", "г. Примерск, ул. Новая, д. 1"),
        ("postal_address", "", ""),
    ];
    for (field, typed, stored) in cases {
        let saved = change(&mut reseller, demo::AFFILIATE, json!({field: typed})).await.ok();
        assert_eq!(saved["form"]["fields"][field], stored, "{field}: {typed}");
    }
}

fn refusals() -> Vec<(&'static str, String, Value)> {
    let amounts = json!({"amount_out_of_range": {"min": 0, "max": 99_999_999_999_i64}});
    let thresholds = json!({"amount_out_of_range": {"min": -99_999_999_999_i64, "max": 99_999_999_999_i64}});
    let dialogs = json!({"out_of_range": {"min": 1, "max": 100_000}});
    let text = |field, typed: &str, problem| (field, typed.to_owned(), problem);
    vec![
        text("name", " ", json!("required")),
        text("name", "«—» !", json!("only_punctuation")),
        ("name", "ж".repeat(256), json!({"too_long": {"max": 255, "actual": 256}})),
        text("email", "", json!("required")),
        text("email", "info", json!("email_no_at")),
        text("email", "a@b.test, c@d.test", json!("email_several_addresses")),
        text("email", "a@b@c.test", json!("email_several_at")),
        text("email", "инфо@newways.test", json!({"cyrillic_letters": {"letters": "инфо"}})),
        text("email", "a@localhost", json!({"email_no_domain_dot": {"domain": "localhost"}})),
        text("phone", "345-67-89", json!("phone_no_country_code")),
        text("phone", "+7 912 345", json!({"phone_russian_length": {"digits": 6}})),
        text("phone", "+49 123", json!({"phone_length": {"digits": 5, "min": 7, "max": 15}})),
        text("credit_limit", "", json!("required")),
        text("credit_limit", "10.005", json!("more_than_two_decimals")),
        text("credit_limit", "-0.01", amounts.clone()),
        text("credit_limit", "1000000000", amounts),
        text("credit_limit", "1.2.3", json!("several_decimal_marks")),
        text("notification_threshold", "1000000000", thresholds.clone()),
        text("notification_threshold", "-1000000000", thresholds),
        text("time_zone", "Europe/Atlantis", json!("unknown_zone")),
        text("max_dialogs", "", json!("required")),
        text("max_dialogs", "0", dialogs.clone()),
        text("max_dialogs", "-1", dialogs.clone()),
        text("max_dialogs", "100001", dialogs),
        text("max_dialogs", "1.5", json!("whole_number_needed")),
        text("max_dialogs", "abc", json!("whole_number_needed")),
        text("comply_230fz", "perhaps", json!("required")),
        text("inn", "123", json!({"inn_length": {"digits": 3}})),
        text("inn", "0017000017", json!({"inn_control": {"expected": "6"}})),
        text("inn", "0000000000", json!("all_zeros")),
        text("kpp", "12345", json!({"kpp_length": {"characters": 5}})),
        text("bic", "04061374", json!({"bic_length": {"digits": 8}})),
        text("account", "4070281010000000001", json!({"account_length": {"characters": 19}})),
        text("correspondent_account", "3010181030000000074", json!({"account_length": {"characters": 19}})),
        ("legal_address", "а".repeat(501), json!({"too_long": {"max": 500, "actual": 501}})),
        ("postal_address", "а".repeat(501), json!({"too_long": {"max": 500, "actual": 501}})),
    ]
}

async fn every_refusal_names_its_field_and_its_problem(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for (field, typed, problem) in refusals() {
        let problems = change(&mut reseller, demo::AFFILIATE, json!({field: typed})).await.problems();
        assert_eq!(problems[field][0], problem, "{field}: {typed}: {problems}");
    }
}

async fn all_refused_fields_are_told_at_once_and_nothing_is_saved(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = open(&mut reseller, demo::AFFILIATE).await;
    let changes = json!({"name": "", "email": "info", "max_dialogs": "0", "inn": "1", "phone": "+7 900 000-77-77"});
    let problems = change(&mut reseller, demo::AFFILIATE, changes).await.problems();
    let fields: Vec<&String> = problems.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["email", "inn", "max_dialogs", "name"]);
    assert_eq!(open(&mut reseller, demo::AFFILIATE).await, before);
}

async fn an_account_is_held_against_its_bic(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::EXAMPLE, json!({"account": "40702810100000000017"})).await.ok();
    let problems = change(&mut reseller, demo::EXAMPLE, json!({"account": "40702810200000000017"})).await.problems();
    assert_eq!(problems["account"][0], json!({"account_key": {"expected": 1, "position": 9}}));
}

async fn a_person_has_no_kpp(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let changes = json!({"inn": "001700000150", "kpp": "001701001"});
    let problems = change(&mut reseller, demo::AFFILIATE, changes).await.problems();
    assert_eq!(problems, json!({"kpp": ["kpp_for_person"]}));
    change(&mut reseller, demo::AFFILIATE, json!({"inn": "001700000150", "kpp": ""})).await.ok();
}

async fn a_requisite_that_nobody_touched_is_not_complained_about(kontora: Kontora) {
    kontora
        .database
        .execute("UPDATE company SET inn = '1', kpp = '2', bic = '3', account = '4' WHERE id = 3")
        .await
        .unwrap();
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::AFFILIATE, json!({"name": "Новое имя"})).await.ok();
}
