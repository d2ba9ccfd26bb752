//! Statements of a ledger over a period: a month's report, or an export of any other time.
//!
//! Everything here is pure: periods, sums and files come from entries, a zone and instants that are handed in.

pub mod csv;
pub mod entry;
pub mod file;
pub mod period;
#[cfg(test)]
mod sample;
pub mod seen_twice;
mod sheet;
pub mod statement;
pub mod summary;
pub mod xlsx;

pub use entry::Entry;
pub use file::written;
pub use period::{Period, ReportPeriod};
pub use seen_twice::SeenTwice;
pub use statement::{Statement, Subject};
pub use summary::{Summary, Uneven};
