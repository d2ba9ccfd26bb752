//! What the server sends with the page: the first rows of the list, already searched and sorted, and the counts.

use search::Query;
use serde::{Deserialize, Serialize};

use super::book::{Book, Suggestion, Totals};
use super::list::CompanyList;
use super::sort::Sort;
use crate::values::CompanyId;

/// As many rows as a tall screen shows.
const FIRST: usize = 40;

/// The beginning of the list for one query and one order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstRows {
    /// Of the list; the same version means the same list.
    pub version: String,
    pub own: CompanyId,
    pub query: String,
    pub sort: Option<Sort>,
    /// The first of the rows found, in their order.
    pub list: CompanyList,
    pub summary: Summary,
}

/// What stands around the rows: how many of how many, their sums, and what to try when there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub shown: u32,
    pub total: u32,
    pub totals: Totals,
    pub suggestion: Option<Suggestion>,
}

impl Summary {
    pub fn of(book: &Book, typed: &str, rows: &[u32]) -> Self {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            shown: count(rows.len()),
            total: count(book.list().len()),
            totals: book.totals(rows),
            suggestion: if rows.is_empty() { book.suggestion(typed) } else { None },
        }
    }
}

impl FirstRows {
    pub fn of(book: &Book, version: String, typed: String, sort: Option<Sort>) -> Self {
        let rows = book.view(&Query::parse(&typed), sort);
        Self {
            version,
            own: book.own(),
            sort,
            list: book.list().taken(rows.iter().take(FIRST).map(|row| *row as usize)),
            summary: Summary::of(book, &typed, &rows),
            query: typed,
        }
    }
}
