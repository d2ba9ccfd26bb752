//! Reports: what a company's ledger held over a calendar month or another period.

pub mod door;
mod file_kind;
mod month;
mod page;
mod report;

pub use file_kind::FileKind;
#[cfg(feature = "ssr")]
pub use file_kind::StatementFile;
pub use month::Month;
pub use page::{CompanyReportsPage, ReportsPage};
pub use report::{Report, ReportList, ReportState};
