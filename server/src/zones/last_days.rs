//! The last whole days of a zone, over which a company's spending is measured.

use super::{by_name, first_instant, instant};

/// Whole local days up to the last midnight, Unix milliseconds, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDays {
    pub from: i64,
    pub until: i64,
    /// How many of them the company existed for from midnight to midnight.
    pub whole: u8,
}

/// The last `count` whole days of the zone before the day of `now`, for a company that exists since `since`.
pub fn last_days(zone: &str, count: u8, since: i64, now: i64) -> Option<LastDays> {
    let zone = by_name(zone);
    let mut day = zone.to_datetime(instant(now)).date();
    let until = first_instant(&zone, day)?;
    let (mut from, mut whole) = (until, 0);
    for _ in 0..count {
        day = day.yesterday().ok()?;
        from = first_instant(&zone, day)?;
        whole += u8::from(from >= since);
    }
    Some(LastDays { from, until, whole })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn at(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn a_week_ends_at_the_last_midnight_of_the_zone() {
        let week = last_days("Europe/Moscow", 7, 0, at("2026-11-23T09:41:00Z")).unwrap();
        assert_eq!(week, LastDays { from: at("2026-11-15T21:00:00Z"), until: at("2026-11-22T21:00:00Z"), whole: 7 });
    }

    #[test]
    fn a_week_with_a_change_of_clocks_is_an_hour_longer() {
        let week = last_days("Europe/Berlin", 7, 0, at("2026-10-27T12:00:00Z")).unwrap();
        assert_eq!(week.until - week.from, (7 * 24 + 1) * 3_600_000);
    }

    #[test]
    fn the_day_of_creation_is_not_a_whole_one() {
        for (since, whole) in [
            ("2026-11-20T21:00:00Z", 2),
            ("2026-11-20T21:00:00.001Z", 1),
            ("2026-11-22T08:00:00Z", 0),
            ("2026-11-23T08:00:00Z", 0),
        ] {
            let days = last_days("Europe/Moscow", 7, at(since), at("2026-11-23T09:41:00Z")).unwrap();
            assert_eq!(days.whole, whole, "{since}");
        }
    }
}
