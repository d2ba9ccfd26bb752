//! Separated values (RFC 4180) that no spreadsheet takes for formulas.

use std::borrow::Cow;

/// Tells a spreadsheet that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table that grows row by row.
pub struct CsvTable {
    text: String,
    separator: char,
}

/// What stands in one cell.
pub enum CsvCell<'a> {
    /// Anything, whoever wrote it.
    Text(Cow<'a, str>),
    /// Digits, a sign and a decimal mark, made by us: a minus in front is not a formula here.
    Number(String),
}

impl From<String> for CsvCell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl CsvTable {
    /// The separator is a comma, or a semicolon where the comma divides decimals.
    pub fn new(separator: char) -> Self {
        Self { text: BYTE_ORDER_MARK.into(), separator }
    }

    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = impl Into<CsvCell<'a>>>) {
        for (number, cell) in cells.into_iter().enumerate() {
            if number > 0 {
                self.text.push(self.separator);
            }
            self.text.push('"');
            match cell.into() {
                CsvCell::Text(text) => self.text.push_str(&harmless(&text).replace('"', "\"\"")),
                CsvCell::Number(number) => self.text.push_str(&number),
            }
            self.text.push('"');
        }
        self.text.push_str("\r\n");
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// A cell that begins like a formula is marked as text by an apostrophe (OWASP, CSV injection).
fn harmless(cell: &str) -> Cow<'_, str> {
    if begins_like_a_formula(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// A full-width sign counts too: some spreadsheets read it as the plain one. So does one behind blanks, which some of
/// them skip.
pub fn begins_like_a_formula(cell: &str) -> bool {
    let sign = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    sign || cell.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_formula() {
        for cell in ["=1+1", "+7", "-2", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "＝1", "\n@x"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "a=b", "Анна", "2026-11-23", "192.0.2.1"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn quotes_and_separators_stay_inside_their_cell() {
        let mut table = CsvTable::new(',');
        table.row(["a,b", "say \"x\"", "two\nlines"].map(str::to_owned));
        assert_eq!(table.finish(), "\u{feff}\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }

    #[test]
    fn a_number_keeps_its_sign() {
        let mut table = CsvTable::new(';');
        table.row([CsvCell::Number("-1250,00".to_owned()), CsvCell::Text("-1250,00".into())]);
        assert_eq!(table.finish(), "\u{feff}\"-1250,00\";\"'-1250,00\"\r\n");
    }
}
