//! The two amounts that a person sets for an affiliate: how far it may go into debt, and at which
//! balance letters are sent.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{Kopecks, Problem};

const MAX: Kopecks = Kopecks::new(99_999_999_999);
const LIMITS: RangeInclusive<Kopecks> = Kopecks::ZERO..=MAX;
const THRESHOLDS: RangeInclusive<Kopecks> = Kopecks::new(-99_999_999_999)..=MAX;

/// The greatest debt allowed: 0.00 … 999 999 999.99. Zero is prepaid; there is no "empty".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Kopecks", into = "Kopecks")]
pub struct CreditLimit(Kopecks);

/// The balance at which notices are sent once reached: ±999 999 999.99, or none, then no notices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Option<Kopecks>", into = "Option<Kopecks>")]
pub struct Threshold(Option<Kopecks>);

impl CreditLimit {
    /// Reads an amount as [`Kopecks::parse_amount`] does, within the range; empty is refused.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        parse_within(raw, LIMITS).map(Self)
    }

    pub fn kopecks(self) -> Kopecks {
        self.0
    }
}

impl Threshold {
    /// Reads an amount as [`Kopecks::parse_amount`] does, within the range; empty is none.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        super::optional(raw, |raw| parse_within(raw, THRESHOLDS)).map(Self)
    }

    pub fn kopecks(self) -> Option<Kopecks> {
        self.0
    }
}

fn parse_within(raw: &str, range: RangeInclusive<Kopecks>) -> Result<Kopecks, Problem> {
    match Kopecks::parse_amount(raw) {
        Err(Problem::AmountOutOfRange { .. }) => Err(out_of(&range)),
        parsed => within(parsed?, range),
    }
}

fn within(amount: Kopecks, range: RangeInclusive<Kopecks>) -> Result<Kopecks, Problem> {
    if range.contains(&amount) { Ok(amount) } else { Err(out_of(&range)) }
}

fn out_of(range: &RangeInclusive<Kopecks>) -> Problem {
    Problem::AmountOutOfRange { min: *range.start(), max: *range.end() }
}

impl TryFrom<Kopecks> for CreditLimit {
    type Error = Problem;

    fn try_from(amount: Kopecks) -> Result<Self, Problem> {
        within(amount, LIMITS).map(Self)
    }
}

impl From<CreditLimit> for Kopecks {
    fn from(limit: CreditLimit) -> Self {
        limit.0
    }
}

impl TryFrom<Option<Kopecks>> for Threshold {
    type Error = Problem;

    fn try_from(amount: Option<Kopecks>) -> Result<Self, Problem> {
        amount.map(|amount| within(amount, THRESHOLDS)).transpose().map(Self)
    }
}

impl From<Threshold> for Option<Kopecks> {
    fn from(threshold: Threshold) -> Self {
        threshold.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_never_negative_empty_or_beyond_its_maximum() {
        let refused = Err(Problem::AmountOutOfRange { min: Kopecks::ZERO, max: MAX });
        assert_eq!(CreditLimit::parse("999 999 999,99").unwrap().kopecks(), MAX);
        assert_eq!(CreditLimit::parse("0").unwrap(), CreditLimit::default());
        for raw in ["-0,01", "1 000 000 000", "99999999999999999999999"] {
            assert_eq!(CreditLimit::parse(raw), refused, "{raw}");
        }
        assert_eq!(CreditLimit::parse(" "), Err(Problem::Required));
    }

    #[test]
    fn a_threshold_may_be_negative_or_absent() {
        assert_eq!(Threshold::parse(" \u{a0}"), Ok(Threshold::default()));
        assert_eq!(Threshold::parse("−999999999.99").unwrap().kopecks(), Some(*THRESHOLDS.start()));
        assert!(matches!(Threshold::parse("-1000000000"), Err(Problem::AmountOutOfRange { .. })));
        assert_eq!(Threshold::parse("10.005"), Err(Problem::MoreThanTwoDecimals));
    }

    #[test]
    fn an_amount_out_of_range_does_not_arrive_from_the_wire() {
        assert!(serde_json::from_str::<CreditLimit>("-1").is_err());
        assert!(serde_json::from_str::<Threshold>("100000000000").is_err());
        assert_eq!(serde_json::from_str::<Threshold>("null").unwrap().kopecks(), None);
        assert_eq!(serde_json::from_str::<Threshold>("-1").unwrap().kopecks(), Some(Kopecks::new(-1)));
    }
}
