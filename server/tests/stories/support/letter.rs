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
    /// The files that came with it.
    pub attached: Vec<Vec<u8>>,
}

impl Letter {
    pub fn read(raw: &str) -> Self {
        let (head, _) = raw.split_once("\r\n\r\n").unwrap();
        let parts = parts(raw);
        let part = |kind: &str| {
            let part = parts.iter().find(|(head, _)| header(head, "Content-Type").starts_with(kind));
            let (head, body) = part.unwrap();
            (header(head, "Content-Transfer-Encoding"), *body)
        };
        let text = |kind| {
            let (encoding, body) = part(kind);
            decoded(&encoding, body)
        };
        let attached = parts.iter().filter(|(head, _)| header(head, "Content-Disposition").starts_with("attachment"));
        let attached = attached.map(|(_, body)| STANDARD.decode(body.replace("\r\n", "")).unwrap());
        Self {
            to: header(head, "To"),
            subject: words(&header(head, "Subject")),
            language: header(head, "Content-Language"),
            text: text("text/plain"),
            html: text("text/html"),
            attached: attached.collect(),
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

/// The innermost parts of a message or of a part, each as its head and its body.
fn parts(message: &str) -> Vec<(&str, &str)> {
    let Some((head, body)) = message.trim_start().split_once("\r\n\r\n") else { return Vec::new() };
    match header(head, "Content-Type").split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()) {
        Some(boundary) => body.split(&format!("--{boundary}")).skip(1).flat_map(parts).collect(),
        None => vec![(head, body)],
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
