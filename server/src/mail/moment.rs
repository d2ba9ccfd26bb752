//! A moment as a letter tells it: in the receiver's zone and in UTC.

use app::values::Lang;
use app::words::reports::month;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::zones::{by_name, instant, offset};

/// `14.03.2026, 15:04 (Europe/Moscow); 12:04 UTC`: the UTC date is repeated only where it differs.
/// An unknown zone leaves UTC alone. `unix_ms` is in Unix milliseconds.
pub(super) fn moment(lang: Lang, unix_ms: i64, zone: &str) -> String {
    let instant = instant(unix_ms);
    let utc = TimeZone::UTC.to_datetime(instant);
    let known = TimeZoneDatabase::bundled().get(zone).ok().filter(|_| !zone.eq_ignore_ascii_case("utc"));
    let Some(known) = known else {
        return format!("{}, {} UTC", date(lang, utc), time(utc));
    };
    let local = known.to_datetime(instant);
    let utc_date = if local.date() == utc.date() { String::new() } else { format!("{}, ", date(lang, utc)) };
    format!("{}, {} ({zone}); {utc_date}{} UTC", date(lang, local), time(local), time(utc))
}

/// `14.03.2026, 15:04 (Europe/Moscow)`, for a line that has to be short.
pub(super) fn local_moment(lang: Lang, unix_ms: i64, zone: &str) -> String {
    let whole = moment(lang, unix_ms, zone);
    whole.split(';').next().unwrap_or_default().to_owned()
}

/// `14.03.2026, 15:04 (UTC+03:00)` in the zone, which is told elsewhere. `unix_ms` is in Unix milliseconds.
pub(super) fn moment_with_offset(lang: Lang, unix_ms: i64, zone: &str) -> String {
    let local = by_name(zone).to_datetime(instant(unix_ms));
    format!("{}, {} ({})", date(lang, local), time(local), offset(zone, unix_ms))
}

fn date(lang: Lang, at: DateTime) -> String {
    match lang {
        Lang::Ru => at.strftime("%d.%m.%Y").to_string(),
        Lang::En => format!("{} {} {}", at.day(), month(at.month(), lang), at.year()),
    }
}

fn time(at: DateTime) -> String {
    at.strftime("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: i64 = 1_773_489_895_007;

    #[test]
    fn a_moment_is_told_in_the_receivers_zone_and_in_utc() {
        assert_eq!(moment(Lang::Ru, AT, "Europe/Moscow"), "14.03.2026, 15:04 (Europe/Moscow); 12:04 UTC");
        assert_eq!(moment(Lang::En, AT, "Europe/Moscow"), "14 March 2026, 15:04 (Europe/Moscow); 12:04 UTC");
    }

    #[test]
    fn where_the_zone_is_told_elsewhere_the_offset_is_enough() {
        assert_eq!(moment_with_offset(Lang::Ru, AT, "Europe/Moscow"), "14.03.2026, 15:04 (UTC+03:00)");
        assert_eq!(moment_with_offset(Lang::En, AT, "America/New_York"), "14 March 2026, 08:04 (UTC\u{2212}04:00)");
    }

    #[test]
    fn the_utc_date_is_told_when_it_is_another() {
        let late = AT + 9 * 3_600_000;
        let told = moment(Lang::En, late, "Asia/Vladivostok");
        assert_eq!(told, "15 March 2026, 07:04 (Asia/Vladivostok); 14 March 2026, 21:04 UTC");
    }

    #[test]
    fn an_unknown_zone_leaves_utc_alone() {
        assert_eq!(moment(Lang::En, AT, "Mars/Olympus"), "14 March 2026, 12:04 UTC");
        assert_eq!(moment(Lang::Ru, AT, "UTC"), "14.03.2026, 12:04 UTC");
    }
}
