//! The sheet of sums: whose ledger, when, and from which balance to which.

use app::values::Lang;
use app::words::reports as words;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::sheet::Cell;
use super::super::statement::WallClock;
use super::super::{Statement, Summary};
use super::written::Looks;

pub(super) fn sum_sheet(
    statement: &Statement,
    summary: &Summary,
    clock: &WallClock,
    lang: Lang,
) -> Result<Worksheet, XlsxError> {
    let looks = Looks::new();
    let mut sheet = Worksheet::new();
    sheet.set_name(words::summary(lang))?;
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 40)?;
    sheet.write_string_with_format(0, 0, statement.title(lang), &looks.head)?;
    let rows = about(statement, clock, lang).into_iter().chain(sums(statement, summary, lang));
    for ((label, value), row) in rows.zip(1..) {
        looks.write(&mut sheet, (row, 0), Cell::Text(label.into()))?;
        looks.write(&mut sheet, (row, 1), value)?;
    }
    Ok(sheet)
}

fn about(statement: &Statement, clock: &WallClock, lang: Lang) -> Vec<(String, Cell<'static>)> {
    let subject = &statement.subject;
    let text = |text: String| Cell::Text(text.into());
    [
        (words::company(lang), text(format!("{} (ID {})", subject.company, subject.company_id))),
        (words::zone(lang), text(subject.zone.to_string())),
        (words::from(lang), text(clock.tells(statement.period.from))),
        (words::until(lang), text(clock.tells(statement.period.to))),
        (words::made(lang), text(clock.tells(statement.made_at))),
        (words::currency(lang), text(subject.currency.clone())),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .into()
}

/// Each sum with its name, in the order of the report.
pub(in super::super) fn sums(statement: &Statement, summary: &Summary, lang: Lang) -> Vec<(String, Cell<'static>)> {
    let labelled = |label: &str| format!("{label}, {}", statement.subject.currency);
    let mut rows = vec![(labelled(words::opening(lang)), Cell::Amount(summary.opening()))];
    for (service, sum) in summary.charges() {
        let label = format!("{}: {}", words::charges(lang), words::service_name(service, lang));
        rows.push((labelled(&label), Cell::Amount(sum)));
    }
    rows.extend([
        (labelled(words::charges(lang)), Cell::Amount(summary.all_charges())),
        (labelled(words::payments(lang)), Cell::Amount(summary.payments())),
        (labelled(words::corrections(lang)), Cell::Amount(summary.corrections())),
        (labelled(words::reversals(lang)), Cell::Amount(summary.reversals())),
        (labelled(words::closing(lang)), Cell::Amount(summary.closing())),
        (words::number_of_entries(lang).to_owned(), Cell::Number(i64::try_from(summary.count()).unwrap_or(i64::MAX))),
    ]);
    rows
}
