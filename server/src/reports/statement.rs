//! What a file is made from: whose ledger, over which time, and what was in it.

use app::reports::Month;
use app::values::{Lang, ZoneName};
use app::words::reports as words;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{Entry, Period, Summary};
use crate::zones::{by_name, instant, offset};

/// The company as it was when the statement was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub company: String,
    pub company_id: i64,
    /// `RUB`.
    pub currency: String,
    /// In which every time is told.
    pub zone: ZoneName,
}

/// A period of one company's ledger, ready to be written out.
#[derive(Clone, Debug)]
pub struct Statement {
    pub subject: Subject,
    /// Where it is a monthly report.
    pub month: Option<Month>,
    pub period: Period,
    /// Unix milliseconds.
    pub made_at: i64,
    /// None where the entries are but some of the period's: they do not add up then.
    pub summary: Option<Summary>,
    pub entries: Vec<Entry>,
}

impl Statement {
    /// `Отчет за октябрь 2026`; `Операции` for another period.
    pub fn title(&self, lang: Lang) -> String {
        match self.month {
            Some(month) => words::monthly_report(&month.name(lang), lang),
            None => words::statement(lang).to_owned(),
        }
    }
}

/// The clock on the company's wall.
pub(super) struct WallClock {
    zone: TimeZone,
    name: ZoneName,
}

impl WallClock {
    pub(super) fn of(subject: &Subject) -> Self {
        Self { zone: by_name(subject.zone.as_str()), name: subject.zone.clone() }
    }

    /// Date and time at an instant, Unix milliseconds.
    pub(super) fn shows(&self, at: i64) -> DateTime {
        self.zone.to_datetime(instant(at))
    }

    /// How it stands to UTC then: `UTC+03:00`.
    pub(super) fn offset(&self, at: i64) -> String {
        offset(self.name.as_str(), at)
    }

    /// `2026-10-31 23:59:59.999 UTC+03:00`.
    pub(super) fn tells(&self, at: i64) -> String {
        format!("{} {}", text(self.shows(at)), self.offset(at))
    }
}

/// `2026-10-31 23:59:59.999`, which sorts as it reads.
pub(super) fn text(moment: DateTime) -> String {
    moment.strftime("%Y-%m-%d %H:%M:%S%.3f").to_string()
}
