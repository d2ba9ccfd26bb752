//! What a browser gets for one embedded file.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};

use super::File;

const MODULE: File = File {
    role: "wasm",
    hash: "c0ffee",
    path: "/assets/c0ffee/kontora_bg.wasm",
    mime: "application/wasm",
    plain: b"plain",
    brotli: Some(b"brotli"),
    gzip: Some(b"gzip"),
};

fn answer(file: &File, name: HeaderName, value: &'static str) -> Response<Body> {
    file.answer(&HeaderMap::from_iter([(name, HeaderValue::from_static(value))]))
}

fn encoding(accepted: &'static str) -> Option<String> {
    let answer = answer(&MODULE, header::ACCEPT_ENCODING, accepted);
    Some(answer.headers().get(header::CONTENT_ENCODING)?.to_str().unwrap().to_owned())
}

#[test]
fn the_smallest_form_that_the_browser_understands_is_sent() {
    assert_eq!(encoding("gzip, deflate, br, zstd").as_deref(), Some("br"));
    assert_eq!(encoding("gzip, br;q=0").as_deref(), Some("gzip"));
    assert_eq!(encoding("gzip;q=0.0").as_deref(), None);
    assert_eq!(encoding("brotli").as_deref(), None);
}

#[test]
fn a_hashed_name_is_kept_forever_and_a_public_one_for_an_hour() {
    let cache =
        |file: &File| file.answer(&HeaderMap::new()).headers()[header::CACHE_CONTROL].to_str().unwrap().to_owned();
    assert_eq!(cache(&MODULE), "public, max-age=31536000, immutable");
    assert_eq!(cache(&File { role: "public", ..MODULE }), "public, max-age=3600");
}

#[test]
fn a_browser_that_has_the_content_gets_it_no_second_time() {
    let known = answer(&MODULE, header::IF_NONE_MATCH, "\"other\", W/\"c0ffee\"");
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    let other_form = answer(&MODULE, header::IF_NONE_MATCH, "\"c0ffee-br\"");
    assert_eq!(other_form.status(), StatusCode::OK);
}

#[test]
fn caches_are_told_that_the_answer_depends_on_the_encoding() {
    assert_eq!(MODULE.answer(&HeaderMap::new()).headers()[header::VARY], "accept-encoding");
}
