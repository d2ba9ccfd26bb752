//! What the API refuses, and that it always says so in the same form.

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::json;

use crate::support::{Answer, Client, Kontora, SECOND, stories};

stories![
    Demo;
    every_refusal_is_a_problem_document,
    a_cookie_opens_nothing,
    a_refusal_speaks_the_language_of_the_caller,
    what_is_wrong_in_an_address_is_told_by_its_parameter,
    the_sixty_first_call_within_a_second_waits,
    a_token_opens_nothing_but_the_api,
];

#[track_caller]
fn is_problem(answer: &Answer, status: u16, kind: &str) {
    let problem = answer.is(status).json();
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(problem["status"], status);
    assert_eq!(problem["type"], format!("urn:kontora:problem:{kind}"));
    for member in ["title", "detail"] {
        assert!(problem[member].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
    }
}

async fn every_refusal_is_a_problem_document(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for path in
        ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/companies/x", "/api/v1/companies/0", "/api/v1/companies/99"]
    {
        is_problem(&client.get(path).await, 404, "not-found");
    }
    is_problem(&client.get("/api/v1/companies/%ff").await, 400, "malformed");
    let deleted = client.send(Method::DELETE, "/api/v1/companies/3", None, "").await;
    is_problem(&deleted, 405, "method-not-allowed");
    assert!(deleted.header("allow").contains("PATCH"));
    is_problem(
        &client.send(Method::POST, "/api/v1/companies", Some("application/json"), "{}").await,
        405,
        "method-not-allowed",
    );
    let company = "/api/v1/companies/3";
    for kind in [None, Some("text/plain"), Some("application/x-www-form-urlencoded")] {
        is_problem(&client.send(Method::PATCH, company, kind, "{}").await, 415, "unsupported-media-type");
    }
    is_problem(&client.send(Method::PATCH, company, Some("application/json"), "[]").await, 400, "malformed");
    let large = format!("{{\"name\":\"{}\"}}", "x".repeat(300 * 1024));
    is_problem(&client.send(Method::PATCH, company, Some("application/json"), &large).await, 413, "too-large");
    is_problem(&client.patch(company, "", &json!({"name": "x"})).await, 428, "precondition-required");
    is_problem(&client.patch(company, "\"9\"", &json!({"name": "x"})).await, 412, "stale");
    is_problem(&client.patch(company, "\"1\"", &json!({"name": ""})).await, 422, "invalid");
    is_problem(&Client::of(&kontora.browser(), "kt_no").get(company).await, 401, "unauthenticated");
    is_problem(&Client::of(&kontora.browser(), "kt_no").get("/api/v1/nothing").await, 401, "unauthenticated");
}

async fn a_cookie_opens_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    is_problem(&reseller.get("/api/v1/companies").await, 401, "unauthenticated");
    let body = Body::from("{\"name\":\"x\"}");
    let written = reseller.send(Method::PATCH, "/api/v1/companies/3", Some("application/json"), body).await;
    is_problem(&written, 401, "unauthenticated");
    let basic = reseller.sending(header::AUTHORIZATION, "Basic a3Q6a3Q=").get("/api/v1/companies").await;
    is_problem(&basic, 401, "unauthenticated");
}

async fn a_refusal_speaks_the_language_of_the_caller(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    for (language, title) in [("ru-RU", "Значения не приняты"), ("en", "Values refused"), ("de", "Values refused")]
    {
        client.machine().language = language;
        let answer = client.patch("/api/v1/companies/3", "\"1\"", &json!({"name": ""})).await;
        assert_eq!(answer.is(422).json()["title"], title, "{language}");
        assert_eq!(answer.header("content-language"), if language == "ru-RU" { "ru" } else { "en" });
    }
}

async fn what_is_wrong_in_an_address_is_told_by_its_parameter(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    for (parameters, field) in [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=-1", "limit"),
        ("limit=", "limit"),
        ("cursor=invented", "cursor"),
        ("query=new", "query"),
    ] {
        let problem = client.get(&format!("/api/v1/companies?{parameters}")).await.is(422).json();
        assert_eq!(problem["errors"][0]["field"], field, "{parameters}");
    }
}

async fn the_sixty_first_call_within_a_second_waits(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "single", "read").await;
    let mut other = Client::of_company(&kontora, "single", "read").await;
    for _ in 0..60 {
        client.get("/api/v1/companies/26/access").await.ok();
    }
    let refused = client.get("/api/v1/companies/26/access").await;
    is_problem(&refused, 429, "too-many-requests");
    assert_eq!(refused.header("retry-after"), "1");
    other.get("/api/v1/companies/26/access").await.ok();
    kontora.pass(SECOND);
    client.get("/api/v1/companies/26/access").await.ok();
}

async fn a_token_opens_nothing_but_the_api(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "operator", "money").await;
    client.get("/api/companies.bin").await.is(401);
    client.get("/companies").await.is(303);
    for (function, arguments) in [
        ("me", json!({})),
        ("tokens", json!({})),
        ("employees", json!({"company": 3})),
        ("create_token", json!({"fields": {}})),
    ] {
        client.machine().origin = Some("http://localhost:3000".to_owned());
        client.machine().call(function, arguments).await.is(401);
    }
}
