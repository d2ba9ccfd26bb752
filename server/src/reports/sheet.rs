//! The columns of the entries, the same in every kind of file.

use std::borrow::Cow;

use app::values::{Kopecks, Lang};
use app::words::{money, reports as words};
use jiff::civil::DateTime;

use super::Entry;
use super::statement::{Subject, WallClock};

pub(super) const COLUMNS: usize = 11;

pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Amount(Kopecks),
    /// In the company's zone.
    Moment(DateTime),
}

/// The unit of an amount and the zone of a time stand here, once.
pub(super) fn heads(subject: &Subject, lang: Lang) -> [String; COLUMNS] {
    let in_zone = |head: &str| format!("{head} ({})", subject.zone);
    let in_currency = |head: &str| format!("{head}, {}", subject.currency);
    [
        words::number(lang).to_owned(),
        in_zone(words::recorded(lang)),
        words::offset(lang).to_owned(),
        in_zone(words::occurred(lang)),
        words::offset(lang).to_owned(),
        words::kind(lang).to_owned(),
        words::service(lang).to_owned(),
        words::description(lang).to_owned(),
        words::reference(lang).to_owned(),
        in_currency(words::amount(lang)),
        in_currency(words::balance_after(lang)),
    ]
}

pub(super) fn cells<'a>(entry: &'a Entry, clock: &WallClock, lang: Lang) -> [Cell<'a>; COLUMNS] {
    let service = if entry.service.is_empty() { "" } else { words::service_name(&entry.service, lang) };
    [
        Cell::Number(entry.number),
        Cell::Moment(clock.shows(entry.recorded_at)),
        Cell::Text(clock.offset(entry.recorded_at).into()),
        Cell::Moment(clock.shows(entry.occurred_at)),
        Cell::Text(clock.offset(entry.occurred_at).into()),
        Cell::Text(money::kind(entry.kind, lang).into()),
        Cell::Text(service.into()),
        Cell::Text(entry.description.as_str().into()),
        Cell::Text(entry.reference.as_str().into()),
        Cell::Amount(entry.amount),
        Cell::Amount(entry.balance_after),
    ]
}
