//! Values that many rows share, each kept and searched once: states, time zones, banks.

use crate::bits::Bits;
use crate::code_page::code;
use crate::column::Column;
use crate::fold::fold;
use crate::postings::Posting;
use memchr::memmem::Finder;
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Choices(HashMap<Vec<u8>, Posting>);

impl Choices {
    pub(super) fn insert(&mut self, row: u32, columns: &[Column<'_>]) {
        for column in columns {
            if let Column::Choice(text) = column {
                self.0.entry(code(&fold(text))).or_default().insert(row);
            }
        }
    }

    pub(super) fn remove(&mut self, row: u32) {
        self.0.values_mut().for_each(|rows| rows.remove(row));
    }

    pub(super) fn rows_with(&self, needle: &Finder<'_>) -> Bits {
        let mut rows = Bits::default();
        for (value, posting) in &self.0 {
            if needle.find(value).is_some() {
                posting.unite_into(&mut rows);
            }
        }
        rows
    }
}
