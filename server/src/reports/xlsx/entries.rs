//! The sheet of entries: one a row, under heads that stay in sight.

use app::values::Lang;
use rust_xlsxwriter::{ColNum, RowNum, Worksheet, XlsxError};

use super::super::Entry;
use super::super::sheet::{COLUMNS, cells, heads};
use super::super::statement::{Subject, WallClock};
use super::written::Looks;

/// In characters of the standard font.
const WIDTHS: [f64; COLUMNS] = [8.0, 24.0, 11.0, 24.0, 11.0, 14.0, 14.0, 40.0, 20.0, 18.0, 20.0];

pub(super) fn entry_sheet(
    name: &str,
    subject: &Subject,
    entries: &[Entry],
    clock: &WallClock,
    lang: Lang,
) -> Result<Worksheet, XlsxError> {
    let looks = Looks::new();
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for ((head, width), column) in heads(subject, lang).iter().zip(WIDTHS).zip(0..) {
        sheet.write_string_with_format(0, column, head, &looks.head)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last: (RowNum, ColNum) = (0, 0);
    for (entry, row) in entries.iter().zip(1..) {
        for (cell, column) in cells(entry, clock, lang).into_iter().zip(0..) {
            looks.write(&mut sheet, (row, column), cell)?;
            last = (row, column);
        }
    }
    if last != (0, 0) {
        sheet.autofilter(0, 0, last.0, last.1)?;
    }
    Ok(sheet)
}
