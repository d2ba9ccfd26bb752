//! What an edit does to a company's credit.

use crate::companies::{Draft, Field};
use crate::values::{CreditLimit, Kopecks, Problem, Threshold};

/// The limit and the threshold that an edit sets; nothing for one that it leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CreditChange {
    pub limit: Option<Kopecks>,
    pub threshold: Option<Option<Kopecks>>,
}

impl CreditChange {
    /// Of changed fields as they are typed.
    ///
    /// # Errors
    /// The problem of the first that is no amount.
    pub fn of(changes: &Draft) -> Result<Self, Problem> {
        let limit = changes.get(&Field::CreditLimit).map(|text| CreditLimit::parse(text)).transpose()?;
        let threshold = changes.get(&Field::NotificationThreshold).map(|text| Threshold::parse(text)).transpose()?;
        Ok(Self { limit: limit.map(CreditLimit::kopecks), threshold: threshold.map(Threshold::kopecks) })
    }

    pub fn is_any(self) -> bool {
        self.limit.is_some() || self.threshold.is_some()
    }
}
