//! The platform's own directory: the demo's register, the operator's upload, and never a word of another company.

use serde_json::{Value, json};

use super::stand_in::{Play, StandIn};
use super::{ELSEWHERE, look_up};
use crate::companies::{change, open};
use crate::support::{Kontora, LookUpService, demo, stories};

stories![
    Demo;
    without_a_key_the_local_directory_answers_and_no_request_leaves,
    the_demo_offers_an_organization_and_its_branch,
    what_another_company_says_of_itself_is_never_told,
    the_known_of_several_inns_are_told_and_nothing_else,
    an_upload_is_stored_whole,
    an_upload_with_a_bad_line_changes_nothing,
    the_operators_page_stores_a_file_or_lists_what_is_wrong_with_it,
    a_bic_that_the_directory_has_not_is_asked_of_the_service,
];

async fn without_a_key_the_local_directory_answers_and_no_request_leaves(kontora: Kontora) {
    let service = StandIn::start(Play::Status(500)).await;
    let patience = std::time::Duration::from_secs(60);
    let kontora = kontora.with_look_ups(LookUpService { url: &service.url, token: "", patience }).await;
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(look_up(&mut reseller, "0017000016").await["trouble"], Value::Null);
    let nobody = json!({"found": [], "trouble": "no_token", "as_of": null});
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await, nobody);
    assert!(service.asked().is_empty());
    kontora.store().close().await;
}

async fn the_demo_offers_an_organization_and_its_branch(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let answer = look_up(&mut reseller, "0017000016").await;
    let found = answer["found"].as_array().unwrap();
    let kpps: Vec<&Value> = found.iter().map(|party| &party["kpp"]).collect();
    assert_eq!(kpps, ["001701001", "001743001"]);
    assert_eq!(found.iter().map(|party| &party["is_branch"]).collect::<Vec<_>>(), [false, true]);

    let example = open(&mut reseller, demo::EXAMPLE).await;
    for field in ["inn", "kpp", "ogrn", "name", "legal_address"] {
        assert_eq!(found[0][field], example["fields"][field], "{field}");
    }
    let affiliate = open(&mut reseller, demo::AFFILIATE).await;
    let inn = affiliate["fields"]["inn"].as_str().unwrap();
    assert_eq!(look_up(&mut reseller, inn).await["found"][0]["name"], affiliate["fields"]["name"]);
}

async fn what_another_company_says_of_itself_is_never_told(kontora: Kontora) {
    let mut sibir = kontora.signed_in("sibir").await;
    let own = json!({"inn": ELSEWHERE, "kpp": "004501001", "name": "Тайна", "legal_address": "г. Тайный"});
    change(&mut sibir, demo::SIBIR, own).await.ok();
    for who in ["reseller", "sibir", "operator"] {
        let answer = look_up(&mut kontora.signed_in(who).await, ELSEWHERE).await;
        assert_eq!(answer["found"], json!([]), "{who}");
    }
    let known = sibir.call("known_inns", json!({"inns": [ELSEWHERE]})).await.ok();
    assert_eq!(known, json!([]));
}

async fn the_known_of_several_inns_are_told_and_nothing_else(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let inns = json!({"inns": ["0017000061", "0017000016", ELSEWHERE, "'; --", "0017 0000 16"]});
    assert_eq!(reseller.call("known_inns", inns).await.ok(), json!(["0017000016"]));
    assert_eq!(reseller.call("known_inns", json!({"inns": []})).await.ok(), json!([]));
    reseller.call("known_inns", json!({"inns": vec!["0017000016"; 100]})).await.ok();
    reseller.call("known_inns", json!({"inns": vec!["0017000016"; 101]})).await.is(413);
}

async fn an_upload_is_stored_whole(kontora: Kontora) {
    let file = "inn;kpp;ogrn;name;legal_address;status\n\
                0045001237;004501001;1260000000028;ООО Выгрузка;г. Примерск;ACTIVE\n\
                0045001237;;;Филиал;;\n\
                0045001237;;;Другой филиал;;\n\
                0017000016;001701001;;Новое имя;;LIQUIDATED\n";
    let mut reseller = kontora.signed_in("reseller").await;
    look_up(&mut reseller, "0017000016").await;
    let report = kontora.store().import_parties(file.into()).await.unwrap();
    assert_eq!((report.stored, report.faults.len()), (4, 0));
    let uploaded = look_up(&mut reseller, ELSEWHERE).await;
    let names: Vec<&Value> = uploaded["found"].as_array().unwrap().iter().map(|party| &party["name"]).collect();
    assert_eq!(names, ["ООО Выгрузка", "Филиал", "Другой филиал"]);
    let replaced = look_up(&mut reseller, "0017000016").await;
    assert_eq!(replaced["found"].as_array().unwrap().len(), 1, "the file's lines stand for all of their INN");
    assert_eq!((&replaced["found"][0]["name"], &replaced["trouble"]), (&json!("Новое имя"), &Value::Null));
}

async fn an_upload_with_a_bad_line_changes_nothing(kontora: Kontora) {
    let before = kontora.database.number("SELECT COUNT(*) FROM party").await;
    let file = "inn,kpp,ogrn,name,legal_address,status\n0045001237,,,Хорошая,,\n0045001238,,,Плохая,,\n";
    let report = kontora.store().import_parties(file.into()).await.unwrap();
    assert_eq!((report.stored, report.faults[0].line, report.faults[0].field.as_str()), (0, 3, "inn"));
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM party").await, before);
}

async fn the_operators_page_stores_a_file_or_lists_what_is_wrong_with_it(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let bad = "inn,kpp,ogrn,name,legal_address,status\n0045001238,,,Плохая,,\n";
    let page = operator.upload("/support/directories", "list.csv", bad, &["organizations"]).await;
    let page = page.is(422).text();
    assert!(page.contains("Nothing was stored, the file has a fault:") && page.contains("line 2, inn: "), "{page}");
    let good = "inn,kpp,ogrn,name,legal_address,status\n0045001237,,,Хорошая,,\n";
    let stored = operator.upload("/support/directories", "list.csv", good, &["organizations"]).await;
    stored.leads_to("/support/directories?sent=1");
    assert!(operator.get("/support/directories?sent=1").await.is(200).text().contains("Organizations stored: 1"));
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(look_up(&mut reseller, ELSEWHERE).await["found"][0]["name"], "Хорошая");
    reseller.upload("/support/directories", "list.csv", good, &["organizations"]).await.is(403);
}

async fn a_bic_that_the_directory_has_not_is_asked_of_the_service(kontora: Kontora) {
    let bank = json!({"bic": "040613777", "name": {"payment": "АО \"НОВЫЙ\""}, "payment_city": "г Примерск"});
    let service = StandIn::start(Play::Answer(json!({"suggestions": [{"data": bank}]}))).await;
    let patience = std::time::Duration::from_secs(60);
    let kontora = kontora.with_look_ups(LookUpService { url: &service.url, token: "key", patience }).await;
    let mut reseller = kontora.signed_in("reseller").await;
    for quiet in [json!({"bic": "040613746", "is_typed": true}), json!({"bic": "040613777"})] {
        let record = reseller.call("bank_record", quiet).await.ok();
        assert_eq!((&record["elsewhere"], service.asked().len()), (&Value::Null, 0), "known, or merely opened");
    }
    let elsewhere = reseller.call("bank_record", json!({"bic": "040613777", "is_typed": true})).await.ok();
    assert_eq!((&elsewhere["bank"], &elsewhere["elsewhere"]["name"]), (&Value::Null, &json!("АО \"НОВЫЙ\"")));
    kontora.store().close().await;
}
