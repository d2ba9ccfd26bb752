//! What the letter about a month's report says.

use app::reports::Month;
use app::values::{Kopecks, ZoneName};
use serde::{Deserialize, Serialize};

/// To the company's own address. Amounts are signed: the opening balance and all that follows make the closing one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthlyReport {
    pub company: String,
    pub company_id: i64,
    pub month: Month,
    /// Unix milliseconds, half-open.
    pub from: i64,
    pub to: i64,
    pub zone: ZoneName,
    /// `RUB`.
    pub currency: String,
    pub opening: Kopecks,
    pub charges: Kopecks,
    pub payments: Kopecks,
    pub corrections: Kopecks,
    pub reversals: Kopecks,
    pub closing: Kopecks,
}
