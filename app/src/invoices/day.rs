//! The day on an invoice, by the calendar of its supplier's time zone.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::requisites::shown_day;
use crate::values::Lang;

/// A day of the years 1 to 9999, stored and sent as `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InvoiceDay {
    text: String,
    year: u16,
}

impl InvoiceDay {
    /// Reads `YYYY-MM-DD`; nothing else, and no day that the calendar does not have.
    ///
    /// ```
    /// use app::invoices::InvoiceDay;
    /// assert_eq!(InvoiceDay::parse("2026-11-23").unwrap().year(), 2026);
    /// assert!(InvoiceDay::parse("2026-02-29").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return None };
        let is_digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(year, 4) || !is_digits(month, 2) || !is_digits(day, 2) {
            return None;
        }
        let (year, month, day): (u16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let is_real = year > 0 && (1..=days_in(year, month)?).contains(&day);
        is_real.then(|| Self { text: text.to_owned(), year })
    }

    pub fn year(&self) -> u16 {
        self.year
    }

    /// `23.11.2026` in Russian, `23 Nov 2026` in English.
    pub fn shown(&self, lang: Lang) -> String {
        shown_day(&self.text, lang)
    }
}

fn days_in(year: u16, month: u8) -> Option<u8> {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap { 29 } else { 28 }),
        _ => None,
    }
}

impl fmt::Display for InvoiceDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl TryFrom<String> for InvoiceDay {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no day of the calendar as YYYY-MM-DD")
    }
}

impl From<InvoiceDay> for String {
    fn from(day: InvoiceDay) -> Self {
        day.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for text in ["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(InvoiceDay::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026-11",
            "2026-11-23-1",
            "26-11-23",
            "2026-11-31",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "1900-02-29",
            "0000-01-01",
            "+026-01-01",
            "2026-1-01",
            "２０２６-01-01",
            "23.11.2026",
        ] {
            assert!(InvoiceDay::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_day_travels_as_its_text_and_is_checked_on_arrival() {
        let day = InvoiceDay::parse("2026-11-23").unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-11-23\"");
        assert_eq!(serde_json::from_str::<InvoiceDay>("\"2026-11-23\"").unwrap(), day);
        assert!(serde_json::from_str::<InvoiceDay>("\"2026-11-31\"").is_err());
        assert_eq!(day.shown(Lang::Ru), "23.11.2026");
    }
}
