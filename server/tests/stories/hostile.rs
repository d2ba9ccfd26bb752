//! Strings meant to harm: stored and shown as the text they are, or refused clearly. Never a failure.

use serde_json::{Value, json};

use super::companies::{change, list, open, row};
use crate::support::{Answer, Browser, Kontora, demo, stories};

stories![
    Demo;
    markup_and_emoji_are_stored_as_they_are_and_shown_as_text,
    what_turns_hides_or_breaks_text_is_refused_in_every_field,
    no_field_of_any_form_can_make_the_server_fail,
    a_name_cannot_break_out_of_the_letters_it_stands_in,
    a_query_in_the_address_is_text_and_nothing_more,
];

const SCRIPT: &str = "<script>alert('1')</script> & \"O'Neil\" 100% _";

async fn markup_and_emoji_are_stored_as_they_are_and_shown_as_text(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for text in [SCRIPT, "Рога & Копыта 🦌 👨‍👩‍👧", "שלום 7", "'; DROP TABLE company; --", "{{7*7}} ${7*7} %s %n \\"]
    {
        let saved = change(&mut reseller, demo::AFFILIATE, json!({"name": text, "legal_address": text})).await.ok();
        assert_eq!(
            (&saved["form"]["fields"]["name"], &saved["form"]["fields"]["legal_address"]),
            (&json!(text), &json!(text))
        );
        assert_eq!(row(&list(&mut reseller).await, demo::AFFILIATE).name(), text);
    }
    let mut affiliate = kontora.signed_in("affiliate").await;
    for (text, tag) in [(SCRIPT, "<script>alert"), ("</title><img src=x onerror=alert(1)>", "<img src=x")] {
        change(&mut reseller, demo::AFFILIATE, json!({"name": text})).await.ok();
        for path in ["/companies", "/companies?q=alert", "/companies/3", "/companies/3/employees"] {
            let page = reseller.get(path).await.is(200).text();
            assert!(page.contains("&lt;") && !page.contains(tag), "{path}: {page}");
        }
        assert!(!affiliate.get("/profile").await.is(200).text().contains(tag));
    }
}

async fn what_turns_hides_or_breaks_text_is_refused_in_every_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let before = open(&mut reseller, demo::AFFILIATE).await;
    for field in
        ["name", "email", "bank", "legal_address", "postal_address", "phone", "inn", "max_dialogs", "time_zone"]
    {
        for hostile in ["7\0", "a\u{202e}gpj.exe", "a\u{200b}b", "\u{feff}", "a\u{2066}b", "a\u{1b}[31m"] {
            // Whoever copies a number out of a text may bring such marks along: there they are dropped.
            let answer = change(&mut reseller, demo::AFFILIATE, json!({field: hostile})).await;
            let is_number = matches!(field, "phone" | "inn");
            assert!(
                answer.status == 422 || is_number && answer.status == 200,
                "{field}: {hostile:?}: {}",
                answer.text()
            );
        }
    }
    assert_eq!(open(&mut reseller, demo::AFFILIATE).await["fields"]["name"], before["fields"]["name"]);
}

fn hostile() -> Vec<String> {
    let mut strings: Vec<String> =
        ["\0", "\u{202e}x", "🦌", "<script>", "'", "\\", "%00", "\r\nBcc: a@b.test", "\u{ffff}", "-1", "１２", "NaN"]
            .map(str::to_owned)
            .to_vec();
    strings.extend([
        "x".repeat(100_000),
        "ж".repeat(50_000),
        "9".repeat(100_000),
        "@".repeat(10_000),
        " ".repeat(100_000),
    ]);
    strings
}

async fn no_field_of_any_form_can_make_the_server_fail(kontora: Kontora) {
    let forms: [(&str, &[&str]); 7] = [
        ("sign_in", &["email", "password"]),
        ("forgot_password", &["email"]),
        ("set_password", &["token", "password"]),
        ("save_profile", &["full_name", "language"]),
        ("request_attachment", &["reseller_id", "company_id", "comment"]),
        ("add_company", &["name", "email", "kind", "slug", "admin_name", "admin_email", "letter_to"]),
        ("register", &["name", "inn", "full_name", "email", "phone", "time_zone", "terms", "personal_data", "website"]),
    ];
    for text in hostile() {
        for (function, fields) in forms {
            for field in fields {
                let mut browser = kontora.signed_in("operator").await;
                let answer = browser.call(function, json!({"fields": {*field: text}})).await;
                assert!((200..500).contains(&answer.status), "{function}.{field}: {text:.20?}: {}", answer.text());
            }
        }
        let mut reseller = kontora.signed_in("reseller").await;
        for answer in [
            with(&mut reseller, "companies_view", json!({"query": text, "sort": null})).await,
            with(&mut reseller, "look_up_inn", json!({"inn": text})).await,
            with(&mut reseller, "known_inns", json!({"inns": [text]})).await,
            with(&mut reseller, "register_user", json!({"company": 3, "fields": {"full_name": text, "email": text}}))
                .await,
            with(&mut reseller, "save_company", json!({"id": 3, "version": 1, "changes": {&text: text}})).await,
            with(&mut kontora.signed_in("operator").await, "resend_letter", json!({"id": text})).await,
            with(&mut kontora.signed_in("operator").await, "decline_request", json!({"id": 1, "reason": text})).await,
            with(&mut kontora.browser(), "link_works", json!({"token": text})).await,
        ] {
            assert!((200..500).contains(&answer.status), "{text:.20?}: {}", answer.text());
        }
    }
}

async fn with(browser: &mut Browser, function: &str, arguments: Value) -> Answer {
    browser.call(function, arguments).await
}

async fn a_name_cannot_break_out_of_the_letters_it_stands_in(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::AFFILIATE, json!({"name": SCRIPT})).await.ok();
    let fields = json!({"full_name": SCRIPT, "email": "anna@new.test"});
    reseller.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await.ok();
    let letter = kontora.letter_to("anna@new.test").await;
    assert!(letter.html.contains("&lt;script&gt;") || letter.html.contains("&#60;script&#62;"), "{}", letter.html);
    assert!(!letter.html.contains("<script>alert"), "{}", letter.html);

    let injected = "Ромашка\r\nBcc: a@b.test";
    let saved = change(&mut reseller, demo::AFFILIATE, json!({"name": injected})).await.ok();
    assert_eq!(saved["form"]["fields"]["name"], "Ромашка Bcc: a@b.test", "one line");
}

async fn a_query_in_the_address_is_text_and_nothing_more(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for query in [
        "%3Cscript%3Ealert%281%29%3C%2Fscript%3E",
        "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E",
        "%00",
        "%FF%FE",
        "%25",
        "%F0%9F%A6%8C",
        "%E2%80%AE",
    ] {
        let page = reseller.get(&format!("/companies?q={query}&sort={query}")).await;
        assert_eq!(page.status, 200, "{query}");
        let page = page.text();
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{query}");
    }
    let long = "x".repeat(10_000);
    assert!(matches!(reseller.get(&format!("/companies?q={long}")).await.status, 200 | 400 | 414));
}
