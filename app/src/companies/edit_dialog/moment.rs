//! Moments as the dialog tells them: in the company's zone, by its own today and yesterday.

use leptos::prelude::*;

use super::browser;
use super::editor::Editor;
use crate::ui::{clock, date_and_time};
use crate::values::{DAY_MS, Lang, MINUTE_MS, utc_offset};
use crate::words;

/// `today, 09:41`, `yesterday, 18:20`, `23 Nov 2026, 10:05`; `offset` is minutes east of UTC, the times are Unix
/// milliseconds. Without a `now`, as while the server renders, always the date.
pub fn moment(at: i64, offset: i16, now: Option<i64>, lang: Lang) -> String {
    let day = |moment: i64| (moment + i64::from(offset) * MINUTE_MS).div_euclid(DAY_MS);
    match now.map(|now| day(now) - day(at)) {
        Some(0) => format!("{}, {}", words::dialog::today(lang), clock(at, offset)),
        Some(1) => format!("{}, {}", words::dialog::yesterday(lang), clock(at, offset)),
        _ => date_and_time(at, offset, lang),
    }
}

/// The same in the zone of the dialog's record, which is named where it is [foreign](foreign_offset).
pub fn told(at: i64, editor: Editor) -> String {
    let told = moment(at, editor.zone_offset(), editor.now.get(), editor.lang.get());
    match foreign_offset(editor) {
        Some(offset) => format!("{told} ({offset})"),
        None => told,
    }
}

/// `UTC+11:00` of the dialog's record, where the person's device is set to another time.
pub fn foreign_offset(editor: Editor) -> Option<String> {
    let offset = editor.zone_offset();
    let is_foreign = editor.now.get().is_some() && browser::offset_minutes() != Some(offset);
    is_foreign.then(|| utc_offset(offset))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::HOUR_MS;

    /// 2026-11-23 06:41 UTC.
    const MORNING: i64 = 1_795_416_060_000;

    #[test]
    fn a_moment_is_told_by_the_companys_day() {
        let at = |offset, now| moment(MORNING, offset, now, Lang::En);
        assert_eq!(at(180, None), "23 Nov 2026, 09:41");
        assert_eq!(at(180, Some(MORNING + HOUR_MS)), "today, 09:41");
        assert_eq!(at(180, Some(MORNING + 15 * HOUR_MS)), "yesterday, 09:41");
        assert_eq!(at(-600, Some(MORNING + 4 * HOUR_MS)), "yesterday, 20:41");
    }
}
