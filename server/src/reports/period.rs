//! Which instants a month's report covers. Periods follow each other without a gap or an overlap, also where the company
//! has changed its zone.

use app::reports::Month;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::zones::{first_instant, instant};

/// Unix milliseconds, from the first inclusive to the second exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: i64,
    pub to: i64,
}

impl Period {
    /// An instant at `to` belongs to the next period.
    pub fn holds(self, at: i64) -> bool {
        self.from <= at && at < self.to
    }
}

/// The period of one company's report for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportPeriod {
    pub month: Month,
    pub period: Period,
}

impl ReportPeriod {
    /// The first report: of the month in which the company came to be, from that instant.
    pub fn first(created_at: i64, zone: &TimeZone) -> Option<Self> {
        let month = month_of(created_at, zone)?;
        Self::until_its_end(month, created_at, zone)
    }

    /// The next report: of the following month, from where this one ends. It ends in the zone of now, whichever zone
    /// this one ended in.
    pub fn next(self, zone: &TimeZone) -> Option<Self> {
        Self::until_its_end(self.month.next()?, self.period.to, zone)
    }

    fn until_its_end(month: Month, from: i64, zone: &TimeZone) -> Option<Self> {
        let to = begins(month.next()?, zone)?;
        Some(Self { month, period: Period { from, to } })
    }
}

/// The first instant of a month in a zone, Unix milliseconds.
pub fn begins(month: Month, zone: &TimeZone) -> Option<i64> {
    first_instant(zone, Date::new(month.year(), month.number(), 1).ok()?)
}

/// The latest month of which somewhere on Earth nothing is left; nowhere is it later than in this zone's.
pub fn latest_ended_anywhere(now: i64) -> Option<Month> {
    month_of(now, &TimeZone::fixed(jiff::tz::offset(14)))?.previous()
}

/// The month that an instant lies in. Where clocks go back across the first midnight, the evening that comes again is of
/// the new month.
fn month_of(at: i64, zone: &TimeZone) -> Option<Month> {
    let local = zone.to_datetime(instant(at));
    let month = Month::new(local.year(), local.month())?;
    let next = month.next()?;
    Some(if at < begins(next, zone)? { month } else { next })
}

#[cfg(test)]
mod tests;
