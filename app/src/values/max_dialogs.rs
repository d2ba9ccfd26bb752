//! How many dialogs the system passes to one operator at most.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Problem;

/// A whole number 1–100 000; 3000 in a new company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct MaxDialogs(u32);

impl MaxDialogs {
    pub const MIN: i64 = 1;
    pub const MAX: i64 = 100_000;

    /// Reads a whole number; spaces may group its digits.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let text: String = raw.chars().filter(|ch| !ch.is_whitespace()).collect();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(&text);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Problem::WholeNumberNeeded);
        }
        let negative = digits.len() < text.len();
        let number = digits.parse().ok().filter(|_| !negative).unwrap_or(i64::MIN);
        number.try_into()
    }

    pub fn value(self) -> u32 {
        self.0
    }
}

impl Default for MaxDialogs {
    fn default() -> Self {
        Self(3000)
    }
}

impl TryFrom<i64> for MaxDialogs {
    type Error = Problem;

    fn try_from(number: i64) -> Result<Self, Problem> {
        match u32::try_from(number) {
            Ok(dialogs) if (Self::MIN..=Self::MAX).contains(&number) => Ok(Self(dialogs)),
            _ => Err(Problem::OutOfRange { min: Self::MIN, max: Self::MAX }),
        }
    }
}

impl From<MaxDialogs> for i64 {
    fn from(dialogs: MaxDialogs) -> i64 {
        dialogs.0.into()
    }
}

impl fmt::Display for MaxDialogs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_from_1_to_100_000_are_accepted() {
        assert_eq!(MaxDialogs::default().to_string(), "3000");
        for (raw, dialogs) in [("1", 1), (" 3 000 ", 3000), ("100\u{a0}000", 100_000), ("0050", 50)] {
            assert_eq!(MaxDialogs::parse(raw).unwrap().value(), dialogs);
        }
    }

    #[test]
    fn everything_else_is_refused_by_its_reason() {
        let range = Problem::OutOfRange { min: 1, max: 100_000 };
        for raw in ["0", "-1", "−5", "100001", "99999999999999999999", "4294967297"] {
            assert_eq!(MaxDialogs::parse(raw), Err(range.clone()), "{raw}");
        }
        for raw in ["1.5", "1,5", "abc", "-", "1e3", "0x10", "+5", "٣"] {
            assert_eq!(MaxDialogs::parse(raw), Err(Problem::WholeNumberNeeded), "{raw}");
        }
        assert_eq!(MaxDialogs::parse(""), Err(Problem::Required));
        assert!(serde_json::from_str::<MaxDialogs>("0").is_err());
    }
}
