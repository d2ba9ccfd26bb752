//! When a day begins, also where clocks are changed at midnight.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

/// The first instant of a day in a zone, Unix milliseconds. Where midnight is missing it is the first instant after the
/// gap; where it comes twice, the first of the two. `None` for a day at the ends of the calendar.
pub fn first_instant(zone: &TimeZone, day: Date) -> Option<i64> {
    let midnight = zone.to_ambiguous_timestamp(day.to_datetime(Time::midnight()));
    let first = match midnight.offset() {
        // Neither offset is right in a gap, which need not begin at midnight: what ends it is the change itself.
        AmbiguousOffset::Gap { after, .. } => {
            let before_the_gap = after.to_timestamp(midnight.datetime()).ok()?;
            change_of_offset(zone, before_the_gap)?
        }
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => midnight.earlier().ok()?,
    };
    Some(first.as_millisecond())
}

/// The next time that the zone's offset becomes another. Not every transition of the database changes it.
fn change_of_offset(zone: &TimeZone, since: Timestamp) -> Option<Timestamp> {
    let offset = zone.to_offset(since);
    zone.following(since).find(|transition| transition.offset() != offset).map(|transition| transition.timestamp())
}

#[cfg(test)]
mod tests {
    use super::super::by_name;
    use super::*;

    fn begins(zone: &str, day: &str) -> String {
        let at = first_instant(&by_name(zone), day.parse().unwrap()).unwrap();
        Timestamp::from_millisecond(at).unwrap().to_string()
    }

    #[test]
    fn a_day_without_a_midnight_begins_after_the_gap() {
        assert_eq!(begins("America/Asuncion", "2023-10-01"), "2023-10-01T04:00:00Z");
        // Half past eleven in the evening was followed by half past midnight.
        assert_eq!(begins("America/Toronto", "1919-03-31"), "1919-03-31T04:30:00Z");
        // A day that was left out begins where the next one does.
        assert_eq!(begins("Pacific/Apia", "2011-12-30"), begins("Pacific/Apia", "2011-12-31"));
    }

    #[test]
    fn a_day_with_two_midnights_begins_at_the_first() {
        assert_eq!(begins("America/Havana", "2020-11-01"), "2020-11-01T04:00:00Z");
        // A minute past midnight was followed by a minute past eleven of the evening before.
        assert_eq!(begins("America/St_Johns", "2009-11-01"), "2009-11-01T02:30:00Z");
    }

    #[test]
    fn a_change_that_ends_at_midnight_lengthens_the_day_before() {
        assert_eq!(begins("Asia/Almaty", "2024-03-01"), "2024-02-29T19:00:00Z");
    }

    #[test]
    fn former_names_and_any_case_are_known_and_nonsense_is_utc() {
        assert_eq!(begins("asia/calcutta", "2026-11-01"), begins("Asia/Kolkata", "2026-11-01"));
        assert_eq!(begins("Mars/Olympus", "2026-11-01"), "2026-11-01T00:00:00Z");
    }
}
