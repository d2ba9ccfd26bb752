//! The audit log: what it keeps, who reads what of it, and the file that is made of it.

use serde_json::{Value, json};

use crate::companies::change;
use crate::support::{Answer, Browser, DAY, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    what_people_do_is_kept_with_who_when_and_from_where,
    what_failed_is_not_kept,
    a_request_and_what_it_brings_about_are_kept_with_both_companies,
    a_company_that_comes_to_be_is_kept_either_way,
    an_administrator_reads_what_happened_within_reach_and_nothing_else,
    an_affiliate_learns_neither_the_operator_nor_anybodys_address,
    the_log_is_narrowed_by_kind_person_company_and_day,
    the_log_comes_in_parts_without_a_gap,
    the_file_holds_what_the_page_shows_and_no_formula,
    an_entry_outlives_what_it_is_about_and_goes_after_three_years,
    the_page_tells_the_log_before_it_wakes_up,
];

async fn narrowed(browser: &mut Browser, filter: Value) -> Answer {
    browser.call("audit_events", json!({"filter": filter, "after": null})).await
}

async fn events(browser: &mut Browser, filter: Value) -> Vec<Value> {
    narrowed(browser, filter).await.ok()["events"].as_array().unwrap().clone()
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

async fn operator(kontora: &Kontora) -> Browser {
    kontora.signed_in("operator").await
}

async fn what_people_do_is_kept_with_who_when_and_from_where(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let me = affiliate.call("me", json!({})).await.ok();
    kontora.pass(MINUTE);
    change(&mut affiliate, demo::AFFILIATE, json!({"name": "Другая"})).await.ok();
    kontora.pass(MINUTE);
    let fields = json!({"full_name": "Анна Новая", "email": "anna@new.test"});
    affiliate.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await.ok();
    kontora.pass(MINUTE);
    affiliate.call("sign_out", json!({})).await.ok();
    kontora.pass(MINUTE);
    let token = kontora.letter_to("anna@new.test").await.token();
    let fields = json!({"token": token, "password": "три тихие гавани"});
    kontora.browser().call("set_password", json!({"fields": fields})).await.ok();

    let log = events(&mut operator(&kontora).await, json!({"company": demo::AFFILIATE.to_string()})).await;
    let [first, second] = &log[..2] else { panic!("{log:?}") };
    let mut hers = [first["kind"].as_str().unwrap(), second["kind"].as_str().unwrap()];
    hers.sort_unstable();
    assert_eq!(hers, ["password_set", "signed_in"]);
    assert_eq!(kinds(&log[2..]), ["signed_out", "user_registered", "company_saved", "signed_in"]);
    for event in &log[2..] {
        assert_eq!((&event["by"]["name"], &event["by"]["key"]), (&me["full_name"], &json!(me["id"].to_string())));
        assert_eq!(event["address"], affiliate.address.to_string());
        assert_eq!(event["request_id"].as_str().unwrap().len(), 16);
    }
    assert_eq!((&log[3]["object"], &log[3]["new"]), (&json!("anna@new.test"), &json!("administrator")));
    assert_eq!(log[2]["at"].as_i64().unwrap() - log[3]["at"].as_i64().unwrap(), MINUTE);
    let whole = format!("{log:?}");
    assert!(!whole.contains(&token) && !whole.contains("гавани"), "{whole}");
}

async fn what_failed_is_not_kept(kontora: Kontora) {
    let before = kontora.database.number("SELECT COUNT(*) FROM audit_event").await;
    kontora.browser().sign_in("reseller@demo.test", "wrong").await.is(422);
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::NEW_WAYS, json!({"credit_limit": "1.00"})).await.is(403);
    change(&mut reseller, demo::NEW_WAYS, json!({"email": "nobody"})).await.is(422);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM audit_event").await, before + 1, "the one sign-in");
}

async fn a_request_and_what_it_brings_about_are_kept_with_both_companies(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut requests = Vec::new();
    for company in demo::OTHER_SINGLES {
        let fields = json!({"reseller_id": demo::NEW_WAYS.to_string(), "company_id": company.to_string()});
        requests.push(reseller.call("request_attachment", json!({"fields": fields})).await.ok());
    }
    let mut operator = operator(&kontora).await;
    operator.call("complete_request", json!({"id": requests[0]})).await.ok();
    operator.call("complete_request", json!({"id": requests[0]})).await.ok();
    operator.call("decline_request", json!({"id": requests[1], "reason": "=No contract"})).await.ok();
    let attached = events(&mut operator, json!({"kind": "company_attached"})).await;
    assert_eq!(attached.len(), 1);
    assert_eq!(
        (&attached[0]["company_id"], &attached[0]["new"]),
        (&json!(demo::OTHER_SINGLES[0]), &json!("New ways partner"))
    );
    assert_eq!(events(&mut operator, json!({"kind": "request_made"})).await.len(), requests.len());
    let completed = events(&mut operator, json!({"kind": "request_completed"})).await;
    assert_eq!(completed.len(), 1, "completing twice is completing once");
    assert_eq!(
        (&completed[0]["company_id"], &completed[0]["object"]),
        (&json!(demo::NEW_WAYS), &json!(requests[0].to_string()))
    );
    assert_eq!(events(&mut operator, json!({"kind": "request_declined"})).await[0]["reason"], "=No contract");
}

async fn a_company_that_comes_to_be_is_kept_either_way(kontora: Kontora) {
    let mut operator = operator(&kontora).await;
    let fields = json!({
        "name": "Новая", "email": "info@new.test", "kind": "reseller", "slug": "newest",
        "admin_name": "Анна Новая", "admin_email": "admin@new.test", "letter_to": "admin",
    });
    let id = operator.call("add_company", json!({"fields": fields})).await.ok();
    let added = events(&mut operator, json!({"kind": "company_added"})).await;
    assert_eq!((&added[0]["company_id"], &added[0]["new"]), (&id, &json!("reseller")));
    let fields = json!({
        "name": "Сама", "full_name": "Борис Сам", "email": "boris@new.test", "phone": "+7 900 000-00-01",
        "time_zone": "Europe/Moscow", "terms": "on", "personal_data": "on",
    });
    kontora.browser_at("newways").call("register", json!({"fields": fields})).await.ok();
    let registered = events(&mut operator, json!({"kind": "company_registered"})).await;
    assert_eq!((&registered[0]["company"], &registered[0]["by"]["name"]), (&json!("Сама"), &json!("Борис Сам")));
}

async fn an_administrator_reads_what_happened_within_reach_and_nothing_else(kontora: Kontora) {
    for who in ["reseller", "affiliate", "sibir", "single", "operator"] {
        kontora.signed_in(who).await;
    }
    let of = async |who: &str| {
        let log = events(&mut kontora.signed_in(who).await, json!({})).await;
        let mut companies: Vec<i64> = log.iter().map(|event| event["company_id"].as_i64().unwrap()).collect();
        companies.sort_unstable();
        companies.dedup();
        companies
    };
    assert_eq!(of("reseller").await, [demo::NEW_WAYS, demo::AFFILIATE]);
    assert_eq!(of("affiliate").await, [demo::AFFILIATE]);
    assert_eq!(of("single").await, [demo::SINGLE]);
    assert_eq!(of("operator").await, [demo::PLATFORM, demo::NEW_WAYS, demo::AFFILIATE, demo::SIBIR, demo::SINGLE]);
    let mut affiliate = kontora.signed_in("affiliate").await;
    for filter in [json!({"company": demo::NEW_WAYS.to_string()}), json!({"person": "reseller@demo.test"})] {
        assert_eq!(events(&mut affiliate, filter).await, Vec::<Value>::new());
    }
    let mut chat = kontora.signed_in("chat").await;
    narrowed(&mut chat, json!({})).await.refuses("see_companies");
    chat.get("/api/audit.csv").await.refuses("see_companies");
}

async fn an_affiliate_learns_neither_the_operator_nor_anybodys_address(kontora: Kontora) {
    let (mut operator, mut reseller) = (operator(&kontora).await, kontora.signed_in("reseller").await);
    change(&mut operator, demo::AFFILIATE, json!({"name": "Первая"})).await.ok();
    change(&mut reseller, demo::AFFILIATE, json!({"name": "Вторая"})).await.ok();
    let mut affiliate = kontora.signed_in("affiliate").await;
    let answer = narrowed(&mut affiliate, json!({"kind": "company_saved"})).await;
    let log = answer.ok()["events"].as_array().unwrap().clone();
    let sides: Vec<&str> = log.iter().map(|event| event["by"]["side"].as_str().unwrap()).collect();
    assert_eq!(sides.len(), 2);
    assert!(sides.contains(&"platform") && sides.contains(&"reseller"), "{sides:?}");
    let name = operator.call("me", json!({})).await.ok()["full_name"].as_str().unwrap().to_owned();
    for secret in [name, operator.address.to_string(), reseller.address.to_string()] {
        assert!(!answer.text().contains(&secret), "{secret}: {}", answer.text());
    }
    let id = operator.call("me", json!({})).await.ok()["id"].to_string();
    for person in [id.as_str(), "operator@demo.test"] {
        assert_eq!(
            events(&mut affiliate, json!({"person": person})).await,
            Vec::<Value>::new(),
            "not found by {person}"
        );
    }
}

async fn the_log_is_narrowed_by_kind_person_company_and_day(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    change(&mut affiliate, demo::AFFILIATE, json!({"name": "Первая"})).await.ok();
    kontora.pass(3 * DAY);
    let mut operator = operator(&kontora).await;
    let mut count = async |filter: Value| events(&mut operator, filter).await.len();
    assert_eq!(count(json!({})).await, 3);
    assert_eq!(count(json!({"kind": "company_saved"})).await, 1);
    assert_eq!(count(json!({"person": " Affiliate@Demo.test "})).await, 2);
    assert_eq!(count(json!({"company": "1"})).await, 1);
    let day =
        |at: i64| jiff::Timestamp::from_millisecond(at).unwrap().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    assert_eq!(count(json!({"from": day(kontora.now() - DAY).to_string()})).await, 1);
    assert_eq!(count(json!({"until": day(kontora.now() - 2 * DAY).to_string()})).await, 2);
    let wrong = json!({"kind": "x", "person": "Anna", "company": "-", "from": "x", "until": "2026-02-30", "q": "1"});
    let problems = narrowed(&mut operator, wrong).await.problems();
    assert_eq!(problems.as_object().unwrap().len(), 6, "{problems}");
}

async fn the_log_comes_in_parts_without_a_gap(kontora: Kontora) {
    let mut operator = operator(&kontora).await;
    // Many of them at the same moment.
    for number in 0..120 {
        change(&mut operator, demo::SINGLE, json!({"name": format!("Имя {number}")})).await.ok();
        kontora.pass(i64::from(number % 3 == 0));
    }
    let mut versions = Vec::new();
    let mut after = Value::Null;
    for length in [100, 20] {
        let filter = json!({"kind": "company_saved"});
        let part = operator.call("audit_events", json!({"filter": filter, "after": after})).await.ok();
        let events = part["events"].as_array().unwrap();
        assert_eq!(events.len(), length);
        versions.extend(events.iter().map(|event| event["object"].as_str().unwrap().parse::<i64>().unwrap()));
        after = part["next"].clone();
    }
    assert_eq!(after, Value::Null);
    versions.sort_unstable();
    assert_eq!(versions, (2..122).collect::<Vec<_>>());
}

async fn the_file_holds_what_the_page_shows_and_no_formula(kontora: Kontora) {
    let mut operator = operator(&kontora).await;
    change(&mut operator, demo::SINGLE, json!({"name": "=HYPERLINK(\"http://a.test\")"})).await.ok();
    let file = operator.get("/api/audit.csv?kind=company_saved&person=").await;
    assert_eq!(file.is(200).header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"audit.csv\"");
    assert_eq!(file.header("cache-control"), "no-store");
    let text = file.text();
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].contains("\"Time\",\"Event\",\"Who\""), "{text}");
    assert!(lines[1].contains("\"'=HYPERLINK(\"\"http://a.test\"\")\""), "{text}");
    operator.get("/api/audit.csv?kind=nothing").await.is(422);
    kontora.browser().get("/api/audit.csv").await.is(401);
    operator.call("choose_language", json!({"lang": "ru"})).await.ok();
    assert!(operator.get("/api/audit.csv").await.text().contains("\"Время\";\"Событие\""));
}

async fn an_entry_outlives_what_it_is_about_and_goes_after_three_years(kontora: Kontora) {
    let fields = json!({
        "name": "Сама", "full_name": "Борис Сам", "email": "boris@new.test", "phone": "+7 900 000-00-01",
        "time_zone": "Europe/Moscow", "terms": "on", "personal_data": "on",
    });
    kontora.browser_at("newways").call("register", json!({"fields": fields})).await.ok();
    kontora.pass(8 * DAY);
    kontora.store().tidy().await.unwrap();
    let registered = events(&mut operator(&kontora).await, json!({"kind": "company_registered"})).await;
    assert_eq!((&registered[0]["company"], &registered[0]["by"]["name"]), (&Value::Null, &json!("Борис Сам")));
    kontora.pass((3 * 365 - 8) * DAY);
    kontora.store().tidy().await.unwrap();
    assert_eq!(events(&mut operator(&kontora).await, json!({"kind": "company_registered"})).await, Vec::<Value>::new());
}

async fn the_page_tells_the_log_before_it_wakes_up(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    change(&mut affiliate, demo::AFFILIATE, json!({"name": "Первая"})).await.ok();
    let page = affiliate.get("/support/audit").await.is(200).text();
    for words in ["Audit log", "Signed in", "Company changed", "href=\"/companies/3/history\"", "/api/audit.csv"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let page = affiliate.get("/support/audit?kind=signed_in").await.is(200).text();
    assert!(!page.contains("version 2") && page.contains("/api/audit.csv?kind=signed_in"), "{page}");
    assert!(affiliate.get("/support").await.is(200).text().contains("href=\"/support/audit\""));
}
