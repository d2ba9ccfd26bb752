//! What a row of the table shows: the HTML of its cells, made the same way on the server and in the browser.

mod cell;
mod cells;
#[cfg(test)]
mod tests;
mod why;

use search::Query;

pub(super) use self::cell::Cell;
#[cfg(feature = "hydrate")]
pub(super) use self::cell::Place;
pub(super) use self::cells::shown_limit;

use super::list::{Row, Status};
use crate::values::{CompanyId, Lang};
use crate::words;

/// The cells of a row but the last, which holds the edit button.
pub(super) const CELLS: usize = 9;
/// Which of them leads to the employees.
#[cfg(feature = "hydrate")]
pub(super) const EMPLOYEES: usize = 7;

/// How rows are to be shown just now.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub query: &'a Query,
    pub lang: Lang,
    /// The company of the signed-in person.
    pub own: CompanyId,
    /// Kept in the links: `?q=…&sort=…`.
    pub suffix: &'a str,
}

/// One row as it is shown. Equal faces make equal rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Face {
    pub id: CompanyId,
    pub class: &'static str,
    pub cells: [Cell; CELLS],
    /// The accessible name of the edit button, not escaped.
    pub edit: String,
}

impl Face {
    pub(super) fn of(row: Row<'_>, look: Look<'_>) -> Self {
        Self {
            id: row.id(),
            class: class(row, look.own),
            cells: cells::cells(row, look),
            edit: words::companies::edit_named(row.name(), look.lang),
        }
    }
}

fn class(row: Row<'_>, own: CompanyId) -> &'static str {
    match (row.id() == own, row.numbers().status()) {
        (true, Status::Suspended) => "own off",
        (false, Status::Suspended) => "off",
        (true, Status::LowBalance) => "own low",
        (false, Status::LowBalance) => "low",
        (true, _) => "own",
        (false, _) => "",
    }
}
