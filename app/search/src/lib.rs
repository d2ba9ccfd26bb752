//! The instant filter: which rows of a table match what a person typed, and where.
//! Compiled once for the browser and once for the server, so that the page and the API agree.
//!
//! ```
//! use search::{Column, Index, Query};
//!
//! let mut index = Index::default();
//! index.push(7, &[Column::Code("7"), Column::Text("New ways company"), Column::Phone("+79123456789")]);
//! index.push(42, &[Column::Code("42"), Column::Text("ООО «Ромашка»"), Column::Phone("")]);
//!
//! assert_eq!(index.search(&Query::parse("ways 345-67")).rows().collect::<Vec<_>>(), [0]);
//! assert_eq!(search::suggestion(&index, "hjvfirf").unwrap().text, "ромашка");
//! ```
#![forbid(unsafe_code)]

mod bits;
mod code_page;
mod column;
mod explain;
mod fold;
mod grams;
mod index;
mod layout;
mod marks;
mod matches;
mod order;
mod postings;
mod query;
mod snippet;

pub use column::Column;
pub use explain::{Elsewhere, Explanation};
pub use fold::fold;
pub use index::Index;
pub use layout::{Suggestion, other_layout, suggestion};
pub use marks::{Marks, marks};
pub use matches::Matches;
pub use order::order_key;
pub use query::Query;
pub use snippet::{Snippet, snippet};
