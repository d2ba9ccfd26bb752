//! What was changed, by whom and from what: the timeline of a company, and the way back.

mod undo;

use serde_json::{Value, json};

use crate::companies::{change, open};
use crate::support::{Answer, Browser, DAY, Kontora, demo, stories};

stories![
    Demo;
    a_save_keeps_who_made_it_from_which_side_and_address_and_in_which_request,
    every_field_of_a_save_is_told_with_old_and_new_value_the_newest_first,
    an_affiliate_sees_what_its_reseller_and_the_platform_changed_in_it,
    an_affiliate_never_sees_what_was_changed_elsewhere,
    operators_cannot_be_told_apart_by_their_ids,
    credit_is_told_to_whoever_may_see_it_only,
    the_timeline_is_narrowed_by_field_person_and_day,
    a_filter_that_makes_no_sense_is_refused_at_its_field,
    the_timeline_comes_in_parts_without_a_gap,
    an_earlier_value_is_restored_by_a_save_with_the_dialogs_rules,
    a_value_that_no_longer_passes_its_check_is_not_restored,
    older_saves_without_a_side_are_told_by_the_company_of_their_author,
    the_page_tells_the_timeline_before_it_wakes_up,
];

/// The first part of a company's timeline.
pub async fn timeline(browser: &mut Browser, company: i64) -> Value {
    narrowed(browser, company, json!({})).await.ok()
}

async fn narrowed(browser: &mut Browser, company: i64, filter: Value) -> Answer {
    browser.call("company_history", json!({"company": company, "filter": filter, "before": null})).await
}

/// Saves and gives back the version that was written.
pub async fn saved(browser: &mut Browser, company: i64, changes: Value) -> Value {
    let saved = change(browser, company, changes).await.ok();
    assert_ne!(saved["written"], Value::Null, "nothing was changed: {saved}");
    saved["written"].clone()
}

fn fields(save: &Value) -> Vec<&str> {
    save["changes"].as_array().unwrap().iter().map(|change| change["field"].as_str().unwrap()).collect()
}

fn names(history: &Value) -> Vec<&str> {
    let saves = history["saves"].as_array().unwrap();
    saves.iter().map(|save| save["by"]["name"].as_str().unwrap_or("platform")).collect()
}

async fn a_save_keeps_who_made_it_from_which_side_and_address_and_in_which_request(kontora: Kontora) {
    for (who, side) in [("affiliate", "company"), ("reseller", "reseller"), ("operator", "platform")] {
        let mut browser = kontora.signed_in(who).await;
        saved(&mut browser, demo::AFFILIATE, json!({"name": format!("By {who}"), "phone": ""})).await;
        let last = "SELECT side || ' ' || address FROM company_edit WHERE field = 'name' ORDER BY version DESC LIMIT 1";
        assert_eq!(kontora.database.text(last).await, format!("{side} {}", browser.address));
    }
    let requests = "SELECT COUNT(DISTINCT request_id) FROM company_edit WHERE LENGTH(request_id) = 16";
    assert_eq!(kontora.database.number(requests).await, 3, "one for each save");
}

async fn every_field_of_a_save_is_told_with_old_and_new_value_the_newest_first(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = open(&mut reseller, demo::AFFILIATE).await;
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая", "credit_limit": "1 234,5"})).await;
    kontora.pass(DAY);
    let mut reseller = kontora.signed_in("reseller").await;
    let version = saved(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await;
    let history = timeline(&mut reseller, demo::AFFILIATE).await;
    let [second, first] = &history["saves"].as_array().unwrap()[..] else { panic!("{history}") };
    assert_eq!((&second["version"], &second["at"]), (&version, &json!(kontora.now())));
    assert_eq!(second["changes"], json!([{"field": "name", "old": "Первая", "new": "Вторая"}]));
    assert_eq!(
        first["changes"],
        json!([
            {"field": "name", "old": before["fields"]["name"], "new": "Первая"},
            {"field": "credit_limit", "old": before["fields"]["credit_limit"], "new": "1234.50"},
        ])
    );
    assert_eq!((&second["can_undo"], &first["can_undo"]), (&json!(true), &json!(false)), "a day later it is too late");
    assert_eq!(history["current"]["name"], "Вторая");
    assert_eq!(history["version"], version);
}

async fn an_affiliate_sees_what_its_reseller_and_the_platform_changed_in_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut operator = kontora.signed_in("operator").await;
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Первая"})).await;
    saved(&mut operator, demo::AFFILIATE, json!({"name": "Вторая"})).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let history = timeline(&mut affiliate, demo::AFFILIATE).await;
    let [by_platform, by_reseller] = &history["saves"].as_array().unwrap()[..] else { panic!("{history}") };
    let name = reseller.call("me", json!({})).await.ok()["full_name"].clone();
    assert_eq!(by_reseller["by"]["side"], "reseller");
    assert_eq!((&by_reseller["by"]["name"], &by_reseller["by"]["company"]), (&name, &json!("New ways partner")));
    assert_eq!((&by_platform["by"]["side"], &by_platform["by"]["name"]), (&json!("platform"), &Value::Null));
    let of_platform = narrowed(&mut affiliate, demo::AFFILIATE, json!({"person": "platform"})).await.ok();
    assert_eq!(of_platform["saves"].as_array().unwrap().len(), 1);
    let operators = operator.call("me", json!({})).await.ok()["full_name"].clone();
    assert!(!history.to_string().contains(operators.as_str().unwrap()), "{history}");
    assert_eq!(timeline(&mut operator, demo::AFFILIATE).await["saves"][0]["by"]["name"], operators);
}

async fn an_affiliate_never_sees_what_was_changed_elsewhere(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for company in [demo::NEW_WAYS, demo::SIBLING] {
        saved(&mut reseller, company, json!({"name": "Чужая тайна"})).await;
    }
    let mut affiliate = kontora.signed_in("affiliate").await;
    let own = timeline(&mut affiliate, demo::AFFILIATE).await;
    assert_eq!(own["saves"], json!([]));
    for company in [demo::NEW_WAYS, demo::SIBLING, demo::SIBIR_AFFILIATE, demo::NOBODY] {
        narrowed(&mut affiliate, company, json!({})).await.is(404);
        let page = affiliate.get(&format!("/companies/{company}/history")).await;
        assert!(!page.is(404).text().contains("Чужая тайна"));
    }
}

async fn credit_is_told_to_whoever_may_see_it_only(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let both = json!({"name": "Первая", "notification_threshold": "-123.45"});
    saved(&mut reseller, demo::AFFILIATE, both).await;
    saved(&mut reseller, demo::AFFILIATE, json!({"notification_threshold": "-99.5"})).await;
    let seen = timeline(&mut reseller, demo::AFFILIATE).await;
    assert_eq!(fields(&seen["saves"][0]), ["notification_threshold"]);
    let mut affiliate = kontora.signed_in("affiliate").await;
    for filter in [json!({}), json!({"field": "notification_threshold"})] {
        let answer = narrowed(&mut affiliate, demo::AFFILIATE, filter).await;
        answer.is(200);
        for secret in ["notification_threshold", "-123.45", "-99.5"] {
            assert!(!answer.text().contains(secret), "{}", answer.text());
        }
    }
    let seen = timeline(&mut affiliate, demo::AFFILIATE).await;
    assert_eq!(fields(&seen["saves"][0]), ["name"]);
    assert_eq!(seen["saves"].as_array().unwrap().len(), 1);
    assert_eq!(seen["saves"][0]["can_undo"], false, "half of a save is not undone");
}

async fn the_timeline_is_narrowed_by_field_person_and_day(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    saved(&mut affiliate, demo::AFFILIATE, json!({"name": "Первая", "phone": ""})).await;
    kontora.pass(3 * DAY);
    let mut reseller = kontora.signed_in("reseller").await;
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await;
    let history = timeline(&mut reseller, demo::AFFILIATE).await;
    let authors = history["authors"].as_array().unwrap();
    let key = |company: &str| authors.iter().find(|author| author["company"] == company).unwrap()["key"].clone();
    let mut narrow = async |filter: Value| narrowed(&mut reseller, demo::AFFILIATE, filter).await.ok();
    assert_eq!(fields(&narrow(json!({"field": "phone"})).await["saves"][0]), ["phone"]);
    assert_eq!(narrow(json!({"field": "phone"})).await["saves"].as_array().unwrap().len(), 1);
    assert_eq!(narrow(json!({"person": key("New ways partner")})).await["saves"].as_array().unwrap().len(), 1);
    let day =
        |at: i64| jiff::Timestamp::from_millisecond(at).unwrap().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let today = day(kontora.now()).to_string();
    assert_eq!(narrow(json!({"from": today, "until": today})).await["saves"].as_array().unwrap().len(), 1);
    let earlier = day(kontora.now() - 2 * DAY).to_string();
    assert_eq!(narrow(json!({"until": earlier})).await["saves"].as_array().unwrap().len(), 1);
}

async fn a_filter_that_makes_no_sense_is_refused_at_its_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let filter = json!({"field": "balance", "person": "x", "from": "yesterday", "sort": "1"});
    let problems = narrowed(&mut reseller, demo::AFFILIATE, filter).await.problems();
    let expected = json!({"field": ["unknown_choice"], "person": ["not_an_id"], "from": ["not_a_date"], "sort": ["unknown_field"]});
    assert_eq!(problems, expected);
}

async fn the_timeline_comes_in_parts_without_a_gap(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for number in 0..53 {
        saved(
            &mut reseller,
            demo::AFFILIATE,
            json!({"name": format!("Имя {number}"), "max_dialogs": (number + 1).to_string()}),
        )
        .await;
    }
    let mut told = Vec::new();
    let mut before = Value::Null;
    for length in [50, 3] {
        let arguments = json!({"company": demo::AFFILIATE, "filter": {}, "before": before});
        let part = reseller.call("company_history", arguments).await.ok();
        let saves = part["saves"].as_array().unwrap();
        assert_eq!(saves.len(), length);
        told.extend(saves.iter().map(|save| save["changes"][0]["new"].as_str().unwrap().to_owned()));
        before = part["next"].clone();
    }
    assert_eq!(before, Value::Null);
    assert_eq!(told, (0..53).rev().map(|number| format!("Имя {number}")).collect::<Vec<_>>());
}

/// As the page does it: a save of one field, on the version that the page shows.
async fn restore(browser: &mut Browser, history: &Value, field: &str, value: &Value) -> Answer {
    let body = json!({"id": history["company_id"], "version": history["version"], "changes": {field: value}});
    browser.call("save_company", body).await
}

async fn an_earlier_value_is_restored_by_a_save_with_the_dialogs_rules(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let first = open(&mut reseller, demo::AFFILIATE).await["fields"]["name"].clone();
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await;
    saved(&mut reseller, demo::AFFILIATE, json!({"name": "Третья"})).await;
    kontora.pass(40 * DAY);
    let mut reseller = kontora.signed_in("reseller").await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let seen = timeline(&mut reseller, demo::AFFILIATE).await;
    saved(&mut affiliate, demo::AFFILIATE, json!({"name": "Четвертая"})).await;
    let conflict = restore(&mut reseller, &seen, "name", &first).await.is(409).json();
    assert_eq!(conflict["detail"]["fields"][0]["theirs"], "Четвертая");
    let seen = timeline(&mut reseller, demo::AFFILIATE).await;
    restore(&mut reseller, &seen, "name", &first).await.ok();
    assert_eq!(open(&mut reseller, demo::AFFILIATE).await["fields"]["name"], first);
    restore(&mut affiliate, &seen, "credit_limit", &json!("1.00")).await.refuses("credit_limit");
}

async fn a_value_that_no_longer_passes_its_check_is_not_restored(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    saved(&mut reseller, demo::EXAMPLE, json!({"account": ""})).await;
    let bank = json!({"bic": "040613748", "correspondent_account": "30101810900000000748"});
    saved(&mut reseller, demo::EXAMPLE, bank).await;
    let seen = timeline(&mut reseller, demo::EXAMPLE).await;
    let old = seen["saves"][1]["changes"][0]["old"].clone();
    let problems = restore(&mut reseller, &seen, "account", &old).await.problems();
    assert!(problems["account"][0]["account_key"].is_object(), "{problems}");
    let empty = "UPDATE company_edit SET old_value = 'nobody' WHERE field = 'email'";
    saved(&mut reseller, demo::EXAMPLE, json!({"email": "other@new.test"})).await;
    kontora.database.execute(empty).await.unwrap();
    let seen = timeline(&mut reseller, demo::EXAMPLE).await;
    let old = seen["saves"][0]["changes"][0]["old"].clone();
    assert_eq!(restore(&mut reseller, &seen, "email", &old).await.problems(), json!({"email": ["email_no_at"]}));
}

async fn older_saves_without_a_side_are_told_by_the_company_of_their_author(kontora: Kontora) {
    for who in ["affiliate", "reseller", "operator"] {
        let mut browser = kontora.signed_in(who).await;
        saved(&mut browser, demo::AFFILIATE, json!({"name": format!("By {who}")})).await;
    }
    let older = "UPDATE company_edit SET side = NULL, address = NULL, request_id = NULL";
    kontora.database.execute(older).await.unwrap();
    let history = timeline(&mut kontora.signed_in("affiliate").await, demo::AFFILIATE).await;
    let sides: Vec<&str> =
        history["saves"].as_array().unwrap().iter().map(|save| save["by"]["side"].as_str().unwrap()).collect();
    assert_eq!(sides, ["platform", "reseller", "company"]);
    assert_eq!(names(&history)[0], "platform");
}

async fn the_page_tells_the_timeline_before_it_wakes_up(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    saved(&mut reseller, demo::EXAMPLE, json!({"name": "Renamed", "credit_limit": "7000.5", "phone": ""})).await;
    let page = reseller.get(&format!("/companies/{}/history", demo::EXAMPLE)).await.is(200).text();
    for words in ["New ways company", "Renamed", "5,000.00", "7,000.50", "Credit limit", "Phone number"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let page = reseller.get(&format!("/companies/{}/history?field=phone", demo::EXAMPLE)).await.is(200).text();
    assert!(!page.contains("7,000.50"), "{page}");
    let page = reseller.get(&format!("/companies/{}", demo::EXAMPLE)).await.is(200).text();
    assert!(page.contains(&format!("href=\"/companies/{}/history\"", demo::EXAMPLE)), "{page}");
}

async fn operators_cannot_be_told_apart_by_their_ids(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let id = operator.call("me", json!({})).await.ok()["id"].to_string();
    change(&mut operator, demo::AFFILIATE, json!({"name": "Другая"})).await.ok();
    let by_id = |id: &str| json!({"person": id});
    let seen = narrowed(&mut kontora.signed_in("affiliate").await, demo::AFFILIATE, by_id(&id)).await.ok();
    assert_eq!(seen["saves"], json!([]));
    let seen = narrowed(&mut operator, demo::AFFILIATE, by_id(&id)).await.ok();
    assert_eq!(seen["saves"].as_array().unwrap().len(), 1);
}
