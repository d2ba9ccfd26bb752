//! One searchable value of a row, and how its kind is read.

/// A value of a row as it is stored or shown; an empty one never matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column<'a> {
    /// Words: a name, an address, an e-mail, a time zone.
    Text(&'a str),
    /// Words that many rows share: a state, a time zone, a bank. Found like text, but faster.
    Choice(&'a str),
    /// An id, a tax number, an account: also compared by its bare digits.
    Code(&'a str),
    /// Like a code; a Russian number answers to both 7… and 8….
    Phone(&'a str),
    /// Money, canonical (`-1250.00`) or formatted (`−1 250,00 ₽`): compared as canonical.
    Amount(&'a str),
}

impl<'a> Column<'a> {
    /// The text that was given.
    #[must_use]
    pub fn text(self) -> &'a str {
        match self {
            Self::Text(text) | Self::Choice(text) | Self::Code(text) | Self::Phone(text) | Self::Amount(text) => text,
        }
    }
}

/// The digits of `text`.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The same Russian number with the other first digit: 7… for 8… and the reverse.
pub(crate) fn other_phone_form(digits: &str) -> Option<String> {
    let (first, rest) = digits.split_at_checked(1)?;
    match (first, rest.len()) {
        ("7", 10) => Some(format!("8{rest}")),
        ("8", 10) => Some(format!("7{rest}")),
        _ => None,
    }
}

/// Which bytes of a folded amount make its canonical text: digits, the minus and the point, not
/// the marks between groups nor the currency. A folded comma between digits is a point already.
pub(crate) fn canonical_bytes(folded: &str) -> impl Fn(usize) -> bool {
    let bytes = folded.as_bytes();
    let is_point = |at: usize| {
        matches!(bytes.get(at.wrapping_sub(1)..at + 2), Some([before, b'.', after])
            if before.is_ascii_digit() && after.is_ascii_digit())
    };
    let point = (0..bytes.len()).rev().find(|&at| is_point(at));
    move |at| bytes[at].is_ascii_digit() || bytes[at] == b'-' || Some(at) == point
}
