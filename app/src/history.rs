//! What was changed about a company: by whom, from what, and the way back.

mod author;
pub mod door;
mod page;
mod past;
mod refusal;
mod undo;

pub use author::{Author, PLATFORM, Side};
pub use page::HistoryPage;
pub use past::{History, PastChange, PastSave, UNDO_MS};
pub use undo::Undo;

use crate::companies::Field;
use crate::values::CompanyId;

/// The address of a company's history.
pub fn history_href(company: CompanyId) -> String {
    format!("/companies/{company}/history")
}

/// The address of what one field of a company has held.
pub fn field_history_href(company: CompanyId, field: Field) -> String {
    format!("{}?field={}", history_href(company), field.wire())
}
