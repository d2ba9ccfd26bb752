//! The directory of banks that the Bank of Russia publishes each business day: read from its file, kept in memory.

mod attributes;
mod banks;
mod bounded;
mod changes;
mod decoding;
mod ed807;
mod entry;
mod shelf;
#[cfg(test)]
mod tests;
mod unpack;

pub(crate) use banks::Banks;
pub(crate) use changes::Changes;
pub(crate) use ed807::{Ed807, read};
pub(crate) use entry::{Account, Entry};
pub use shelf::Shelf;

/// The largest file taken, bytes: packed or not, above what it may be unpacked.
pub const LARGEST_FILE: usize = 70 * 1024 * 1024;
