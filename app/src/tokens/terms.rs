//! What a token is given when it is made: a name and a term.

use crate::values::Problem;

/// 1–100 characters on one line, for people to tell tokens apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenName(String);

impl TokenName {
    /// The longest name, in characters.
    pub const MAX: u32 = 100;

    /// Trims; a name of a person's reads by the same rules, only longer.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let name = crate::values::FullName::parse(raw)?;
        let actual = u32::try_from(name.as_str().chars().count()).unwrap_or(u32::MAX);
        if actual > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX, actual });
        }
        Ok(Self(name.as_str().to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How long a token lives: 1–365 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime(u16);

impl Lifetime {
    pub const MIN_DAYS: u16 = 1;
    pub const MAX_DAYS: u16 = 365;

    /// Reads a number of days.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(Problem::Required);
        }
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Problem::WholeNumberNeeded);
        }
        let days = text.parse().ok().filter(|days| (Self::MIN_DAYS..=Self::MAX_DAYS).contains(days));
        days.map(Self).ok_or(Problem::OutOfRange { min: Self::MIN_DAYS.into(), max: Self::MAX_DAYS.into() })
    }

    pub fn days(self) -> u16 {
        self.0
    }
}

impl Default for Lifetime {
    fn default() -> Self {
        Self(90)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_lives_a_year_at_most() {
        assert_eq!(Lifetime::default().days(), 90);
        for (raw, days) in [("1", 1), (" 365 ", 365), ("030", 30)] {
            assert_eq!(Lifetime::parse(raw).unwrap().days(), days);
        }
        for raw in ["0", "366", "99999999999"] {
            assert_eq!(Lifetime::parse(raw), Err(Problem::OutOfRange { min: 1, max: 365 }), "{raw}");
        }
        for raw in ["-1", "1.5", "a year", "+5"] {
            assert_eq!(Lifetime::parse(raw), Err(Problem::WholeNumberNeeded), "{raw}");
        }
        assert_eq!(Lifetime::parse(" "), Err(Problem::Required));
    }

    #[test]
    fn a_name_is_short_and_of_one_line() {
        assert_eq!(TokenName::parse(" Биллинг ").unwrap().as_str(), "Биллинг");
        assert!(TokenName::parse(&"я".repeat(100)).is_ok());
        for length in [101, 201] {
            assert!(matches!(TokenName::parse(&"я".repeat(length)), Err(Problem::TooLong { .. })), "{length}");
        }
        assert_eq!(TokenName::parse(""), Err(Problem::Required));
        assert!(matches!(TokenName::parse("a\nb"), Err(Problem::ControlCharacter { .. })));
    }
}
