//! A period of whole days in a zone, from the fields `from` and `until` of a filter, both of which may be empty.

use app::fields::{self, Fields};
use app::values::{Invalid, Problem};

use crate::zones::{day_end, day_start};

/// Unix milliseconds, from the first inclusive to the second exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: i64,
    pub(super) until: i64,
}

impl Period {
    /// What of it lies after the instant from which somebody sees the company.
    ///
    /// # Errors
    /// At `until`, where nothing does.
    pub(super) fn since(self, at: i64) -> Result<Self, Invalid> {
        if self.until <= at {
            return Err(Invalid::at("until", Problem::BeforeAttachment));
        }
        Ok(Self { from: self.from.max(at), ..self })
    }

    /// Nothing where a day is none: the problem is among the invalid then.
    pub(super) fn read(fields: &Fields, zone: &str, invalid: &mut Invalid) -> Option<Self> {
        let text = |name| fields::text(fields, name).trim();
        let from = invalid.check("from", day(text("from"), |date| day_start(zone, date)));
        let until = invalid.check("until", day(text("until"), |date| day_end(zone, date)));
        let period = Self { from: from?.unwrap_or(i64::MIN), until: until?.unwrap_or(i64::MAX) };
        if period.from >= period.until {
            invalid.add("until", Problem::EndsBeforeItBegins);
            return None;
        }
        Some(period)
    }
}

fn day(text: &str, read: impl FnOnce(&str) -> Option<i64>) -> Result<Option<i64>, Problem> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some).ok_or(Problem::NotADate) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, value: &str) -> (Option<Period>, Invalid) {
        let mut invalid = Invalid::default();
        let fields = Fields::from([(name.to_owned(), value.to_owned())]);
        (Period::read(&fields, "Europe/Moscow", &mut invalid), invalid)
    }

    #[test]
    fn a_day_lasts_from_midnight_to_midnight_of_the_zone() {
        // 2026-11-23 00:00 in Moscow is 21:00 UTC of the day before.
        const MIDNIGHT: i64 = 1_795_381_200_000;
        assert_eq!(read("from", "2026-11-23").0, Some(Period { from: MIDNIGHT, until: i64::MAX }));
        assert_eq!(read("until", "2026-11-23").0, Some(Period { from: i64::MIN, until: MIDNIGHT + 86_400_000 }));
    }

    #[test]
    fn a_last_day_before_the_first_is_a_problem_of_the_last() {
        let mut invalid = Invalid::default();
        let days =
            [("from", "2026-11-23"), ("until", "2026-11-22")].map(|(name, day)| (name.to_owned(), day.to_owned()));
        assert_eq!(Period::read(&Fields::from(days), "Europe/Moscow", &mut invalid), None);
        assert_eq!(invalid, Invalid::at("until", Problem::EndsBeforeItBegins));
    }

    #[test]
    fn nothing_is_seen_of_what_ended_before() {
        let period = Period { from: 10, until: 20 };
        assert_eq!(period.since(i64::MIN), Ok(period));
        assert_eq!(period.since(15), Ok(Period { from: 15, until: 20 }));
        assert_eq!(period.since(20), Err(Invalid::at("until", Problem::BeforeAttachment)));
    }

    #[test]
    fn what_is_no_day_is_a_problem_of_its_field() {
        for (name, value) in [("from", "23.11.2026"), ("until", "2026-02-30")] {
            assert_eq!(read(name, value), (None, Invalid::at(name, Problem::NotADate)));
        }
    }
}
