//! The sum that somebody wants to pay in advance.

use serde::{Deserialize, Serialize};

use super::InvoiceLine;
use crate::values::{Kopecks, Problem};

/// 1.00 … 999 999 999.99.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Kopecks", into = "Kopecks")]
pub struct TopUpAmount(Kopecks);

const MIN: Kopecks = Kopecks::new(100);
const MAX: Kopecks = Kopecks::new(99_999_999_999);
const OUT_OF_RANGE: Problem = Problem::AmountOutOfRange { min: MIN, max: MAX };

impl TopUpAmount {
    /// Reads an amount as [`Kopecks::parse_amount`] does, within the range; empty is refused.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        match Kopecks::parse_amount(raw) {
            Err(Problem::AmountOutOfRange { .. }) => Err(OUT_OF_RANGE),
            parsed => Self::try_from(parsed?),
        }
    }

    pub fn kopecks(self) -> Kopecks {
        self.0
    }

    /// The one line of its invoice.
    pub fn line(self) -> InvoiceLine {
        InvoiceLine::whole("Пополнение баланса", self.0)
    }
}

impl TryFrom<Kopecks> for TopUpAmount {
    type Error = Problem;

    fn try_from(amount: Kopecks) -> Result<Self, Problem> {
        if (MIN..=MAX).contains(&amount) { Ok(Self(amount)) } else { Err(OUT_OF_RANGE) }
    }
}

impl From<TopUpAmount> for Kopecks {
    fn from(amount: TopUpAmount) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_top_up_is_at_least_a_rouble_and_below_a_milliard() {
        for (raw, kopecks) in [("1", 100), ("1 250,50", 125_050), ("999999999.99", 99_999_999_999)] {
            assert_eq!(TopUpAmount::parse(raw).unwrap().kopecks(), Kopecks::new(kopecks));
        }
        for raw in ["0", "0,99", "-5", "1000000000", "99999999999999999999999"] {
            assert_eq!(TopUpAmount::parse(raw), Err(OUT_OF_RANGE), "{raw}");
        }
        assert_eq!(TopUpAmount::parse(" "), Err(Problem::Required));
        assert_eq!(TopUpAmount::parse("10.005"), Err(Problem::MoreThanTwoDecimals));
        assert!(serde_json::from_str::<TopUpAmount>("99").is_err());
    }
}
