//! Which rows hold a byte or a pair of bytes: answers words of one or two letters at once and
//! leaves few rows to read for longer ones.

use crate::bits::Bits;
use crate::code_page::COLUMN_END;
use crate::postings::Posting;

const PAIRS: usize = 1 << 16;
const SINGLES: usize = 1 << 8;

pub(crate) struct Grams {
    /// For each gram the place of its posting; 0 while no row holds it.
    places: Vec<usize>,
    /// At 0 stands the empty one.
    postings: Vec<Posting>,
    /// The grams of the row at hand, each once.
    of_row: Vec<usize>,
    seen: Vec<bool>,
}

impl Default for Grams {
    fn default() -> Self {
        Self {
            places: vec![0; PAIRS + SINGLES],
            postings: vec![Posting::default()],
            of_row: Vec::new(),
            seen: vec![false; PAIRS + SINGLES],
        }
    }
}

impl Grams {
    pub(crate) fn insert(&mut self, row: u32, bytes: &[u8]) {
        self.collect(bytes);
        for &gram in &self.of_row {
            if self.places[gram] == 0 {
                self.places[gram] = self.postings.len();
                self.postings.push(Posting::default());
            }
            self.postings[self.places[gram]].insert(row);
        }
    }

    pub(crate) fn remove(&mut self, row: u32, bytes: &[u8]) {
        self.collect(bytes);
        for &gram in &self.of_row {
            self.postings[self.places[gram]].remove(row);
        }
    }

    /// Leaves the rows that hold every gram of `code`: for one or two bytes exactly the rows
    /// that hold `code`, else all of those and some more.
    pub(crate) fn narrow(&self, code: &[u8], rows: &mut Bits) {
        match code {
            [single] => self.posting(single_gram(*single)).intersect_into(rows),
            _ => code.windows(2).for_each(|pair| self.posting(pair_gram(pair)).intersect_into(rows)),
        }
    }

    fn posting(&self, gram: usize) -> &Posting {
        &self.postings[self.places[gram]]
    }

    fn collect(&mut self, bytes: &[u8]) {
        self.of_row.clear();
        for column in bytes.split(|&byte| byte == COLUMN_END) {
            let singles = column.iter().map(|&byte| single_gram(byte));
            for gram in singles.chain(column.windows(2).map(pair_gram)) {
                if !std::mem::replace(&mut self.seen[gram], true) {
                    self.of_row.push(gram);
                }
            }
        }
        self.of_row.iter().for_each(|&gram| self.seen[gram] = false);
    }
}

fn single_gram(byte: u8) -> usize {
    PAIRS + usize::from(byte)
}

fn pair_gram(pair: &[u8]) -> usize {
    usize::from(pair[0]) << 8 | usize::from(pair[1])
}
