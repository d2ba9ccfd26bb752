//! Who matches a query.

use search::{Query, Suggestion};

#[derive(Clone, PartialEq)]
pub struct Found {
    /// Of the roster, in the order asked for.
    pub rows: Vec<u32>,
    pub query: Query,
    /// The other keyboard layout's reading of a query that finds nobody.
    pub suggestion: Option<Suggestion>,
}
