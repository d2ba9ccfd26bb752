//! A ledger entry as a statement shows it.

use app::money::EntryKind;
use app::values::Kopecks;

/// One line of a company's ledger. Instants are Unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1, 2, 3 … within the company.
    pub number: i64,
    pub kind: EntryKind,
    /// Signed: a charge is negative.
    pub amount: Kopecks,
    pub balance_after: Kopecks,
    /// What was charged for; empty where nothing was.
    pub service: String,
    /// When it was written down: by this an entry belongs to a period.
    pub recorded_at: i64,
    /// When it happened, as its sender says.
    pub occurred_at: i64,
    pub description: String,
    /// The sender's own number for it; may be empty.
    pub reference: String,
}
