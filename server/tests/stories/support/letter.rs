//! A letter as its receiver reads it, decoded from the `.eml` file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub language: String,
    /// The plain text.
    pub text: String,
    pub html: String,
}

impl Letter {
    pub fn read(raw: &str) -> Self {
        let (head, body) = raw.split_once("\r\n\r\n").unwrap();
        let boundary =
            header(head, "Content-Type").split("boundary=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let parts: Vec<&str> = body.split(&format!("--{boundary}")).collect();
        let part = |kind: &str| {
            let mut parts = parts.iter().filter_map(|part| part.trim_start().split_once("\r\n\r\n"));
            let (head, body) = parts.find(|(head, _)| header(head, "Content-Type").starts_with(kind)).unwrap();
            decoded(&header(head, "Content-Transfer-Encoding"), body)
        };
        Self {
            to: header(head, "To"),
            subject: words(&header(head, "Subject")),
            language: header(head, "Content-Language"),
            text: part("text/plain"),
            html: part("text/html"),
        }
    }

    /// The first address in the text that begins so, without host.
    #[track_caller]
    pub fn link(&self, path: &str) -> String {
        let prefix = format!("http://localhost:3000{path}");
        let found = self.text.split_whitespace().find(|word| word.starts_with(&prefix));
        let link = found.unwrap_or_else(|| panic!("no {path} in {}", self.text));
        link["http://localhost:3000".len()..].to_owned()
    }

    /// The token of the one-time link.
    #[track_caller]
    pub fn token(&self) -> String {
        self.link("/set-password?token=").split_once('=').unwrap().1.to_owned()
    }
}

/// A header's value, unfolded.
fn header(head: &str, name: &str) -> String {
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let lines = unfolded.lines().filter_map(|line| line.split_once(": "));
    lines
        .filter(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.to_owned())
        .next()
        .unwrap_or_default()
}

fn decoded(encoding: &str, body: &str) -> String {
    match encoding {
        "base64" => utf8(STANDARD.decode(body.replace("\r\n", "")).unwrap()),
        "quoted-printable" => utf8(unquoted(&body.replace("=\r\n", ""))),
        _ => body.to_owned(),
    }
}

/// `=D0=9F` as the bytes that it stands for.
fn unquoted(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'=' && after.len() >= 2 {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*byte);
        }
    }
    bytes
}

/// Encoded words of a header (RFC 2047); the space between two of them is not there for the reader.
fn words(value: &str) -> String {
    let mut text = String::new();
    let mut was_encoded = false;
    for word in value.split(' ') {
        let encoded = word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?="));
        if !text.is_empty() && !(was_encoded && encoded.is_some()) {
            text.push(' ');
        }
        text.push_str(&encoded.map_or(word.to_owned(), |base64| utf8(STANDARD.decode(base64).unwrap())));
        was_encoded = encoded.is_some();
    }
    text
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}
