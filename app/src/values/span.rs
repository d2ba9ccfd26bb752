//! Lengths of time in milliseconds, the unit of every instant (Unix milliseconds).

pub const MINUTE_MS: i64 = 60 * 1000;
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// 24 hours. A day of the calendar is shorter or longer where the clocks change.
pub const DAY_MS: i64 = 24 * HOUR_MS;
