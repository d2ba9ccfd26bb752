//! Reports: what a company's ledger held over a calendar month or another period.

mod file_kind;
mod month;
mod report;

pub use file_kind::FileKind;
#[cfg(feature = "ssr")]
pub use file_kind::StatementFile;
pub use month::Month;
pub use report::{Report, ReportList, ReportState};
