//! A ledger entry as a statement shows it.

use app::values::Kopecks;

/// Why the balance changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Charge,
    Payment,
    Correction,
    /// The opposite of an earlier entry.
    Reversal,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Charge, Self::Payment, Self::Correction, Self::Reversal];

    /// As stored.
    fn as_str(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Payment => "payment",
            Self::Correction => "correction",
            Self::Reversal => "reversal",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One line of a company's ledger. Instants are Unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1, 2, 3 … within the company.
    pub number: i64,
    pub kind: Kind,
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
