//! What is inside the workbook, read as the XML that a spreadsheet reads.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::super::sample::{Sample, hostile, october};
use super::*;

fn part(workbook: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(workbook)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn made(sample: &Sample, lang: Lang) -> Vec<u8> {
    xlsx(&sample.statement(), lang).unwrap()
}

#[test]
fn the_same_statement_makes_the_same_bytes() {
    let october = october();
    let first = made(&october, Lang::Ru);
    std::hint::black_box(&first);
    assert_eq!(first, made(&october, Lang::Ru));
    assert!(part(&first, "docProps/core.xml").contains("2026-11-01T00:20:00Z"));
}

#[test]
fn sums_and_entries_have_a_sheet_each_in_the_readers_language() {
    let october = october();
    for (lang, names, words) in [
        (
            Lang::Ru,
            ["Сводка", "Операции"],
            ["Отчет за октябрь 2026", "Входящий баланс, RUB", "Записано (Europe/Berlin)"],
        ),
        (
            Lang::En,
            ["Summary", "Entries"],
            ["Report for October 2026", "Opening balance, RUB", "Recorded (Europe/Berlin)"],
        ),
    ] {
        let workbook = made(&october, lang);
        let index = part(&workbook, "xl/workbook.xml");
        for name in names {
            assert!(index.contains(&format!("<sheet name=\"{name}\"")), "{index}");
        }
        let texts = part(&workbook, "xl/sharedStrings.xml");
        for word in words.into_iter().chain(["UTC+02:00", "UTC+01:00", "2026-11-01 00:00:00.000 UTC+01:00"]) {
            assert!(texts.contains(word), "{word}: {texts}");
        }
    }
}

#[test]
fn amounts_are_numbers_to_the_kopeck_and_times_are_times() {
    let entries = part(&made(&october(), Lang::En), "xl/worksheets/sheet2.xml");
    for value in ["-1250", "-250", "9999999999999.99"] {
        assert!(entries.contains(&format!("<v>{value}</v>")), "{value}: {entries}");
    }
    // 2026-10-24 23:59:59.999 in days since 1899-12-30.
    assert!(entries.contains("<v>46319.99999998"), "{entries}");
}

#[test]
fn a_text_that_begins_like_a_formula_is_text() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.test\")"] {
        let workbook = made(&hostile(text), Lang::En);
        for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            let sheet = part(&workbook, sheet);
            assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{text}");
        }
        let entries = part(&workbook, "xl/worksheets/sheet2.xml");
        let description = entries.split("<c r=\"H2\"").nth(1).unwrap();
        assert!(description.split('>').next().unwrap().contains("t=\"s\""), "{description}");
        assert!(part(&workbook, "xl/styles.xml").contains("quotePrefix=\"1\""));
    }
}

#[test]
fn some_of_a_periods_entries_make_no_sums() {
    let october = october();
    let statement =
        Statement { summary: None, month: None, entries: october.entries[1..].to_vec(), ..october.statement() };
    let index = part(&xlsx(&statement, Lang::En).unwrap(), "xl/workbook.xml");
    assert!(!index.contains("Summary") && index.contains("Entries"), "{index}");
}

#[test]
fn a_moment_before_the_calendar_of_spreadsheets_is_text() {
    let mut october = october();
    october.entries[0].occurred_at = super::super::sample::at("1812-09-07T06:00Z");
    let texts = part(&made(&october, Lang::En), "xl/sharedStrings.xml");
    assert!(texts.contains("1812-09-07 06:53:28.000"), "{texts}");
}
