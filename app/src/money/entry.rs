//! A ledger entry: a fact about money, never edited, never removed.

use serde::{Deserialize, Serialize};

use crate::history::Author;
use crate::values::{Kopecks, Problem};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// For a service used; always negative. A fact that has happened: taken whatever the balance.
    Charge,
    /// Money received; always positive.
    Payment,
    /// By a person, with a reason; of either sign.
    Correction,
    /// The exact opposite of one earlier entry.
    Reversal,
}

/// The place of an entry in its company's ledger: 1, 2, 3 … without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryNumber(i64);

/// What a charge is for: `voice`, `sms`, `dialog`, `other`, or another word of the platform's; 1–32 of `a–z 0–9 _`,
/// a letter first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Service(String);

/// The services that the platform itself names.
pub const SERVICES: [&str; 4] = ["voice", "sms", "dialog", "other"];

/// An entry as it stands in the ledger. Instants are Unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub number: EntryNumber,
    pub kind: EntryKind,
    /// Signed: what it adds to the balance.
    pub amount: Kopecks,
    pub balance_after: Kopecks,
    /// When it happened, by the sender.
    pub occurred_at: i64,
    /// When it was recorded; decides to which month it belongs.
    pub recorded_at: i64,
    pub description: String,
    pub service: Option<Service>,
    /// The sender's own number of it.
    pub reference: String,
    /// Nothing where the platform itself wrote it.
    pub by: Option<Author>,
    /// Of a reversal: which entry it takes back.
    pub reverses: Option<EntryNumber>,
    /// By which entry it was taken back.
    pub reversed_by: Option<EntryNumber>,
}

impl EntryKind {
    pub const ALL: [Self; 4] = [Self::Charge, Self::Payment, Self::Correction, Self::Reversal];

    /// As stored and as sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Payment => "payment",
            Self::Correction => "correction",
            Self::Reversal => "reversal",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl EntryNumber {
    pub const FIRST: Self = Self(1);

    /// `None` for anything but a positive number.
    pub fn new(number: i64) -> Option<Self> {
        (number > 0).then_some(Self(number))
    }

    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::new)
    }

    pub fn value(self) -> i64 {
        self.0
    }

    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl std::fmt::Display for EntryNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Service {
    const MAX: usize = 32;

    pub fn parse(text: &str) -> Result<Self, Problem> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let is_word = text.bytes().all(fits) && text.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        if is_word && text.len() <= Self::MAX { Ok(Self(text.to_owned())) } else { Err(Problem::NotAService) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Entry {
    /// Whether it can be taken back: once, and never a reversal.
    pub fn is_reversible(&self) -> bool {
        self.kind != EntryKind::Reversal && self.reversed_by.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_is_one_short_word_of_the_platform() {
        for text in ["voice", "sms", "dialog", "other", "voice_2", &"a".repeat(32)] {
            assert_eq!(Service::parse(text).unwrap().as_str(), text);
        }
        for text in ["", "Voice", "2sms", "_x", "sms ", "звонки", &"a".repeat(33)] {
            assert_eq!(Service::parse(text), Err(Problem::NotAService), "{text}");
        }
    }

    #[test]
    fn numbers_begin_with_one() {
        assert_eq!(EntryNumber::parse("118").unwrap().next().to_string(), "119");
        for text in ["0", "-1", "", "1.0", "x"] {
            assert_eq!(EntryNumber::parse(text), None, "{text}");
        }
    }
}
