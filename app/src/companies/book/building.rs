//! A book in the making, some rows at a time, so that a page with a hundred thousand companies stays alive.

use search::{Index, order_key};

use super::Book;
use super::columns::{number, with_columns};
use super::orders::Orders;
use crate::companies::list::CompanyList;
use crate::values::CompanyId;

/// Rows read so far: the index over them and their names as keys to sort by.
pub struct Building {
    list: CompanyList,
    own: CompanyId,
    index: Index,
    names: Vec<Vec<u8>>,
}

impl Building {
    pub fn new(list: CompanyList, own: CompanyId) -> Self {
        let names = Vec::with_capacity(list.len());
        Self { list, own, index: Index::default(), names }
    }

    /// Reads up to that many further rows; whether all are read.
    pub fn advance(&mut self, rows: usize) -> bool {
        let end = self.names.len().saturating_add(rows).min(self.list.len());
        for at in self.names.len()..end {
            let row = self.list.row(at);
            let id = row.id().value().unsigned_abs();
            with_columns(row, |columns| self.index.push(id, columns));
            self.names.push(order_key(row.name()));
        }
        end == self.list.len()
    }

    /// Reads what is left and puts the rows in order.
    pub fn finish(mut self) -> Book {
        self.advance(usize::MAX);
        let mut by_name: Vec<u32> = (0..number(self.list.len())).collect();
        by_name.sort_by(|a, b| {
            let id = |row: u32| self.list.row(row as usize).id();
            let name = |row: u32| &self.names[row as usize];
            name(*a).cmp(name(*b)).then_with(|| id(*a).cmp(&id(*b)))
        });
        let orders = Orders::new(by_name, self.own, &self.list);
        Book { list: self.list, own: self.own, index: self.index, orders }
    }
}
