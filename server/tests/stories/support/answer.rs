//! What the server answered, and short ways to say what it should have been.

use axum::body::Bytes;
use axum::http::HeaderMap;
use serde_json::Value;

#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{} is no JSON: {}", self.status, self.text()))
    }

    /// What a failed story shows: of a page, what a person would read.
    fn gist(&self) -> String {
        let text = self.text();
        if !text.starts_with("<!DOCTYPE") {
            return text;
        }
        let pieces = text.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words.trim());
        pieces.filter(|words| !words.is_empty()).take(60).collect::<Vec<_>>().join(" ")
    }

    /// The header's text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The status is this one.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.gist());
        self
    }

    /// The value of a successful call.
    #[track_caller]
    pub fn ok(&self) -> Value {
        self.is(200).json()
    }

    /// The problems by field of a refusal with status 422.
    #[track_caller]
    pub fn problems(&self) -> Value {
        let error = self.is(422).json();
        assert_eq!(error["error"], "invalid", "{error}");
        error["detail"].clone()
    }

    /// Refused with 403, naming the field or the right.
    #[track_caller]
    pub fn refuses(&self, what: &str) {
        assert_eq!(self.is(403).json()["detail"], what);
    }

    /// Leads on to another page with 303.
    #[track_caller]
    pub fn leads_to(&self, path: &str) {
        assert_eq!(self.is(303).header("location"), path);
    }
}
