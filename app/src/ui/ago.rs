//! How long ago something was, as one says it.

use super::moment::{clock, date_and_time};
use crate::values::{DAY_MS, HOUR_MS, Lang, MINUTE_MS};
use crate::words::plural::{english, russian};

/// `5 minutes ago`, `today at 09:41`, `yesterday at 09:41`, and from then on the date. Unix milliseconds; days are those of
/// the zone `offset` minutes east of UTC.
///
/// ```
/// use app::ui::ago;
/// use app::values::Lang;
/// assert_eq!(ago(1_795_416_060_000, 1_795_416_240_000, 180, Lang::Ru), "3 минуты назад");
/// ```
pub fn ago(at: i64, now: i64, offset: i16, lang: Lang) -> String {
    let passed = now.saturating_sub(at);
    if passed < MINUTE_MS {
        return just_now(lang).to_owned();
    }
    if passed < HOUR_MS {
        return minutes_ago((passed / MINUTE_MS).unsigned_abs(), lang);
    }
    let day = |at: i64| at.saturating_add(i64::from(offset) * MINUTE_MS).div_euclid(DAY_MS);
    match (day(now) - day(at), lang) {
        (0, Lang::Ru) => format!("сегодня в {}", clock(at, offset)),
        (0, Lang::En) => format!("today at {}", clock(at, offset)),
        (1, Lang::Ru) => format!("вчера в {}", clock(at, offset)),
        (1, Lang::En) => format!("yesterday at {}", clock(at, offset)),
        _ => date_and_time(at, offset, lang),
    }
}

fn just_now(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "только что",
        Lang::En => "just now",
    }
}

fn minutes_ago(minutes: u64, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("{minutes} {} назад", russian(minutes, "минуту", "минуты", "минут")),
        Lang::En => format!("{minutes} {} ago", english(minutes, "minute", "minutes")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-23 06:41 UTC, 09:41 in Moscow.
    const MORNING: i64 = 1_795_416_060_000;

    #[test]
    fn near_moments_are_told_by_distance_and_far_ones_by_date() {
        let told = |passed| ago(MORNING - passed, MORNING, 180, Lang::En);
        assert_eq!(told(-5), "just now");
        assert_eq!(told(MINUTE_MS - 1), "just now");
        assert_eq!(told(MINUTE_MS), "1 minute ago");
        assert_eq!(told(HOUR_MS - 1), "59 minutes ago");
        assert_eq!(told(HOUR_MS), "today at 08:41");
        assert_eq!(told(10 * HOUR_MS), "yesterday at 23:41");
        assert_eq!(told(34 * HOUR_MS), "21 Nov 2026, 23:41");
    }
}
