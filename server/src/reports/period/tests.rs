//! The table of month boundaries, and what holds for every zone there is.

use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;
use proptest::prelude::*;

use super::*;
use crate::zones::by_name;

const HOUR_MS: i64 = 3_600_000;

fn at(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_millisecond()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// By this rule of POSIX the table's row of Havana was made. Cuba has given up its change of November 2026 since, and the
/// zone's own data says so; 2020 was the same.
const HAVANA: &str = "CST5CDT,M3.2.0/0,M11.1.0/1";

/// The report of a month of a company that had the zone the month before.
fn report(zone: &str, of: &str) -> Period {
    let zone = if zone == HAVANA { TimeZone::posix(zone).unwrap() } else { by_name(zone) };
    let before = month(of).previous().unwrap();
    let last = ReportPeriod { month: before, period: Period { from: 0, to: begins(month(of), &zone).unwrap() } };
    let ReportPeriod { month: told, period } = last.next(&zone).unwrap();
    assert_eq!(told, month(of));
    period
}

#[test]
fn months_begin_and_end_where_the_zone_says() {
    for (zone, of, from, to, hours) in [
        ("Europe/Moscow", "2026-10", "2026-09-30T21:00Z", "2026-10-31T21:00Z", 744),
        ("Europe/Moscow", "2026-12", "2026-11-30T21:00Z", "2026-12-31T21:00Z", 744),
        ("Asia/Vladivostok", "2026-10", "2026-09-30T14:00Z", "2026-10-31T14:00Z", 744),
        ("Asia/Kamchatka", "2026-02", "2026-01-31T12:00Z", "2026-02-28T12:00Z", 672),
        ("Asia/Kolkata", "2026-10", "2026-09-30T18:30Z", "2026-10-31T18:30Z", 744),
        ("Europe/Berlin", "2026-03", "2026-02-28T23:00Z", "2026-03-31T22:00Z", 743),
        ("Europe/Berlin", "2026-10", "2026-09-30T22:00Z", "2026-10-31T23:00Z", 745),
        ("America/New_York", "2026-11", "2026-11-01T04:00Z", "2026-12-01T05:00Z", 721),
        ("Pacific/Chatham", "2026-09", "2026-08-31T11:15Z", "2026-09-30T10:15Z", 719),
        ("Asia/Almaty", "2024-02", "2024-01-31T18:00Z", "2024-02-29T19:00Z", 697),
        (HAVANA, "2026-11", "2026-11-01T04:00Z", "2026-12-01T05:00Z", 721),
        ("America/Havana", "2020-11", "2020-11-01T04:00Z", "2020-12-01T05:00Z", 721),
        ("America/Asuncion", "2023-10", "2023-10-01T04:00Z", "2023-11-01T03:00Z", 743),
    ] {
        let told = report(zone, of);
        assert_eq!(told, Period { from: at(from), to: at(to) }, "{zone} {of}");
        assert_eq!(told.to - told.from, hours * HOUR_MS, "{zone} {of}");
    }
}

#[test]
fn a_changed_zone_makes_neither_gap_nor_overlap() {
    let (moscow, vladivostok) = (by_name("Europe/Moscow"), by_name("Asia/Vladivostok"));
    let september = ReportPeriod::first(at("2026-09-03T10:00Z"), &moscow).unwrap();
    let october = september.next(&vladivostok).unwrap();
    assert_eq!(october.period, Period { from: at("2026-09-30T21:00Z"), to: at("2026-10-31T14:00Z") });
    assert_eq!(october.period.to - october.period.from, 737 * HOUR_MS);

    // Westwards the last month's end lies in what the new zone still calls that month.
    let september = ReportPeriod::first(at("2026-09-03T10:00Z"), &vladivostok).unwrap();
    let october = september.next(&moscow).unwrap();
    assert_eq!(october.month, month("2026-10"));
    assert_eq!(october.period, Period { from: at("2026-09-30T14:00Z"), to: at("2026-10-31T21:00Z") });
}

#[test]
fn an_entry_at_the_end_belongs_to_the_next_month() {
    let (moscow, vladivostok) = (report("Europe/Moscow", "2026-10"), report("Asia/Vladivostok", "2026-10"));
    let (last, next) = (at("2026-10-31T20:59:59.999Z"), at("2026-10-31T21:00:00.000Z"));
    assert_eq!((moscow.holds(last), moscow.holds(next)), (true, false));
    assert_eq!((vladivostok.holds(last), vladivostok.holds(next)), (false, false));
    assert!(report("Europe/Moscow", "2026-11").holds(next));
    assert!(report("Asia/Vladivostok", "2026-11").holds(last) && report("Asia/Vladivostok", "2026-11").holds(next));
}

#[test]
fn the_first_report_begins_when_the_company_does() {
    let moscow = by_name("Europe/Moscow");
    for (created, of, to) in [
        ("2026-10-31T20:59:59.999Z", "2026-10", "2026-10-31T21:00Z"),
        ("2026-10-31T21:00:00Z", "2026-11", "2026-11-30T21:00Z"),
        ("2026-11-12T08:30:00Z", "2026-11", "2026-11-30T21:00Z"),
    ] {
        let first = ReportPeriod::first(at(created), &moscow).unwrap();
        assert_eq!(first, ReportPeriod { month: month(of), period: Period { from: at(created), to: at(to) } });
    }
    // In this hour it was the first of November, and then the thirty-first of October again.
    let second_evening = at("2009-11-01T03:00Z");
    let first = ReportPeriod::first(second_evening, &by_name("America/St_Johns")).unwrap();
    assert_eq!(first.month, month("2009-11"));
}

/// Every month of every zone between the years in which its offset is still known to change.
#[test]
fn a_month_begins_at_the_first_instant_that_the_zone_calls_so() {
    let database = TimeZoneDatabase::bundled();
    for name in database.available() {
        let zone = database.get(name.as_str()).unwrap();
        let mut month = Month::new(1980, 1).unwrap();
        while month.year() < 2038 {
            let begins = begins(month, &zone).unwrap();
            let local = |at: i64| zone.to_datetime(instant(at)).date();
            let first = Date::new(month.year(), month.number(), 1).unwrap();
            assert!(local(begins) >= first && local(begins - 1) < first, "{} {month}", name.as_str());
            month = month.next().unwrap();
        }
    }
}

#[test]
fn a_month_has_ended_somewhere_fourteen_hours_before_it_has_in_london() {
    for (now, of) in
        [("2026-10-31T09:59Z", "2026-09"), ("2026-10-31T10:00Z", "2026-10"), ("2026-11-30T09:59Z", "2026-10")]
    {
        assert_eq!(latest_ended_anywhere(at(now)), Some(month(of)), "{now}");
    }
}

fn any_zone() -> impl Strategy<Value = TimeZone> {
    let names: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
    prop::sample::select(names).prop_map(|name| by_name(&name))
}

proptest! {
    #[test]
    fn every_instant_of_a_company_is_in_exactly_one_report(
        created in at("1975-01-01T00:00Z")..at("2090-01-01T00:00Z"),
        zones in prop::collection::vec(any_zone(), 1..30),
        share in 0.0..1.0,
    ) {
        let mut zones = zones.iter();
        let mut reports = vec![ReportPeriod::first(created, zones.next().unwrap()).unwrap()];
        for zone in zones {
            let last = reports[reports.len() - 1];
            reports.push(last.next(zone).unwrap());
        }
        prop_assert_eq!(reports[0].period.from, created);
        for ReportPeriod { period, .. } in &reports {
            prop_assert!(period.from < period.to);
        }
        for pair in reports.windows(2) {
            prop_assert_eq!(pair[0].period.to, pair[1].period.from);
            prop_assert_eq!(pair[0].month.next(), Some(pair[1].month));
            prop_assert!(!pair[0].period.holds(pair[0].period.to) && pair[1].period.holds(pair[0].period.to));
        }
        let end = reports[reports.len() - 1].period.to;
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "any instant between will do")]
        let some = (created + ((end - created) as f64 * share) as i64).min(end - 1);
        prop_assert_eq!(reports.iter().filter(|report| report.period.holds(some)).count(), 1);
    }
}
