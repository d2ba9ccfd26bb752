//! The time zones of the bundled IANA database, with their offsets at a given moment.

mod first_instant;
mod last_days;

use std::sync::{Arc, Mutex};

use app::values::{MINUTE_MS, Zone, ZoneName, Zones, utc_offset};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

pub use first_instant::first_instant;
pub use last_days::{LastDays, last_days};

/// Offsets change at most on the quarter hour.
const QUARTER_HOUR_MS: i64 = 15 * MINUTE_MS;

/// Remembers the last answer, since the same one holds for a quarter of an hour.
#[derive(Default)]
pub struct ZoneClock(Mutex<Option<(i64, Arc<Zones>)>>);

impl ZoneClock {
    /// Every zone with its offset at the instant, Unix milliseconds.
    pub fn at(&self, now_ms: i64) -> Arc<Zones> {
        let quarter = now_ms.div_euclid(QUARTER_HOUR_MS);
        let mut kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some((of, zones)) = kept.as_ref()
            && *of == quarter
        {
            return Arc::clone(zones);
        }
        let zones = Arc::new(all(now_ms));
        *kept = Some((quarter, Arc::clone(&zones)));
        zones
    }
}

/// Minutes east of UTC of one zone at an instant; 0 for an unknown one.
pub fn offset_minutes(name: &str, now_ms: i64) -> i16 {
    let database = TimeZoneDatabase::bundled();
    database.get(name).map_or(0, |zone| minutes(&zone, instant(now_ms)))
}

/// `UTC+03:00`: how a zone stands at an instant, with a real minus west of Greenwich.
pub fn offset(name: &str, now_ms: i64) -> String {
    utc_offset(offset_minutes(name, now_ms))
}

/// The zone of a name, whatever its case, also of a former name; UTC for an unknown one.
pub fn by_name(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap_or(TimeZone::UTC)
}

/// The day in a zone at an instant, `YYYY-MM-DD`; that of UTC for an unknown zone.
pub fn day(name: &str, now_ms: i64) -> String {
    by_name(name).to_datetime(instant(now_ms)).date().to_string()
}

/// The first instant of a day of the zone, Unix milliseconds; `date` is `2026-11-23`.
pub fn day_start(zone: &str, date: &str) -> Option<i64> {
    first_instant(&by_name(zone), date.parse().ok()?)
}

/// The first instant after that day.
pub fn day_end(zone: &str, date: &str) -> Option<i64> {
    first_instant(&by_name(zone), date.parse::<Date>().ok()?.tomorrow().ok()?)
}

/// The instant that a clock in the zone shows as `2026-11-30T18:00`, Unix milliseconds. One that it skips is the first
/// after the gap, of one that it shows twice the first.
pub fn local_instant(zone: &str, text: &str) -> Option<i64> {
    let zone = TimeZoneDatabase::bundled().get(zone).unwrap_or(TimeZone::UTC);
    let local: DateTime = text.parse().ok()?;
    Some(local.to_zoned_datetime(zone).ok()?.timestamp().as_millisecond())
}

/// From which instant on a zone is how many minutes east of UTC, over all of these instants; Unix milliseconds.
pub fn offsets(zone: &str, over: impl Iterator<Item = i64>) -> Vec<(i64, i16)> {
    let zone = by_name(zone);
    let Some((from, to)) = over.fold(None, |range: Option<(i64, i64)>, at| {
        Some(range.map_or((at, at), |(from, to)| (from.min(at), to.max(at))))
    }) else {
        return Vec::new();
    };
    let changes = zone.following(instant(from)).map(|change| change.timestamp().as_millisecond());
    let changes = changes.take_while(|at| *at <= to);
    [from].into_iter().chain(changes).map(|at| (at, minutes(&zone, instant(at)))).collect()
}

/// What a clock in the zone shows at an instant: `2026-11-30T18:00`.
pub fn local_text(zone: &str, at: i64) -> String {
    by_name(zone).to_datetime(instant(at)).strftime("%Y-%m-%dT%H:%M").to_string()
}

fn all(now_ms: i64) -> Zones {
    let database = TimeZoneDatabase::bundled();
    let at = instant(now_ms);
    let known = database.available().filter_map(|name| {
        let zone = database.get(name.as_str()).ok()?;
        Some(Zone::new(ZoneName::parse(name.as_str()).ok()?, minutes(&zone, at)))
    });
    Zones::new(known.collect())
}

/// An instant of Unix milliseconds; the epoch for one beyond the calendar.
pub fn instant(now_ms: i64) -> Timestamp {
    Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn minutes(zone: &TimeZone, at: Timestamp) -> i16 {
    let offset: Offset = zone.to_offset(at);
    i16::try_from(offset.seconds() / 60).unwrap_or(0)
}
