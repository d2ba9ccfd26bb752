//! From facts to words: a pure function of the letter, its language and the public address.

use app::values::Lang;
use askama::Template;

use super::body::{Body, body};
use super::{Letter, subject};
use crate::config::PublicUrl;

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Writes the letter. Every link leads to the public address, every value is escaped in the HTML.
pub fn compose(letter: &Letter, lang: Lang, public_url: &PublicUrl) -> Message {
    let subject = subject(letter, lang);
    let body = body(letter, lang, public_url);
    let origin = public_url.origin();
    let text = Text { body: &body, origin: &origin }.to_string();
    let html = Html { subject: &subject, body: &body, lang, origin: &origin }.to_string();
    Message { subject, text, html }
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Text<'a> {
    body: &'a Body,
    origin: &'a str,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    subject: &'a str,
    body: &'a Body,
    lang: Lang,
    origin: &'a str,
}

#[cfg(test)]
mod tests;
