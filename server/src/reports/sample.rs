//! A statement for the tests of the files.

use app::money::EntryKind;
use app::reports::Month;
use app::values::{Kopecks, ZoneName};

use super::statement::{Statement, Subject};
use super::{Entry, Period, Summary};

pub(super) struct Sample {
    pub(super) subject: Subject,
    pub(super) entries: Vec<Entry>,
    pub(super) summary: Summary,
}

impl Sample {
    pub(super) fn statement(&self) -> Statement {
        Statement {
            subject: self.subject.clone(),
            month: Month::parse("2026-10"),
            period: Period { from: at("2026-09-30T22:00Z"), to: at("2026-10-31T23:00Z") },
            made_at: at("2026-10-31T23:20Z"),
            summary: Some(self.summary.clone()),
            entries: self.entries.clone(),
        }
    }
}

/// Two entries of the month in which Berlin's clocks go back; the first charge is a late one.
pub(super) fn october() -> Sample {
    let charge = Entry {
        number: 7,
        kind: EntryKind::Charge,
        amount: Kopecks::new(-125_000),
        balance_after: Kopecks::new(-25_000),
        service: "voice".to_owned(),
        recorded_at: at("2026-10-24T21:59:59.999Z"),
        occurred_at: at("2026-09-30T10:00Z"),
        description: "Звонки".to_owned(),
        reference: "call-1".to_owned(),
    };
    let payment = Entry {
        number: 8,
        kind: EntryKind::Payment,
        amount: Kopecks::new(999_999_999_999_999 + 25_000),
        balance_after: Kopecks::new(999_999_999_999_999),
        service: String::new(),
        recorded_at: at("2026-10-31T22:59:59.999Z"),
        occurred_at: at("2026-10-31T22:59:59Z"),
        description: String::new(),
        reference: String::new(),
    };
    of(vec![charge, payment])
}

/// The same, with a text in every place that a sender fills.
pub(super) fn hostile(text: &str) -> Sample {
    let mut entries = october().entries;
    for entry in &mut entries {
        entry.service = text.to_owned();
        entry.description = text.to_owned();
        entry.reference = text.to_owned();
    }
    let mut sample = of(entries);
    sample.subject.company = text.to_owned();
    sample
}

fn of(entries: Vec<Entry>) -> Sample {
    let summary = Summary::of(Kopecks::new(100_000), &entries).unwrap();
    let zone = ZoneName::parse("Europe/Berlin").unwrap();
    let subject = Subject { company: "Север & Co".to_owned(), company_id: 41, currency: "RUB".to_owned(), zone };
    Sample { subject, entries, summary }
}

pub(super) fn at(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
}
