//! The directory of banks: what it says of a BIC, what is found in it, and what an import changes.

mod refusals;
mod watch;

use app::directories::BankDirectory;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, Kontora, stories};

stories![
    Demo;
    a_bic_brings_its_bank_and_its_one_open_correspondent_account,
    a_bank_without_a_correspondent_account_has_none,
    what_is_wrong_with_a_bank_stands_in_its_record,
    an_unknown_bic_has_no_bank_and_half_a_bic_is_refused,
    banks_are_found_by_the_beginning_of_their_bic_and_by_words_of_their_name,
    the_sample_is_the_same_in_every_encoding_and_packing,
    an_import_shows_at_once_on_every_server,
    two_imports_at_once_come_one_after_the_other,
    the_page_shows_what_is_loaded_and_every_try,
    a_large_directory_is_imported,
];

mod first {
    use super::*;

    stories![
        Empty;
        the_first_import_makes_the_directory,
    ];

    async fn the_first_import_makes_the_directory(kontora: Kontora) {
        let report = kontora.store().import_banks("full.xml", SAMPLE.into(), false).await.unwrap();
        assert_eq!((report.entries, report.accounts, report.added, report.gone), (8, 7, 8, 0));
        let columns = "SELECT name || '|' || english_name || '|' || registration_number || '|' || country || '|' || \
                              region || '|' || postal_code || '|' || settlement_kind || '|' || settlement || '|' || \
                              address || '|' || date_in || '|' || participant_type || '|' || services || '|' || \
                              exchange || '|' || uid || '|' || swift_codes \
                       FROM bank WHERE bic = '040613746'";
        let stored = "АО \"ТЕСТБАНК\"|TESTBANK|99901|RU|06|000000|г|Примерск|ул. Новая, 1|2010-01-01|20|3|1|0613746000|\
                      [{\"code\":\"TESTRU00XXX\",\"is_default\":true}]";
        assert_eq!(kontora.database.text(columns).await, stored);
    }
}

/// The demo's directory, as UTF-8.
pub const SAMPLE: &str = include_str!("../files/ed807.utf-8.xml");
const ZIP: &[u8] = include_bytes!("../files/ed807.zip");
const PAGE: &str = "/support/directories";

/// The sample with texts replaced, each of which is in it.
pub fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SAMPLE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// The sample without the entry of one BIC.
pub fn without(bic: &str) -> String {
    let lines = SAMPLE.lines().filter(|line| !line.contains(&format!("Entry BIC=\"{bic}\"")));
    lines.collect::<Vec<_>>().join("\n")
}

pub async fn import(operator: &mut Browser, file: impl AsRef<[u8]>) -> Answer {
    operator.upload(PAGE, "full.xml", file, &[]).await
}

/// What the operator's page knows.
pub async fn directory(operator: &mut Browser) -> BankDirectory {
    serde_json::from_value(operator.call("bank_directory", json!({})).await.ok()).unwrap()
}

pub async fn record(browser: &mut Browser, bic: &str) -> Value {
    browser.call("bank_record", json!({"bic": bic})).await.ok()
}

async fn found(browser: &mut Browser, text: &str) -> Vec<String> {
    let found = browser.call("find_banks", json!({"text": text})).await.ok();
    found.as_array().unwrap().iter().map(|bank| bank["bic"].as_str().unwrap().to_owned()).collect()
}

fn open_correspondent_accounts(record: &Value) -> Vec<&str> {
    let accounts = record["bank"]["accounts"].as_array().unwrap().iter();
    let open = accounts.filter(|account| account["kind"] == "CRSA" && account["is_open"] == true);
    open.map(|account| account["number"].as_str().unwrap()).collect()
}

async fn a_bic_brings_its_bank_and_its_one_open_correspondent_account(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let bank = record(&mut affiliate, "040613746").await;
    assert_eq!((&bank["bank"]["name"], &bank["bank"]["city"]), (&json!("АО \"ТЕСТБАНК\""), &json!("г Примерск")));
    assert_eq!(open_correspondent_accounts(&bank), ["30101810300000000746"]);
    assert_eq!((&bank["business_day"], &bank["today"]), (&json!("2026-11-23"), &json!("2026-11-16")));
    let bank = record(&mut affiliate, " 040 613 748 ").await;
    assert_eq!(bank["bank"]["accounts"].as_array().unwrap().len(), 2);
    assert_eq!(open_correspondent_accounts(&bank), ["30101810900000000748"], "the closed account is not offered");
    let branch = record(&mut affiliate, "040613747").await;
    assert_eq!(branch["bank"]["head_office"], "040613746");
    assert_eq!(branch["bank"]["accounts"][1]["unit"], "040627001");
}

async fn a_bank_without_a_correspondent_account_has_none(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    assert_eq!(open_correspondent_accounts(&record(&mut affiliate, "040613752").await), [""; 0]);
    let treasury = record(&mut affiliate, "010613900").await;
    assert_eq!(open_correspondent_accounts(&treasury), [""; 0]);
    assert_eq!(treasury["bank"]["accounts"][0]["kind"], "UTRA");
}

async fn what_is_wrong_with_a_bank_stands_in_its_record(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let bank = &record(&mut affiliate, "040613749").await["bank"];
    assert_eq!((&bank["participant_type"], &bank["restrictions"]), (&json!("90"), &json!(["LWRS"])));
}

async fn an_unknown_bic_has_no_bank_and_half_a_bic_is_refused(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let nothing = record(&mut affiliate, "044525225").await;
    assert_eq!((&nothing["bank"], &nothing["business_day"]), (&Value::Null, &json!("2026-11-23")));
    let refused = affiliate.call("bank_record", json!({"bic": "04061374"})).await;
    assert_eq!(refused.problems()["bic"], json!([{"bic_length": {"digits": 8}}]));
}

async fn banks_are_found_by_the_beginning_of_their_bic_and_by_words_of_their_name(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    assert_eq!(found(&mut affiliate, "тестб").await, ["040613746", "040613747"]);
    assert_eq!(found(&mut affiliate, "без счёта").await, ["040613752"]);
    assert_eq!(found(&mut affiliate, "04061375").await, ["040613752"]);
    assert_eq!(found(&mut affiliate, "").await, [""; 0]);
    assert_eq!(found(&mut affiliate, "\u{0}").await, [""; 0]);
}

async fn the_sample_is_the_same_in_every_encoding_and_packing(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    for file in [SAMPLE.as_bytes(), ZIP] {
        import(&mut operator, file).await.leads_to("/support/directories?sent");
        let report = directory(&mut operator).await.tries.swap_remove(0).report.unwrap();
        assert_eq!((report.entries, report.added, report.changed, report.gone), (8, 0, 0, 0));
    }
}

async fn an_import_shows_at_once_on_every_server(kontora: Kontora) {
    let other = kontora.restarted().await;
    let (mut here, mut there) = (kontora.signed_in("operator").await, other.signed_in("operator").await);
    let name = "ПАО &quot;ПРИМЕР-БАНК&quot;";
    for browser in [&mut here, &mut there] {
        assert_eq!(record(browser, "040613748").await["bank"]["name"], "ПАО \"ПРИМЕР-БАНК\"");
    }
    import(&mut here, changed(&[(name, "ПАО &quot;НОВОЕ ИМЯ&quot;"), ("2026-11-23", "2026-11-24")])).await.is(303);
    for browser in [&mut here, &mut there] {
        let bank = record(browser, "040613748").await;
        assert_eq!((&bank["bank"]["name"], &bank["business_day"]), (&json!("ПАО \"НОВОЕ ИМЯ\""), &json!("2026-11-24")));
        assert_eq!(found(browser, "новое имя").await, ["040613748"]);
    }
    other.store().close().await;
}

async fn two_imports_at_once_come_one_after_the_other(kontora: Kontora) {
    let (one, two) = (kontora.store(), kontora.store());
    let files = [changed(&[("ТЕСТБАНК", "ПЕРВЫЙ")]), changed(&[("ТЕСТБАНК", "ВТОРОЙ")])].map(String::into_bytes);
    let [first, second] = files;
    let (first, second) = tokio::join!(one.import_banks("1", first, false), two.import_banks("2", second, false));
    assert_eq!((first.unwrap().changed, second.unwrap().changed), (2, 2), "each found the other's or the sample");
    let names = "SELECT COUNT(*) FROM bank WHERE name LIKE '%ПЕРВЫЙ%'";
    assert!(matches!(kontora.database.number(names).await, 0 | 2), "one of them whole");
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM bank_account").await, 7);
}

async fn the_page_shows_what_is_loaded_and_every_try(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let at_first = directory(&mut operator).await;
    assert_eq!((at_first.business_day.as_deref(), at_first.entries, at_first.accounts), (Some("2026-11-23"), 8, 7));
    assert_eq!((at_first.tries.len(), &at_first.tries[0].by), (1, &None), "the demo's own");
    let page = operator.get("/support/directories?sent").await.is(200).text();
    assert!(page.contains("enctype=\"multipart/form-data\"") && page.contains("role=\"status\""));
    import(&mut operator, without("040613752")).await.is(303);
    let me = operator.call("me", json!({})).await.ok();
    for _ in 0..21 {
        import(&mut operator, "").await.is(422);
    }
    let after = directory(&mut operator).await;
    assert_eq!((after.entries, after.tries.len()), (7, 20), "the latest are shown");
    assert_eq!(after.tries[0].by.as_deref(), me["full_name"].as_str());
    assert!(after.tries.is_sorted_by_key(|attempt| -attempt.number));
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM bank_import").await, 23);
    let gone = kontora.database.number("SELECT gone FROM bank_import WHERE number = 2").await;
    assert_eq!(gone, 1);
}

/// As large as the real one; how long it takes is printed with `--nocapture`.
async fn a_large_directory_is_imported(kontora: Kontora) {
    let entry = SAMPLE.lines().find(|line| line.contains("BIC=\"040613746\"")).unwrap();
    let many =
        (0..1500).map(|number| entry.replace("Entry BIC=\"040613746\"", &format!("Entry BIC=\"04062{number:04}\"")));
    let many = many.collect::<Vec<_>>().join("\n");
    let file = SAMPLE.replace("</ED807>", &format!("{many}</ED807>")).into_bytes();
    let begun = std::time::Instant::now();
    let report = kontora.store().import_banks("large.xml", file, false).await.unwrap();
    eprintln!("1,500 banks on {:?}: {} ms", kontora.database.engine, begun.elapsed().as_millis());
    assert_eq!((report.added, report.entries, report.accounts), (1500, 1508, 1507));
    let mut affiliate = kontora.signed_in("affiliate").await;
    assert_eq!(found(&mut affiliate, "тестбанк").await.len(), 20);
    assert_eq!(record(&mut affiliate, "040621499").await["bank"]["bic"], "040621499");
}
