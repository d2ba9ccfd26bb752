//! The company list, ready to be searched and sorted. The same book answers in the browser at each key
//! and on the server for the first rows.

mod building;
mod columns;
mod orders;
mod saved;
#[cfg(test)]
mod tests;

use search::{Index, Query, order_key};
use serde::{Deserialize, Serialize};

pub use building::Building;
use orders::Orders;

use super::list::{Column, CompanyList, Numbers};
use super::sort::Sort;
use crate::values::{CompanyId, Kopecks};

/// Every company of one person with the index and the orders over it.
pub struct Book {
    list: CompanyList,
    own: CompanyId,
    index: Index,
    orders: Orders,
}

/// The sums below the table. All amounts are in roubles, so there is one line of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    pub balance: Kopecks,
    pub credit_limit: Kopecks,
}

/// A query in the other keyboard layout, for one that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    pub query: String,
    pub count: u32,
}

impl Book {
    /// Reads the whole list at once, and lays its rows in the default order, so that whoever receives them
    /// finds them sorted. `own` is the company that stands first.
    pub fn new(list: CompanyList, own: CompanyId) -> Self {
        let key = |row: usize| (list.row(row).id() != own, order_key(list.row(row).name()), list.row(row).id());
        let mut rows: Vec<usize> = (0..list.len()).collect();
        rows.sort_by_cached_key(|row| key(*row));
        Building::new(list.taken(rows), own).finish()
    }

    pub fn list(&self) -> &CompanyList {
        &self.list
    }

    pub fn own(&self) -> CompanyId {
        self.own
    }

    /// The rows that the query finds, in the chosen order; a company whose ID is the query comes first.
    pub fn view(&self, query: &Query, sort: Option<Sort>) -> Vec<u32> {
        let order = self.orders.of(sort, &self.list);
        if query.is_empty() {
            return order.to_vec();
        }
        self.index.search(query).arranged(order)
    }

    /// What to offer for a query that finds nothing.
    pub fn suggestion(&self, typed: &str) -> Option<Suggestion> {
        let found = search::suggestion(&self.index, typed)?;
        Some(Suggestion { query: found.text, count: u32::try_from(found.count).unwrap_or(u32::MAX) })
    }

    pub fn totals(&self, rows: &[u32]) -> Totals {
        let mut totals = Totals::default();
        for row in rows {
            let numbers = self.list.row(*row as usize).numbers();
            totals.balance = sum(totals.balance, numbers.balance);
            totals.credit_limit = sum(totals.credit_limit, numbers.credit_limit);
        }
        totals
    }

    /// Gives a company new values, as after a save.
    pub fn replace(&mut self, row: usize, numbers: Numbers, zone: (&str, i16), texts: [&str; Column::COUNT]) {
        self.list.replace(row, numbers, zone.0, zone.1, texts);
        columns::with_columns(self.list.row(row), |columns| self.index.replace(columns::number(row), columns));
        self.orders.moved(columns::number(row), self.own, &self.list);
    }
}

/// A sum beyond what can be stored stays at the end of the range.
fn sum(a: Kopecks, b: Kopecks) -> Kopecks {
    a.checked_add(b).unwrap_or(Kopecks::new(if b.is_negative() { i64::MIN } else { i64::MAX }))
}
