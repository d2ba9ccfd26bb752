//! Directories that others publish and the operator loads, as `/support/directories` shows them.

pub mod door;
mod import;
mod refusal;
mod refusal_words;

pub use import::{BankDirectory, ImportReport, ImportTry, LookUpCounts};
pub use refusal::ImportRefusal;
