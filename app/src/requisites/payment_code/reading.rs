//! Reading a payment code that somebody else wrote: any of the three encodings, any separator, any keys.

use super::code_page;
pub use super::reasons::UnreadableCode;

/// What a payment code says, key by key, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentFields {
    pub pairs: Vec<(String, String)>,
    /// What stands between separators and is no `key=value`.
    pub stray: Vec<String>,
}

const HEAD: &str = "ST0001";

impl PaymentFields {
    /// The first value of a key, whatever the case of its letters.
    pub fn value(&self, key: &str) -> Option<&str> {
        let pair = self.pairs.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        pair.map(|(_, value)| value.as_str())
    }
}

/// Reads a code as scanned: the digit after `ST0001` says how its text is encoded (1 windows-1251, 2 UTF-8, 3 KOI8-R).
pub fn read(bytes: &[u8]) -> Result<PaymentFields, UnreadableCode> {
    let body = bytes.strip_prefix(HEAD.as_bytes()).ok_or(UnreadableCode::OtherBeginning)?;
    let (digit, body) = body.split_first().ok_or(UnreadableCode::UnknownEncoding(None))?;
    let text = match digit {
        b'1' => code_page::windows_1251(body),
        b'2' => std::str::from_utf8(body).map_err(|_| UnreadableCode::NotUtf8)?.to_owned(),
        b'3' => code_page::koi8_r(body),
        other => return Err(UnreadableCode::UnknownEncoding(Some(char::from(*other)))),
    };
    fields(&text)
}

/// Reads a code that has become text on its way, as by copying: whatever encoding it names, it is text now.
pub fn read_text(text: &str) -> Result<PaymentFields, UnreadableCode> {
    let text = text.trim_start_matches(|ch: char| ch.is_whitespace() || ch == '\u{feff}');
    let body = text.strip_prefix(HEAD).ok_or(UnreadableCode::OtherBeginning)?;
    let mut rest = body.chars();
    match rest.next() {
        Some('1' | '2' | '3') => fields(rest.as_str()),
        other => Err(UnreadableCode::UnknownEncoding(other)),
    }
}

/// The first character is the separator. A letter or digit there means that it was left out.
fn fields(body: &str) -> Result<PaymentFields, UnreadableCode> {
    let mut rest = body.chars();
    let is_separator = |ch: &char| !ch.is_alphanumeric() && *ch != '=';
    let separator = rest.next().filter(is_separator).ok_or(UnreadableCode::NoSeparator)?;
    let mut fields = PaymentFields::default();
    for piece in rest.as_str().split(separator) {
        match piece.split_once('=') {
            Some((key, value)) => fields.pairs.push((key.trim().to_owned(), value.trim().to_owned())),
            None if piece.trim().is_empty() => {}
            None => fields.stray.push(piece.trim().to_owned()),
        }
    }
    Ok(fields)
}
