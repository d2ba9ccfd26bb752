//! Moments as pages show them: in a stated zone, never silently in the browser's, so that what the server
//! rendered and what the browser wakes up to are the same text.

use crate::values::{DAY_MS, Lang, MINUTE_MS};

/// `23 Nov 2026, 09:41` in the zone `offset` minutes east of UTC; `at` is Unix milliseconds.
///
/// ```
/// use app::ui::date_and_time;
/// use app::values::Lang;
/// assert_eq!(date_and_time(1_795_416_060_000, 180, Lang::En), "23 Nov 2026, 09:41");
/// ```
pub fn date_and_time(at: i64, offset: i16, lang: Lang) -> String {
    format!("{}, {}", date(at, offset, lang), clock(at, offset))
}

/// `23 Nov 2026` in that zone.
pub fn date(at: i64, offset: i16, lang: Lang) -> String {
    let (year, month, day) = civil(local(at, offset).div_euclid(DAY_MS));
    format!("{day} {} {year}", month_word(month, lang))
}

/// `2026-11-23` in that zone, as a date field has it.
pub fn iso_day(at: i64, offset: i16) -> String {
    let (year, month, day) = civil(local(at, offset).div_euclid(DAY_MS));
    format!("{year:04}-{month:02}-{day:02}")
}

/// `23 Nov` in that zone: for a day that is near.
pub fn day(at: i64, offset: i16, lang: Lang) -> String {
    let (_, month, day) = civil(local(at, offset).div_euclid(DAY_MS));
    format!("{day} {}", month_word(month, lang))
}

/// `09:41` in that zone.
pub fn clock(at: i64, offset: i16) -> String {
    let minute = local(at, offset).rem_euclid(DAY_MS) / MINUTE_MS;
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// `2026-11-23T09:41` in that zone: as a field for a time holds it.
pub fn local_time(at: i64, offset: i16) -> String {
    format!("{}T{}", iso_day(at, offset), clock(at, offset))
}

fn local(at: i64, offset: i16) -> i64 {
    at.saturating_add(i64::from(offset) * MINUTE_MS)
}

fn month_word(month: usize, lang: Lang) -> &'static str {
    let words = match lang {
        Lang::Ru => ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
        Lang::En => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    };
    words.get(month - 1).copied().unwrap_or_default()
}

/// Days since 1970-01-01 as year, month (from 1) and day of the Gregorian calendar
/// (Howard Hinnant, `civil_from_days`).
fn civil(day: i64) -> (i64, usize, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, usize::try_from(month).unwrap_or(1), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-23 06:41 UTC.
    const MORNING: i64 = 1_795_416_060_000;

    #[test]
    fn the_calendar_is_right_across_leap_days_and_centuries() {
        for (day, expected) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_780, (2026, 11, 23)),
        ] {
            assert_eq!(civil(day), expected);
        }
    }

    #[test]
    fn the_day_is_that_of_the_zone() {
        assert_eq!(date_and_time(MORNING, 180, Lang::Ru), "23 ноя 2026, 09:41");
        assert_eq!(date_and_time(MORNING, -600, Lang::En), "22 Nov 2026, 20:41");
        assert_eq!(day(MORNING, 0, Lang::En), "23 Nov");
        assert_eq!((iso_day(MORNING, 0), iso_day(MORNING, -600)), ("2026-11-23".into(), "2026-11-22".into()));
    }
}
