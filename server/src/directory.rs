//! What the platform knows of organizations and banks beyond what its companies tell: registers that others publish.

mod attributes;
mod banks;
mod bounded;
mod changes;
pub mod dadata;
mod decoding;
mod ed807;
mod entry;
pub(crate) mod parties_file;
pub mod recent;
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

/// The largest file of organizations, bytes.
pub const LARGEST_PARTIES_FILE: usize = parties_file::LARGEST_MIB as usize * 1024 * 1024;

/// For the fuzz targets: the readers of what others send, each taking any bytes.
#[cfg(fuzzing)]
pub mod fuzzed {
    pub use super::dadata::read_anything as look_up_answer;

    /// A file that claims to be the directory of banks.
    pub fn bank_directory(bytes: &[u8]) {
        let _ = super::read(bytes);
    }

    /// A file that claims to be a list of organizations.
    pub fn organizations_file(bytes: &[u8]) {
        let _ = super::parties_file::read(bytes);
    }
}
