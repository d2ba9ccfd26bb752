//! The file as lines of named values.

use app::requisites::{FaultKind, PartyFault};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::WINDOWS_1251;

use super::{MOST_FAULTS, fault};

pub(super) const COLUMNS: [&str; 6] = ["inn", "kpp", "ogrn", "name", "legal_address", "status"];

pub(super) struct Table {
    /// Where each of [`COLUMNS`] stands.
    places: [usize; COLUMNS.len()],
    width: usize,
    /// Each with its line, from 1.
    records: Vec<(u64, StringRecord)>,
}

/// One line: its number, and its values in the order of [`COLUMNS`].
pub(super) struct Row<'a> {
    pub(super) line: u64,
    pub(super) values: [&'a str; COLUMNS.len()],
}

impl Table {
    /// # Errors
    /// What is wrong with the header.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Vec<PartyFault>> {
        let text = decoded(bytes);
        let header = text.lines().next().unwrap_or_default();
        let separator = if header.contains(';') { b';' } else { b',' };
        let mut reader =
            ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        // The text is one, so nothing can fail here.
        let mut records = reader.records().filter_map(Result::ok);
        let header = records.next().unwrap_or_default();
        let places = places(&header)?;
        let mut lines = Lines { text: &text, at: 0, line: 1 };
        let records = records.map(|record| (lines.of(&record), record)).collect();
        Ok(Self { places, width: header.len(), records })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Result<Row<'_>, Vec<PartyFault>>> {
        self.records.iter().map(|(line, record)| self.row(*line, record))
    }

    fn row<'a>(&'a self, line: u64, record: &'a StringRecord) -> Result<Row<'a>, Vec<PartyFault>> {
        if record.len() != self.width {
            let kind = FaultKind::ValueCount { expected: count(self.width), found: count(record.len()) };
            return Err(vec![fault(line, "", kind)]);
        }
        Ok(Row { line, values: self.places.map(|place| record.get(place).unwrap_or_default()) })
    }
}

/// Counts lines on the way through the text. The parser's own count is behind where empty lines, or the second half of
/// a `\r\n`, stand before a record.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which a record begins; records come in their order.
    fn of(&mut self, record: &StringRecord) -> u64 {
        let begin = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        let breaks = self.text.as_bytes()[begin..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.text.get(self.at..begin + breaks).unwrap_or_default().matches('\n').count();
        self.at = begin + breaks;
        self.line += passed as u64;
        self.line
    }
}

/// Windows-1251 where it is no UTF-8: every byte means something there.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1251.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

fn places(header: &StringRecord) -> Result<[usize; COLUMNS.len()], Vec<PartyFault>> {
    // Whatever has more columns than that is no list of organizations.
    let named = header.iter().take(MOST_FAULTS);
    let names: Vec<String> = named.map(|name| name.trim().to_lowercase()).collect();
    let mut faults = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if !COLUMNS.contains(&name.as_str()) {
            faults.push(fault(1, &shortened(name), FaultKind::UnknownColumn));
        } else if names[..index].contains(name) {
            faults.push(fault(1, name, FaultKind::RepeatedColumn));
        }
    }
    let found = COLUMNS.map(|column| names.iter().position(|name| name == column));
    let missing = COLUMNS.iter().zip(&found).filter(|(_, place)| place.is_none());
    faults.extend(missing.map(|(column, _)| fault(1, column, FaultKind::MissingColumn)));
    faults.truncate(MOST_FAULTS);
    if faults.is_empty() { Ok(found.map(Option::unwrap_or_default)) } else { Err(faults) }
}

/// The first line of another kind of file can be anything.
fn shortened(name: &str) -> String {
    name.chars().filter(|ch| !ch.is_control()).take(40).collect()
}

fn count(values: usize) -> u32 {
    u32::try_from(values).unwrap_or(u32::MAX)
}
