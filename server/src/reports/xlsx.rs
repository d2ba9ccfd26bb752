//! A statement as a workbook: a sheet of sums and a sheet of entries. The same statement makes the same bytes.

mod entries;
mod sums;
mod written;

use app::values::Lang;
use app::words::reports as words;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use self::entries::entry_sheet;
use self::sums::sum_sheet;
pub(super) use self::sums::sums;
use self::written::excel_moment;
use super::Statement;
use super::statement::WallClock;

/// A sheet holds 1,048,576 rows; of more entries than this the rest goes on in another one.
const ROWS_OF_A_SHEET: usize = 1_000_000;

/// The workbook. The sheet of sums is left out where the entries are but some of the period's.
///
/// # Errors
/// Where a text is longer than a cell may be, 32,767 characters.
pub fn xlsx(statement: &Statement, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let clock = WallClock::of(&statement.subject);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(statement, &clock, lang));
    if let Some(summary) = &statement.summary {
        workbook.push_worksheet(sum_sheet(statement, summary, &clock, lang)?);
    }
    let name = words::statement(lang);
    workbook.push_worksheet(entry_sheet(name, &statement.subject, first_rows(statement), &clock, lang)?);
    for (rows, number) in statement.entries.chunks(ROWS_OF_A_SHEET).skip(1).zip(2..) {
        let name = format!("{name} {number}");
        workbook.push_worksheet(entry_sheet(&name, &statement.subject, rows, &clock, lang)?);
    }
    workbook.save_to_buffer()
}

fn first_rows(statement: &Statement) -> &[super::Entry] {
    statement.entries.chunks(ROWS_OF_A_SHEET).next().unwrap_or_default()
}

/// Without a date of its own the library takes the machine's clock.
fn properties(statement: &Statement, clock: &WallClock, lang: Lang) -> DocProperties {
    let properties = DocProperties::new().set_title(statement.title(lang)).set_author(&statement.subject.company);
    match excel_moment(clock.shows(statement.made_at)) {
        Some(made) => properties.set_creation_datetime(&made),
        None => properties,
    }
}

#[cfg(test)]
mod tests;
