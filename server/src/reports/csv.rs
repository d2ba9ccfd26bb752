//! The entries of a statement as separated values.

use app::values::Lang;

use super::Statement;
use super::sheet::{Cell, cells, heads};
use super::statement::{WallClock, text};
use super::xlsx::sums;
use crate::csv_table::{CsvCell, CsvTable};

/// UTF-8 with a byte order mark, semicolons between the cells, the decimal mark of the language. Below the entries, after
/// an empty line, the sums.
pub fn csv(statement: &Statement, lang: Lang) -> String {
    let clock = WallClock::of(&statement.subject);
    let mut table = CsvTable::new(';');
    table.row(heads(&statement.subject, lang));
    for entry in &statement.entries {
        table.row(cells(entry, &clock, lang).map(|cell| written(cell, lang)));
    }
    if let Some(summary) = &statement.summary {
        table.row(std::iter::empty::<String>());
        for (label, value) in sums(statement, summary, lang) {
            table.row([CsvCell::from(label), written(value, lang)]);
        }
    }
    table.finish()
}

fn written(cell: Cell<'_>, lang: Lang) -> CsvCell<'_> {
    match cell {
        Cell::Text(text) => CsvCell::Text(text),
        Cell::Number(number) => CsvCell::Number(number.to_string()),
        Cell::Amount(amount) => CsvCell::Number(amount.editable(lang)),
        Cell::Moment(moment) => CsvCell::Text(text(moment).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{hostile, october};
    use super::*;

    #[test]
    fn the_entries_are_told_in_the_companys_zone_and_the_readers_language() {
        let october = october();
        let russian = csv(&october.statement(), Lang::Ru);
        let rows: Vec<&str> = russian.lines().collect();
        assert_eq!(
            rows[0],
            "\u{feff}\"№\";\"Записано (Europe/Berlin)\";\"Смещение\";\"Произошло (Europe/Berlin)\";\"Смещение\";\
             \"Вид\";\"Сервис\";\"Описание\";\"Внешний номер\";\"Сумма, RUB\";\"Баланс после, RUB\""
        );
        assert_eq!(
            rows[1],
            "\"7\";\"2026-10-24 23:59:59.999\";\"UTC+02:00\";\"2026-09-30 12:00:00.000\";\"UTC+02:00\";\
             \"Списание\";\"Звонки\";\"Звонки\";\"call-1\";\"-1250,00\";\"-250,00\""
        );
        let english = csv(&october.statement(), Lang::En);
        assert!(english.lines().nth(2).unwrap().contains("\"UTC+01:00\";\"Payment\";\"\";"), "{english}");
        assert!(english.contains("\"-1250.00\""));
    }

    #[test]
    fn what_a_sender_wrote_is_never_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            let october = hostile(text);
            let written = csv(&october.statement(), Lang::En);
            assert!(written.contains(&format!(";\"'{text}\";\"'{text}\";")), "{written}");
        }
    }
}
