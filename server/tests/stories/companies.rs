//! The list of companies and the edit dialog: who sees what, and what becomes of a save.

mod conflicts;
mod fields;
mod kind_change;
mod new_company;
mod parallel;
mod search;
mod standing;

use app::companies::list::{CompanyList, Row};
use axum::http::header::IF_NONE_MATCH;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_reseller_sees_itself_and_its_affiliates_only,
    an_affiliate_and_a_company_that_stands_alone_see_one_row,
    the_operator_sees_every_company,
    a_chat_operator_is_shown_no_companies,
    a_list_that_has_not_changed_is_not_sent_again,
    a_search_finds_within_ones_own_list_only,
    the_address_orders_the_list_by_amount_and_not_by_text,
    the_own_dialog_has_no_credit_fields_and_an_affiliates_has_both,
    the_dialog_lists_administrators_and_no_chat_operators,
    an_affiliate_may_not_change_its_credit_limit_and_nothing_else_of_that_request_is_saved,
    even_an_unchanged_credit_limit_is_refused_to_its_own_company,
    a_reseller_may_not_change_its_own_credit_limit_but_the_operator_may,
    a_field_that_nobody_knows_is_refused_by_name_and_nothing_is_saved,
    what_is_sent_beside_the_changes_is_refused_by_name_and_nothing_is_saved,
    the_own_name_changes_in_the_account_region_at_once,
    an_affiliate_that_switches_compliance_off_is_reported_to_its_reseller,
    a_reseller_that_switches_an_affiliates_compliance_off_writes_to_nobody,
];

/// The list that the page downloads.
pub async fn list(browser: &mut Browser) -> CompanyList {
    let answer = browser.get("/api/companies.bin").await;
    CompanyList::decode(&answer.is(200).body).unwrap()
}

pub fn row(list: &CompanyList, id: i64) -> Row<'_> {
    list.rows().find(|row| row.id().value() == id).unwrap_or_else(|| panic!("no company {id} in the list"))
}

/// The dialog's record.
pub async fn open(browser: &mut Browser, id: i64) -> Value {
    browser.call("company", json!({"id": id})).await.ok()
}

/// Saves as the dialog does: the changed fields, on the version that it opened with.
pub async fn save(browser: &mut Browser, opened: &Value, changes: Value) -> Answer {
    let body = json!({"id": opened["id"], "version": opened["version"], "changes": changes});
    browser.call("save_company", body).await
}

/// Opens and saves at once.
pub async fn change(browser: &mut Browser, id: i64, changes: Value) -> Answer {
    let opened = open(browser, id).await;
    save(browser, &opened, changes).await
}

async fn ids(browser: &mut Browser) -> Vec<i64> {
    let mut ids: Vec<i64> = list(browser).await.rows().map(|row| row.id().value()).collect();
    ids.sort_unstable();
    ids
}

async fn a_reseller_sees_itself_and_its_affiliates_only(kontora: Kontora) {
    let new_ways: Vec<i64> = (demo::NEW_WAYS..=demo::LAST_AFFILIATE).collect();
    let sibir: Vec<i64> = (demo::SIBIR..=demo::LAST_SIBIR_AFFILIATE).collect();
    assert_eq!(ids(&mut kontora.signed_in("reseller").await).await, new_ways);
    assert_eq!(ids(&mut kontora.signed_in("sibir").await).await, sibir);
}

async fn an_affiliate_and_a_company_that_stands_alone_see_one_row(kontora: Kontora) {
    assert_eq!(ids(&mut kontora.signed_in("affiliate").await).await, [demo::AFFILIATE]);
    assert_eq!(ids(&mut kontora.signed_in("single").await).await, [demo::SINGLE]);
}

async fn the_operator_sees_every_company(kontora: Kontora) {
    let all: Vec<i64> = (demo::PLATFORM..demo::NOBODY).collect();
    assert_eq!(ids(&mut kontora.signed_in("operator").await).await, all);
}

async fn a_chat_operator_is_shown_no_companies(kontora: Kontora) {
    let mut chat = kontora.signed_in("chat").await;
    let page = chat.get("/companies").await;
    assert!(!page.is(403).text().contains("New ways company"));
    chat.get("/api/companies.bin").await.refuses("see_companies");
    let profile = chat.get("/profile").await.is(200).text();
    let menu = profile.split("<nav").nth(1).unwrap().split("</nav>").next().unwrap();
    assert!(!menu.contains("Companies") && !menu.contains("Support"), "{menu}");
}

async fn a_list_that_has_not_changed_is_not_sent_again(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let version = reseller.get("/api/companies.bin").await.is(200).header("etag").to_owned();
    assert_eq!(ask_again(&reseller, &version).await.is(304).body.len(), 0);

    change(&mut kontora.signed_in("sibir").await, demo::SIBIR_AFFILIATE, json!({"name": "Elsewhere"})).await.ok();
    ask_again(&reseller, &version).await.is(304);
    change(&mut kontora.signed_in("affiliate").await, demo::AFFILIATE, json!({"name": "Переименована"})).await.ok();
    let changed = ask_again(&reseller, &version).await;
    let list = CompanyList::decode(&changed.is(200).body).unwrap();
    assert_eq!(row(&list, demo::AFFILIATE).name(), "Переименована");
}

async fn ask_again(browser: &Browser, version: &str) -> Answer {
    browser.sending(IF_NONE_MATCH, version).get("/api/companies.bin").await
}

async fn view(browser: &mut Browser, query: &str) -> Value {
    browser.call("companies_view", json!({"query": query, "sort": null})).await.ok()
}

async fn a_search_finds_within_ones_own_list_only(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for query in ["new ways company", "WAYS comp", "0017000016", "+7 (912)"] {
        let found = view(&mut reseller, query).await;
        assert_eq!(found["summary"]["total"], 13, "{query}");
    }
    assert_eq!(view(&mut reseller, "new ways comp").await["summary"]["shown"], 1);
    assert_eq!(view(&mut reseller, "sibir connect").await["summary"]["shown"], 0);
    let page = reseller.get("/companies?q=new%20ways%20comp").await.is(200).text();
    assert!(page.contains("<mark>") && page.contains("1 of 13 companies"), "{page}");
}

async fn the_address_orders_the_list_by_amount_and_not_by_text(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let page = reseller.get("/companies?sort=-balance").await.is(200).text();
    let list = list(&mut reseller).await;
    let mut rows: Vec<Row<'_>> = list.rows().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.numbers().balance));
    let shown = |row: &Row<'_>| page.find(&format!("href=\"/companies/{}/employees", row.id())).unwrap();
    assert!(rows.iter().map(shown).is_sorted(), "{page}");
    assert!(page.contains("aria-sort=\"descending\""), "{page}");
}

async fn the_own_dialog_has_no_credit_fields_and_an_affiliates_has_both(kontora: Kontora) {
    let cases = [
        ("reseller", demo::NEW_WAYS, false),
        ("reseller", demo::AFFILIATE, true),
        ("affiliate", demo::AFFILIATE, false),
        ("single", demo::SINGLE, false),
        ("operator", demo::PLATFORM, false),
        ("operator", demo::NEW_WAYS, true),
        ("operator", demo::SINGLE, true),
    ];
    for (who, id, has_credit) in cases {
        let record = open(&mut kontora.signed_in(who).await, id).await;
        for field in ["credit_limit", "notification_threshold"] {
            assert_eq!(record["fields"].get(field).is_some(), has_credit, "{field} of {id} for {who}");
        }
        assert_eq!(record["fields"].as_object().unwrap().len(), if has_credit { 18 } else { 16 });
    }
}

async fn the_dialog_lists_administrators_and_no_chat_operators(kontora: Kontora) {
    let record = open(&mut kontora.signed_in("reseller").await, demo::NEW_WAYS).await;
    let emails: Vec<&str> =
        record["administrators"].as_array().unwrap().iter().map(|person| person["email"].as_str().unwrap()).collect();
    assert!(emails.contains(&"reseller@demo.test") && !emails.contains(&"chat@demo.test"), "{emails:?}");
}

async fn an_affiliate_may_not_change_its_credit_limit_and_nothing_else_of_that_request_is_saved(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let before = open(&mut affiliate, demo::AFFILIATE).await;
    for field in ["credit_limit", "notification_threshold"] {
        let refused = save(&mut affiliate, &before, json!({"name": "Other", field: "1000000.00"})).await;
        refused.refuses(field);
    }
    assert_eq!(open(&mut affiliate, demo::AFFILIATE).await, before);
}

async fn what_is_sent_beside_the_changes_is_refused_by_name_and_nothing_is_saved(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let before = open(&mut affiliate, demo::AFFILIATE).await;
    let body = json!({"id": demo::AFFILIATE, "version": before["version"], "changes": {"name": "Other"}, "seen": null});
    let mut beside = body.clone();
    beside["credit_limit"] = json!("1000000.00");
    let refused = affiliate.call("save_company", beside).await;
    assert_eq!(refused.problems(), json!({"credit_limit": ["unknown_field"], "form": ["unknown_field"]}));
    assert_eq!(open(&mut affiliate, demo::AFFILIATE).await, before);
    affiliate.call("save_company", body).await.ok();
}

async fn even_an_unchanged_credit_limit_is_refused_to_its_own_company(kontora: Kontora) {
    let seen = open(&mut kontora.signed_in("reseller").await, demo::AFFILIATE).await;
    let changes = json!({"credit_limit": seen["fields"]["credit_limit"]});
    save(&mut kontora.signed_in("affiliate").await, &seen, changes).await.refuses("credit_limit");
}

async fn a_reseller_may_not_change_its_own_credit_limit_but_the_operator_may(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::NEW_WAYS, json!({"credit_limit": "1.00"})).await.refuses("credit_limit");
    let mut operator = kontora.signed_in("operator").await;
    change(&mut operator, demo::PLATFORM, json!({"credit_limit": "1.00"})).await.refuses("credit_limit");
    change(&mut operator, demo::NEW_WAYS, json!({"credit_limit": "7000,5"})).await.ok();
    assert_eq!(row(&list(&mut reseller).await, demo::NEW_WAYS).numbers().credit_limit.to_string(), "7000.50");
}

async fn a_field_that_nobody_knows_is_refused_by_name_and_nothing_is_saved(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = open(&mut reseller, demo::AFFILIATE).await;
    for field in ["balance", "kind", "reseller_id", "version", "slug", "Name", "name "] {
        let refused = save(&mut reseller, &before, json!({"name": "Other", field: "1"})).await;
        assert_eq!(refused.problems(), json!({field: ["unknown_field"]}));
    }
    assert_eq!(open(&mut reseller, demo::AFFILIATE).await, before);
}

async fn the_own_name_changes_in_the_account_region_at_once(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let saved = change(&mut affiliate, demo::AFFILIATE, json!({"name": "  Новое \u{a0} имя "})).await.ok();
    assert_eq!(saved["form"]["fields"]["name"], "Новое имя");
    assert_eq!(affiliate.call("me", json!({})).await.ok()["company_name"], "Новое имя");
    assert!(affiliate.get("/profile").await.is(200).text().contains("Новое имя"));
}

async fn an_affiliate_that_switches_compliance_off_is_reported_to_its_reseller(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    change(&mut affiliate, demo::AFFILIATE, json!({"comply_230fz": "true"})).await.ok();
    assert!(kontora.letters().await.is_empty());
    kontora.pass(MINUTE);
    change(&mut affiliate, demo::AFFILIATE, json!({"comply_230fz": "false"})).await.ok();
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert!(letter.subject.ends_with(": 230-FZ compliance switched off"), "{letter:?}");
    change(&mut affiliate, demo::AFFILIATE, json!({"comply_230fz": "false"})).await.ok();
    assert!(kontora.letters().await.is_empty(), "nothing was switched");
}

async fn a_reseller_that_switches_an_affiliates_compliance_off_writes_to_nobody(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::AFFILIATE, json!({"comply_230fz": "true"})).await.ok();
    change(&mut reseller, demo::AFFILIATE, json!({"comply_230fz": "false"})).await.ok();
    assert!(kontora.letters().await.is_empty());
}
