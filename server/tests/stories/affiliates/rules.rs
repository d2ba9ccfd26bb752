//! What a registration refuses, and where there is none.

use serde_json::{Value, json};

use super::{entry, is_listed, register};
use crate::support::{Kontora, stories};

stories![
    Demo;
    every_refusal_names_its_field,
    everything_wrong_is_told_at_once,
    rights_cannot_be_typed_in,
    robots_are_dropped_without_a_word,
    without_a_zone_it_is_moscow,
    the_main_host_and_unknown_hosts_are_alike,
];

async fn every_refusal_names_its_field(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    let cases: [(&str, &str, Value); 14] = [
        ("name", "", json!("required")),
        ("name", "...", json!("only_punctuation")),
        ("inn", "0017000017", json!({"inn_control": {"expected": "6"}})),
        ("inn", "12", json!({"inn_length": {"digits": 2}})),
        ("full_name", " ", json!("required")),
        ("email", "", json!("required")),
        ("email", "anna", json!("email_no_at")),
        ("phone", "", json!("required")),
        ("phone", "345-67-89", json!("phone_no_country_code")),
        ("time_zone", "Mars/Base", json!("unknown_zone")),
        ("terms", "", json!("consent_required")),
        ("terms", "false", json!("consent_required")),
        ("personal_data", "", json!("consent_required")),
        ("personal_data", "0", json!("consent_required")),
    ];
    for (field, typed, problem) in cases {
        let problems = register(&mut browser, json!({field: typed})).await.problems();
        assert_eq!(problems, json!({field: [problem]}), "{field}: {typed}");
    }
    assert!(kontora.letters().await.is_empty());
}

async fn everything_wrong_is_told_at_once(kontora: Kontora) {
    let problems = kontora.browser_at("newways").call("register", json!({"fields": {}})).await.problems();
    let fields: Vec<&String> = problems.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["email", "full_name", "name", "personal_data", "phone", "terms"]);
}

async fn rights_cannot_be_typed_in(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    for field in
        ["credit_limit", "notification_threshold", "reseller_id", "kind", "slug", "role", "max_dialogs", "confirmed_at"]
    {
        let problems = register(&mut browser, json!({field: "1"})).await.problems();
        assert_eq!(problems, json!({field: ["unknown_field"]}));
        let form = browser.submit("/register/", &as_form(json!({field: "1"}))).await;
        form.is(422);
    }
    assert!(!is_listed(&kontora, "operator", "Ромашка").await);
}

fn as_form(changes: Value) -> Vec<(&'static str, &'static str)> {
    let entry = entry(changes);
    let leak = |text: &str| -> &'static str { text.to_owned().leak() };
    entry["fields"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (leak(name), leak(value.as_str().unwrap())))
        .collect()
}

async fn robots_are_dropped_without_a_word(kontora: Kontora) {
    let human = register(&mut kontora.browser_at("newways"), json!({})).await;
    kontora.letters().await;
    let changes = json!({"website": "http://spam.test", "name": "Spam", "email": "spam@new.test"});
    let robot = register(&mut kontora.browser_at("newways"), changes).await;
    assert_eq!((robot.status, &robot.body), (human.is(200).status, &human.body));
    assert!(kontora.letters().await.is_empty());
    assert!(!is_listed(&kontora, "operator", "Spam").await);
}

async fn without_a_zone_it_is_moscow(kontora: Kontora) {
    register(&mut kontora.browser_at("newways"), json!({"time_zone": ""})).await.ok();
    assert_eq!(kontora.database.text("SELECT time_zone FROM company WHERE id = 29").await, "Europe/Moscow");
}

async fn the_main_host_and_unknown_hosts_are_alike(kontora: Kontora) {
    let mut pages = Vec::new();
    let mut calls = Vec::new();
    for mut browser in [kontora.browser(), kontora.browser_at("nosuch"), kontora.browser_at("www")] {
        let page = browser.get("/register/").await;
        page.is(404);
        let nonce = page.header("content-security-policy").split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
        pages.push(page.text().replace(nonce, "").replace(&browser.host, "HOST"));
        calls.push(browser.call("registrar", json!({})).await.status);
    }
    assert_eq!((&pages[0], &pages[1]), (&pages[1], &pages[2]));
    // A write to a host that is nobody's does not come from one of our pages.
    assert_eq!(calls, [404, 403, 403]);
    register(&mut kontora.browser(), json!({})).await.is(404);
    register(&mut kontora.browser_at("nosuch"), json!({})).await.is(403);
}
