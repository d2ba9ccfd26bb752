//! A calendar month. When it begins depends on the zone, and only the server knows the zones.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::values::Lang;
use crate::words::reports as words;

/// A month of the Gregorian calendar, years 1 … 9999. Its text is `2026-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i16,
    /// 1 … 12.
    number: i8,
}

impl Month {
    /// `None` where there is no such month.
    pub const fn new(year: i16, number: i8) -> Option<Self> {
        if year < 1 || year > 9999 || number < 1 || number > 12 { None } else { Some(Self { year, number }) }
    }

    /// Reads `2026-10`.
    pub fn parse(raw: &str) -> Option<Self> {
        let (year, number) = raw.split_once('-')?;
        let is_digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(year, 4) || !is_digits(number, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, number.parse().ok()?)
    }

    pub const fn year(self) -> i16 {
        self.year
    }

    /// 1 … 12.
    pub const fn number(self) -> i8 {
        self.number
    }

    /// `None` after December 9999.
    pub const fn next(self) -> Option<Self> {
        if self.number == 12 { Self::new(self.year + 1, 1) } else { Self::new(self.year, self.number + 1) }
    }

    /// `None` before January of year 1.
    pub const fn previous(self) -> Option<Self> {
        if self.number == 1 { Self::new(self.year - 1, 12) } else { Self::new(self.year, self.number - 1) }
    }

    /// `октябрь 2026`, `October 2026`.
    pub fn name(self, lang: Lang) -> String {
        format!("{} {}", words::month(self.number, lang), self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(raw: &str) -> Result<Self, NoMonth> {
        Self::parse(raw).ok_or(NoMonth)
    }
}

impl TryFrom<String> for Month {
    type Error = NoMonth;

    fn try_from(raw: String) -> Result<Self, NoMonth> {
        raw.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// The text names no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoMonth;

impl fmt::Display for NoMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no month of the form YYYY-MM")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_month_is_four_digits_and_two() {
        assert_eq!(Month::parse("2026-10"), Month::new(2026, 10));
        for raw in ["", "2026", "2026-13", "2026-00", "2026-1", "26-10", "0000-01", "+026-10", "2026-10-01", "2026–10"]
        {
            assert_eq!(Month::parse(raw), None, "{raw}");
            assert!(serde_json::from_str::<Month>(&format!("{raw:?}")).is_err());
        }
    }

    #[test]
    fn december_is_followed_by_january() {
        let month = |raw| Month::parse(raw).unwrap();
        assert_eq!(month("2026-12").next(), Some(month("2027-01")));
        assert_eq!(month("2027-01").previous(), Some(month("2026-12")));
        assert_eq!((month("9999-12").next(), month("0001-01").previous()), (None, None));
    }

    #[test]
    fn a_month_has_a_name_in_both_languages() {
        let october = Month::parse("2026-10").unwrap();
        assert_eq!((october.name(Lang::Ru), october.name(Lang::En)), ("октябрь 2026".into(), "October 2026".into()));
    }

    proptest! {
        #[test]
        fn a_month_survives_its_text_and_lies_between_its_neighbours(year in 2..9999_i16, number in 1..=12_i8) {
            let month = Month::new(year, number).unwrap();
            prop_assert_eq!(Month::parse(&month.to_string()), Some(month));
            prop_assert_eq!(month.next().and_then(Month::previous), Some(month));
            prop_assert!(month.previous() < Some(month) && Some(month) < month.next());
        }
    }
}
