//! The rows that a search found.

use crate::bits::Bits;

/// A set of row numbers, and the row whose id the query was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    rows: Bits,
    exact: Option<u32>,
}

impl Matches {
    pub(crate) fn new(rows: Bits, exact: Option<u32>) -> Self {
        Self { exact: exact.filter(|&row| rows.contains(row)), rows }
    }

    /// How many rows were found.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.count()
    }

    /// Whether `row` was found.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        self.rows.contains(row)
    }

    /// The rows found, by number, ascending.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.rows.iter()
    }

    /// The rows found, in the order of `order` (row numbers, each at most once; rows left out of
    /// it are left out of the answer), but first the row whose id equals the query.
    #[must_use]
    pub fn arranged(&self, order: &[u32]) -> Vec<u32> {
        let mut arranged: Vec<u32> = order.iter().copied().filter(|&row| self.contains(row)).collect();
        let exact = self.exact.and_then(|exact| arranged.iter().position(|&row| row == exact));
        if let Some(at) = exact {
            arranged[..=at].rotate_right(1);
        }
        arranged
    }
}
