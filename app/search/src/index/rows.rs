//! The haystack: the codes of all rows in one buffer.

use crate::code_page::{COLUMN_END, encode};
use crate::column::{Column, canonical_bytes, digits, other_phone_form};
use crate::fold::fold_into;

#[derive(Default)]
pub(super) struct Rows {
    bytes: Vec<u8>,
    spans: Vec<Span>,
    /// Bytes of replaced rows, still in the buffer.
    wasted: usize,
    next: NextRow,
}

#[derive(Clone, Copy)]
struct Span {
    start: usize,
    texts: usize,
    end: usize,
}

/// A row's code: the digits of its codes and phones, then its texts. A code of digits alone has
/// no second place among the texts.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) whole: &'a [u8],
    pub(super) digits: &'a [u8],
}

impl Rows {
    pub(super) fn push(&mut self, columns: &[Column<'_>]) {
        let span = self.append(columns);
        self.spans.push(span);
    }

    pub(super) fn replace(&mut self, row: u32, columns: &[Column<'_>]) {
        let old = self.spans[row as usize];
        self.wasted += old.end - old.start;
        self.spans[row as usize] = self.append(columns);
        if self.wasted > self.bytes.len() / 2 {
            self.compact();
        }
    }

    pub(super) fn row(&self, row: u32) -> Row<'_> {
        let span = self.spans[row as usize];
        Row { whole: &self.bytes[span.start..span.end], digits: &self.bytes[span.start..span.texts] }
    }

    fn append(&mut self, columns: &[Column<'_>]) -> Span {
        self.next.fill(columns);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(&self.next.digits);
        let texts = self.bytes.len();
        self.bytes.extend_from_slice(&self.next.texts);
        Span { start, texts, end: self.bytes.len() }
    }

    fn compact(&mut self) {
        let mut bytes = Vec::with_capacity(self.bytes.len() - self.wasted);
        for span in &mut self.spans {
            let start = bytes.len();
            bytes.extend_from_slice(&self.bytes[span.start..span.end]);
            *span = Span { start, texts: start + span.texts - span.start, end: bytes.len() };
        }
        self.bytes = bytes;
        self.wasted = 0;
    }
}

/// The row being made; kept so that its buffers are used again.
#[derive(Default)]
struct NextRow {
    folded: String,
    digits: Vec<u8>,
    texts: Vec<u8>,
}

impl NextRow {
    fn fill(&mut self, columns: &[Column<'_>]) {
        self.digits.clear();
        self.texts.clear();
        for &column in columns.iter().filter(|column| !column.text().is_empty()) {
            self.add(column);
        }
    }

    fn add(&mut self, column: Column<'_>) {
        fold_into(column.text(), &mut self.folded);
        match column {
            Column::Choice(_) => {}
            Column::Text(_) => self.add_text(),
            Column::Code(_) => {
                if self.add_digits() != self.folded {
                    self.add_text();
                }
            }
            Column::Phone(_) => {
                let digits = self.add_digits();
                if let Some(other) = other_phone_form(&digits) {
                    self.digits.extend(other.bytes().chain([COLUMN_END]));
                }
                self.add_text();
            }
            Column::Amount(_) => {
                let is_canonical = canonical_bytes(&self.folded);
                let canonical = self.folded.bytes().enumerate().filter(|&(at, _)| is_canonical(at));
                self.texts.extend(canonical.map(|(_, byte)| byte).chain([COLUMN_END]));
            }
        }
    }

    fn add_text(&mut self) {
        encode(&self.folded, &mut self.texts);
        self.texts.push(COLUMN_END);
    }

    fn add_digits(&mut self) -> String {
        let digits = digits(&self.folded);
        self.digits.extend(digits.bytes().chain([COLUMN_END]));
        digits
    }
}
