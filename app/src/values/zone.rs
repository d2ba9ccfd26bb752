//! A time zone by its IANA name, and one with the offset it has at a stated moment.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Problem;
use super::text_value::text_value;

/// A name of the form `Area/Location` or `UTC`. Only [`Zones`](super::Zones) knows whether the zone
/// exists: a stored name stays valid when the database renames it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneName(String);

text_value!(ZoneName);

impl ZoneName {
    /// Longer than any name of the time zone database (32 today).
    const MAX: usize = 64;

    /// Letters, digits, `_ + -`, parts joined by `/`, each beginning with a letter.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let name = raw.trim();
        if name.is_empty() {
            return Err(Problem::Required);
        }
        let is_part = |part: &str| {
            part.starts_with(|ch: char| ch.is_ascii_alphabetic())
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
        };
        if name.len() > Self::MAX || !name.split('/').all(is_part) {
            return Err(Problem::UnknownZone);
        }
        Ok(Self(name.to_owned()))
    }

    /// The last part, spaces for underscores: `New York`.
    pub fn city(&self) -> String {
        self.0.rsplit('/').next().unwrap_or_default().replace('_', " ")
    }
}

impl Default for ZoneName {
    fn default() -> Self {
        Self("Europe/Moscow".to_owned())
    }
}

/// A zone with its offset from UTC, in minutes, at the moment the list was made.
/// On the wire a pair: `["Europe/Moscow",180]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Zone(ZoneName, i16);

impl Zone {
    pub fn new(name: ZoneName, offset_minutes: i16) -> Self {
        Self(name, offset_minutes)
    }

    pub fn name(&self) -> &ZoneName {
        &self.0
    }

    pub fn offset_minutes(&self) -> i16 {
        self.1
    }

    /// As [`utc_offset`] writes it.
    pub fn offset(&self) -> String {
        utc_offset(self.1)
    }
}

/// `UTC+03:00` of minutes east of UTC, with a real minus west of Greenwich.
pub fn utc_offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `Europe/Moscow (UTC+03:00)`.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.0, self.offset())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_database_are_accepted() {
        for name in [
            "UTC",
            "Europe/Moscow",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+12",
            "America/Port-au-Prince",
            "EST5EDT",
        ] {
            assert_eq!(ZoneName::parse(name).unwrap().as_str(), name);
        }
        assert_eq!(ZoneName::parse("America/New_York").unwrap().city(), "New York");
    }

    #[test]
    fn what_cannot_be_a_name_is_refused() {
        assert_eq!(ZoneName::parse(" "), Err(Problem::Required));
        for raw in ["Europe/", "/Moscow", "../etc/passwd", "Europe//Moscow", "Москва", "+03:00", "a b", "A\0"] {
            assert_eq!(ZoneName::parse(raw), Err(Problem::UnknownZone), "{raw}");
        }
        assert_eq!(ZoneName::parse(&"a".repeat(65)), Err(Problem::UnknownZone));
    }

    #[test]
    fn the_offset_is_shown_with_sign_and_minutes() {
        let shown = |offset| Zone::new(ZoneName::default(), offset).to_string();
        assert_eq!(shown(180), "Europe/Moscow (UTC+03:00)");
        assert_eq!(shown(-570), "Europe/Moscow (UTC\u{2212}09:30)");
        assert_eq!(shown(0), "Europe/Moscow (UTC+00:00)");
        assert_eq!(serde_json::to_string(&Zone::new(ZoneName::default(), 180)).unwrap(), r#"["Europe/Moscow",180]"#);
    }
}
