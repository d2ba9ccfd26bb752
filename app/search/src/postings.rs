//! The rows that have something in common: a list while they are few, bits once they are many.

use crate::bits::Bits;

/// A list is kept while shorter than this, or than one row in [`DENSE`].
const SHORT: usize = 64;
const DENSE: usize = 32;

#[derive(Clone)]
pub(crate) enum Posting {
    /// In ascending order, no row twice.
    List(Vec<u32>),
    Bits(Bits),
}

impl Default for Posting {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Posting {
    pub(crate) fn insert(&mut self, row: u32) {
        match self {
            Self::Bits(bits) => bits.insert(row),
            Self::List(list) => {
                if list.last().is_none_or(|&last| last < row) {
                    list.push(row);
                } else if let Err(at) = list.binary_search(&row) {
                    list.insert(at, row);
                }
                if list.len() > SHORT && list.len() * DENSE > row as usize {
                    let bits = list.iter().copied().collect();
                    *self = Self::Bits(bits);
                }
            }
        }
    }

    pub(crate) fn remove(&mut self, row: u32) {
        match self {
            Self::Bits(bits) => bits.remove(row),
            Self::List(list) => {
                if let Ok(at) = list.binary_search(&row) {
                    list.remove(at);
                }
            }
        }
    }

    /// Leaves those of `rows` that are among these.
    pub(crate) fn intersect_into(&self, rows: &mut Bits) {
        match self {
            Self::Bits(bits) => rows.intersect(bits),
            Self::List(list) => {
                let kept: Vec<u32> = list.iter().copied().filter(|&row| rows.contains(row)).collect();
                rows.clear();
                for row in kept {
                    rows.insert(row);
                }
            }
        }
    }

    pub(crate) fn unite_into(&self, rows: &mut Bits) {
        match self {
            Self::Bits(bits) => rows.unite(bits),
            Self::List(list) => list.iter().for_each(|&row| rows.insert(row)),
        }
    }
}
