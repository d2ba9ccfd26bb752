//! How a value is put into a cell.

use app::values::Kopecks;
use jiff::civil::DateTime;
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, RowNum, Worksheet, XlsxError};

use super::super::sheet::Cell;
use super::super::statement::text;
use crate::csv_table::begins_like_a_formula;

/// The looks of cells.
pub(super) struct Looks {
    pub(super) head: Format,
    amount: Format,
    moment: Format,
    plain: Format,
    /// Stays text even when somebody edits it.
    not_a_formula: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        Self {
            head: Format::new().set_bold().set_text_wrap(),
            // A real minus, and never a colour alone.
            amount: Format::new().set_num_format("#,##0.00;\u{2212}#,##0.00"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss.000"),
            plain: Format::new(),
            not_a_formula: Format::new().set_quote_prefix(),
        }
    }

    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        (row, column): (RowNum, ColNum),
        cell: Cell<'_>,
    ) -> Result<(), XlsxError> {
        match cell {
            Cell::Text(text) => self.text(sheet, (row, column), &text),
            Cell::Number(number) => sheet.write_number(row, column, exact(&number.to_string())).map(drop),
            Cell::Amount(amount) => self.amount(sheet, (row, column), amount),
            Cell::Moment(moment) => self.moment(sheet, (row, column), moment),
        }
    }

    fn text(&self, sheet: &mut Worksheet, (row, column): (RowNum, ColNum), text: &str) -> Result<(), XlsxError> {
        let look = if begins_like_a_formula(text) { &self.not_a_formula } else { &self.plain };
        sheet.write_string_with_format(row, column, text, look).map(drop)
    }

    fn amount(&self, sheet: &mut Worksheet, (row, column): (RowNum, ColNum), amount: Kopecks) -> Result<(), XlsxError> {
        sheet.write_number_with_format(row, column, exact(&amount.to_string()), &self.amount).map(drop)
    }

    /// What lies before the calendar of spreadsheets is told as text.
    fn moment(&self, sheet: &mut Worksheet, (row, column): (RowNum, ColNum), at: DateTime) -> Result<(), XlsxError> {
        match excel_moment(at) {
            Some(excel) => sheet.write_datetime_with_format(row, column, &excel, &self.moment).map(drop),
            None => self.text(sheet, (row, column), &text(at)),
        }
    }
}

/// The nearest number that a cell can hold: exact for fifteen digits, and so for every balance.
fn exact(decimal: &str) -> f64 {
    decimal.parse().unwrap_or_default()
}

/// `None` before 1900.
pub(super) fn excel_moment(at: DateTime) -> Option<ExcelDateTime> {
    let part = |value: i8| u8::try_from(value).ok();
    let date = ExcelDateTime::from_ymd(u16::try_from(at.year()).ok()?, part(at.month())?, part(at.day())?).ok()?;
    let milli = u16::try_from(at.millisecond()).ok()?;
    date.and_hms_milli(u16::from(part(at.hour())?), part(at.minute())?, part(at.second())?, milli).ok()
}
