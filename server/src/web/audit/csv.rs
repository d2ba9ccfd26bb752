//! Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

use app::values::Lang;
use jiff::Timestamp;
use jiff::tz::Offset;

/// Tells a spreadsheet that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

pub(super) struct Csv {
    text: String,
    /// Where Russian is spoken the comma divides decimals, and spreadsheets expect a semicolon.
    separator: char,
}

impl Csv {
    pub(super) fn new(lang: Lang) -> Self {
        Self { text: BYTE_ORDER_MARK.into(), separator: if lang == Lang::Ru { ';' } else { ',' } }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        for (number, cell) in cells.into_iter().enumerate() {
            if number > 0 {
                self.text.push(self.separator);
            }
            self.text.push('"');
            self.text.push_str(&harmless(&cell).replace('"', "\"\""));
            self.text.push('"');
        }
        self.text.push_str("\r\n");
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A cell that begins like a formula is marked as text by an apostrophe (OWASP, CSV injection). A full-width sign
/// counts too: some spreadsheets read it as the plain one. So does one behind blanks, which some of them skip.
fn harmless(cell: &str) -> String {
    let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_control = cell.starts_with(['\t', '\r', '\n']);
    if begins || is_control { format!("'{cell}") } else { cell.to_owned() }
}

/// `2026-11-23 09:41:00` in the zone `offset` minutes east of UTC; `at` is Unix milliseconds.
pub(super) fn moment(at: i64, offset: i16) -> String {
    let offset = Offset::from_seconds(i32::from(offset) * 60).unwrap_or(Offset::UTC);
    let at = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    offset.to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
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
        let mut csv = Csv::new(Lang::En);
        csv.row(["a,b", "say \"x\"", "two\nlines"].map(str::to_owned));
        assert_eq!(csv.finish(), "\u{feff}\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }

    #[test]
    fn a_moment_is_told_in_the_zone() {
        assert_eq!(moment(1_795_416_060_000, 180), "2026-11-23 09:41:00");
        assert_eq!(moment(1_795_416_060_000, 0), "2026-11-23 06:41:00");
    }
}
