//! The gate before every door: where a write comes from, what a body may be, where a page leads to.

use axum::body::Body;
use axum::http::{HeaderName, Method};
use serde_json::json;
use tokio::task::JoinSet;

use crate::support::{Browser, Kontora, MAIN_HOST, demo, stories};

stories![
    Demo;
    a_write_from_anywhere_but_our_own_pages_is_refused,
    a_write_at_a_resellers_host_comes_from_that_very_host,
    no_write_is_let_through_without_an_origin_signed_in_or_not,
    a_forwarded_host_counts_from_a_trusted_proxy_only,
    a_forwarded_scheme_counts_from_a_trusted_proxy_only,
    behind_a_public_https_address_plain_http_between_proxies_counts_for_nothing,
    a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not,
    a_body_that_is_neither_json_nor_a_form_is_refused,
    a_server_function_takes_a_form_too_and_a_page_no_json,
    a_refusal_as_long_as_what_was_sent_is_told_whole,
    a_malformed_body_is_refused_as_such,
    a_server_function_answers_no_get,
    a_page_without_a_session_leads_to_sign_in_and_back,
    the_short_addresses_lead_where_they_should,
    an_address_that_leads_nowhere_is_a_page_with_404,
    every_answer_carries_what_keeps_other_sites_out,
    personal_data_are_kept_by_nobody_on_the_way,
    pages_made_at_the_same_moment_keep_their_titles_apart,
    the_server_says_that_it_lives_and_is_ready,
];

async fn sign_in_from(kontora: &Kontora, host: &str, origin: Option<&str>) -> u16 {
    let mut browser = kontora.browser();
    browser.host = host.to_owned();
    browser.origin = origin.map(str::to_owned);
    browser.sign_in("single@demo.test", demo::PASSWORD).await.status
}

async fn a_write_from_anywhere_but_our_own_pages_is_refused(kontora: Kontora) {
    assert_eq!(sign_in_from(&kontora, MAIN_HOST, Some("http://localhost:3000")).await, 200);
    assert_eq!(sign_in_from(&kontora, MAIN_HOST, Some("http://LOCALHOST:3000")).await, 200);
    for origin in [
        None,
        Some(""),
        Some("null"),
        Some("http://evil.test"),
        Some("https://localhost:3000"),
        Some("http://localhost"),
        Some("http://localhost:3001"),
        Some("http://localhost:3000.evil.test"),
        Some("http://localhost:3000/"),
        Some("http://newways.localhost:3000"),
        Some("http://user@localhost:3000"),
        Some("localhost:3000"),
    ] {
        assert_eq!(sign_in_from(&kontora, MAIN_HOST, origin).await, 403, "{origin:?}");
    }
    // Equal to the host asked for, but that host is not ours.
    assert_eq!(sign_in_from(&kontora, "evil.test", Some("http://evil.test")).await, 403);
}

async fn a_write_at_a_resellers_host_comes_from_that_very_host(kontora: Kontora) {
    let newways = "newways.localhost:3000";
    for (host, origin, status) in [
        (newways, "http://newways.localhost:3000", 200),
        ("NewWays.LocalHost:3000", "http://newways.localhost:3000", 200),
        (newways, "http://sibir.localhost:3000", 403),
        (newways, "http://localhost:3000", 403),
        ("nosuch.localhost:3000", "http://nosuch.localhost:3000", 403),
        ("a.newways.localhost:3000", "http://a.newways.localhost:3000", 403),
        (".localhost:3000", "http://.localhost:3000", 403),
    ] {
        assert_eq!(sign_in_from(&kontora, host, Some(origin)).await, status, "{host} {origin}");
    }
}

async fn no_write_is_let_through_without_an_origin_signed_in_or_not(kontora: Kontora) {
    for mut browser in [kontora.browser(), kontora.signed_in("operator").await] {
        browser.origin = None;
        for (method, path) in server::door_list() {
            // The API takes tokens, never cookies: no other site can act in anybody's name there.
            if method == "POST" && !path.starts_with("/api/v1/") {
                let answer = browser.send_sized(&path, "application/json", "{}").await;
                assert_eq!(answer.status, 403, "{path}");
            }
        }
        for method in [Method::PUT, Method::PATCH, Method::DELETE] {
            assert_eq!(browser.send(method, "/api/me", None, Body::empty()).await.status, 403);
        }
    }
}

async fn a_forwarded_host_counts_from_a_trusted_proxy_only(kontora: Kontora) {
    let forwarded = HeaderName::from_static("x-forwarded-host");
    let at = |browser: &Browser| {
        let mut browser = browser.sending(forwarded.clone(), "newways.localhost:3000");
        browser.host = "10.0.0.5:8080".to_owned();
        browser.origin = Some("http://newways.localhost:3000".to_owned());
        browser
    };
    at(&kontora.browser()).call("registrar", json!({})).await.is(403);
    let mut proxy = kontora.browser();
    proxy.address = "203.0.113.7".parse().unwrap();
    at(&proxy).call("registrar", json!({})).await.ok();
}

async fn a_forwarded_scheme_counts_from_a_trusted_proxy_only(kontora: Kontora) {
    let forwarded = HeaderName::from_static("x-forwarded-proto");
    let secure = |browser: &Browser| {
        let mut browser = browser.sending(forwarded.clone(), "https");
        browser.origin = Some(format!("https://{MAIN_HOST}"));
        browser
    };
    secure(&kontora.browser()).sign_in("single@demo.test", demo::PASSWORD).await.is(403);
    let mut proxy = kontora.browser();
    proxy.address = "203.0.113.7".parse().unwrap();
    secure(&proxy).sign_in("single@demo.test", demo::PASSWORD).await.ok();
    let mut plain = secure(&proxy);
    plain.origin = Some(format!("http://{MAIN_HOST}"));
    plain.sign_in("single@demo.test", demo::PASSWORD).await.is(403);
}

async fn behind_a_public_https_address_plain_http_between_proxies_counts_for_nothing(kontora: Kontora) {
    let public = kontora.restarted_with("KONTORA_PUBLIC_URL", "https://kontora.test").await;
    let mut proxy = public.browser().sending(HeaderName::from_static("x-forwarded-proto"), "http");
    proxy.address = "203.0.113.7".parse().unwrap();
    proxy.host = "kontora.test".to_owned();
    proxy.origin = Some("http://kontora.test".to_owned());
    proxy.sign_in("single@demo.test", demo::PASSWORD).await.is(403);
    proxy.origin = Some("https://kontora.test".to_owned());
    let signed_in = proxy.sign_in("single@demo.test", demo::PASSWORD).await;
    let cookie = signed_in.is(200).header("set-cookie");
    assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
    proxy.get("/companies").await.is(200);
    public.store().close().await;
}

async fn a_server_function_takes_a_form_too_and_a_page_no_json(kontora: Kontora) {
    const FORM: &str = "application/x-www-form-urlencoded";
    let mut browser = kontora.browser();
    browser.send_sized("/sign-in", "application/json", "{}").await.is(415);
    let mut send = async |path: &'static str, form: &str| browser.send_sized(path, FORM, form.to_owned()).await;
    send("/api/sign_in", "fields[email]=single@demo.test&fields[password]=wrong").await.is(422);
    let fields = format!("fields[email]=single%40demo.test&fields%5Bpassword%5D={}", demo::PASSWORD);
    send("/api/sign_in", &fields).await.ok();
    let company = send("/api/company", "id=26").await.ok();
    let change =
        format!("id=26&version={}&changes[name]=%D0%98%D0%B2%D0%B0%D0%BD+%26+%D0%9A%D0%BE", company["version"]);
    assert_eq!(send("/api/save_company", &change).await.ok()["form"]["fields"]["name"], "Иван & Ко");
    let unknown = json!({"more": ["unknown_field"], "form": ["unknown_field"]});
    assert_eq!(send("/api/company", "id=26&more=1").await.problems(), unknown);
    send("/api/company", "id=twenty").await.is(400);
    send("/api/company", "").await.is(400);
    // Another charset, and a name that is none.
    send("/api/save_company", "id=26&version=2&changes[name]=%C8%E2%E0%ED").await.is(400);
    send("/api/sign_in", "fields[[email]=a").await.is(400);
    let bracketed = send("/api/save_company", "id=26&version=2&changes[name]=%5BA%5D").await.ok();
    assert_eq!(bracketed["form"]["fields"]["name"], "[A]");
    send("/api/sign_in", &format!("fields[email]={}", "x".repeat(1024 * 1024))).await.is(413);
}

async fn a_refusal_as_long_as_what_was_sent_is_told_whole(kontora: Kontora) {
    let fields: serde_json::Map<String, serde_json::Value> =
        (0..12_000).map(|number| (format!("field{number}"), json!(""))).collect();
    let refused = kontora.browser().call("sign_in", json!({"fields": fields})).await;
    assert_eq!(refused.is(422).json()["detail"]["field11999"], json!(["unknown_field"]));
}

async fn a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not(kontora: Kontora) {
    let large = json!({"fields": {"email": "single@demo.test", "password": "x".repeat(1024 * 1024)}}).to_string();
    let mut browser = kontora.browser();
    browser.send_sized("/api/sign_in", "application/json", large.clone()).await.is(413);
    browser.send(Method::POST, "/api/sign_in", Some("application/json"), Body::from(large)).await.is(413);
    let form = format!("email=single%40demo.test&password={}", "x".repeat(1024 * 1024));
    for path in ["/sign-in", "/forgot-password", "/set-password", "/language"] {
        browser.send_sized(path, "application/x-www-form-urlencoded", form.clone()).await.is(413);
        let untold = Body::from(form.clone());
        browser.send(Method::POST, path, Some("application/x-www-form-urlencoded"), untold).await.is(413);
    }
}

async fn a_body_that_is_neither_json_nor_a_form_is_refused(kontora: Kontora) {
    let mut browser = kontora.browser();
    let body = json!({"fields": {"email": "single@demo.test", "password": demo::PASSWORD}}).to_string();
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/octet-stream", "application/xml", "json"]
    {
        assert_eq!(browser.send_sized("/api/sign_in", kind, body.clone()).await.is(415).json()["error"], "unsupported");
        browser.send_sized("/sign-in", kind, "email=a").await.is(415);
    }
    browser.send(Method::POST, "/api/sign_in", None, Body::from(body.clone())).await.is(415);
    browser.send_sized("/api/sign_in", "Application/JSON; charset=utf-8", body).await.ok();
}

async fn a_malformed_body_is_refused_as_such(kontora: Kontora) {
    let mut browser = kontora.signed_in("reseller").await;
    let broken = [
        "",
        "{",
        "[]",
        "null",
        "{\"id\": 3",
        "{\"id\": \"3\"}",
        "{\"id\": 0}",
        "{\"id\": -1}",
        "{\"id\": 1.5}",
        "{\"ID\": 3}",
    ];
    for body in broken {
        let answer = browser.send_sized("/api/company", "application/json", body).await;
        assert_eq!(answer.is(400).json()["error"], "malformed", "{body}");
    }
    browser.send_sized("/api/company", "application/json", vec![0xff, 0xfe, b'{']).await.is(400);
    let numbers = json!({"id": 3, "version": 1, "changes": {"max_dialogs": 5}});
    browser.call("save_company", numbers).await.is(400);
}

async fn a_server_function_answers_no_get(kontora: Kontora) {
    let mut browser = kontora.signed_in("reseller").await;
    for (method, path) in server::door_list() {
        if method == "POST" && path.starts_with("/api/") && !path.starts_with("/api/v1/") {
            let answer = browser.get(&format!("{path}?id=3&company=3")).await;
            assert!(matches!(answer.status, 404 | 405), "{path}: {}", answer.status);
        }
    }
    browser.call("me", json!({})).await.ok();
}

async fn a_page_without_a_session_leads_to_sign_in_and_back(kontora: Kontora) {
    let mut browser = kontora.browser();
    for (path, next) in [
        ("/companies", "/companies"),
        ("/companies?q=new%20ways&sort=-balance", "/companies%3Fq%3Dnew%2520ways%26sort%3D-balance"),
        ("/companies/3", "/companies/3"),
        ("/companies/999999", "/companies/999999"),
        ("/companies/3/employees", "/companies/3/employees"),
        ("/support", "/support"),
        ("/support/letters", "/support/letters"),
        ("/support/directories", "/support/directories"),
        ("/profile", "/profile"),
    ] {
        browser.get(path).await.leads_to(&format!("/sign-in?next={next}"));
    }
}

async fn the_short_addresses_lead_where_they_should(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    browser.get("/").await.leads_to("/companies");
    let register = browser.get("/register").await;
    assert_eq!((register.status, register.header("location")), (308, "/register/"));
}

async fn an_address_that_leads_nowhere_is_a_page_with_404(kontora: Kontora) {
    for mut browser in [kontora.browser(), kontora.signed_in("reseller").await] {
        for path in ["/nowhere", "/sign-in/x", "/favicon.php", "/api/nothing", "/register/x/y"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, 404, "{path}");
        }
    }
    let mut reseller = kontora.signed_in("reseller").await;
    for path in [
        "/companies/0",
        "/companies/-1",
        "/companies/abc",
        "/companies/99999999999999999999",
        "/companies/%00/employees",
    ] {
        assert_eq!(reseller.get(path).await.status, 404, "{path}");
    }
}

async fn every_answer_carries_what_keeps_other_sites_out(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut answers = Vec::new();
    for path in ["/companies", "/sign-in", "/nowhere", "/healthz", "/api/companies.bin", "/"] {
        answers.push(reseller.get(path).await);
    }
    answers.push(reseller.call("me", json!({})).await);
    answers.push(reseller.call("company", json!({"id": demo::SIBIR})).await);
    reseller.origin = None;
    answers.push(reseller.call("me", json!({})).await);
    for answer in answers {
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
    }
    let (one, two) = (reseller.get("/companies").await, reseller.get("/companies").await);
    assert_ne!(one.header("content-security-policy"), two.header("content-security-policy"), "a nonce is used once");
}

async fn personal_data_are_kept_by_nobody_on_the_way(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for path in ["/companies", "/companies/3", "/companies/3/employees", "/support", "/profile", "/api/companies.bin"] {
        assert_eq!(reseller.get(path).await.is(200).header("cache-control"), "no-store", "{path}");
    }
    for function in ["me", "requests"] {
        assert_eq!(reseller.call(function, json!({})).await.is(200).header("cache-control"), "no-store", "{function}");
    }
}

async fn pages_made_at_the_same_moment_keep_their_titles_apart(kontora: Kontora) {
    let whose = [("reseller", demo::NEW_WAYS, "New ways partner"), ("sibir", demo::SIBIR, "Sibir Connect")];
    let mut pages = JoinSet::new();
    for (who, company, name) in whose {
        let browser = kontora.signed_in(who).await;
        for _ in 0..25 {
            let mut browser = browser.clone();
            pages.spawn(async move {
                let page = browser.get(&format!("/companies/{company}/employees")).await.is(200).text();
                let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
                assert_eq!(title, format!("Employees of {name} · Kontora"));
            });
        }
    }
    pages.join_all().await;
}

async fn the_server_says_that_it_lives_and_is_ready(kontora: Kontora) {
    let mut browser = kontora.browser();
    browser.get("/healthz").await.is(200);
    browser.get("/readyz").await.is(200);
    browser.get("/metrics").await.is(404);
}
