//! What a reseller may grant to its affiliates together, by the operator's word.

use serde::{Deserialize, Serialize};

use crate::values::{Kopecks, Problem};

/// A reseller's cap and what it has granted: the sum of its affiliates' effective limits, which is also what it would be
/// owed if each of them used all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    pub cap: Kopecks,
    pub allocated: Kopecks,
}

impl Pool {
    /// Negative where more is granted than the cap by now.
    pub fn free(self) -> Kopecks {
        Kopecks::new(self.cap.value().saturating_sub(self.allocated.value()))
    }

    pub fn is_over(self) -> bool {
        self.free().is_negative()
    }

    /// Whether one affiliate's effective limit may become another; `allocated` holds it as it is. Lowering always may.
    pub fn fits(self, before: Kopecks, after: Kopecks) -> bool {
        let growth = after.value().saturating_sub(before.value());
        growth <= 0 || growth <= self.free().value()
    }
}

/// So many percent of a limit, rounded down to the kopeck; `raw` is a whole number as typed, 1 to 1000.
pub fn percent_of(limit: Kopecks, raw: &str) -> Result<Kopecks, Problem> {
    const MAX: i64 = 1000;
    let text = raw.trim().trim_end_matches('%').trim_end();
    let percent: i64 = text.parse().map_err(|_| Problem::WholeNumberNeeded)?;
    if !(1..=MAX).contains(&percent) {
        return Err(Problem::OutOfRange { min: 1, max: MAX });
    }
    let part = i128::from(limit.value()) * i128::from(percent) / 100;
    Ok(Kopecks::new(i64::try_from(part).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Kopecks {
        Kopecks::parse_amount(text).unwrap()
    }

    #[test]
    fn a_limit_is_raised_as_far_as_the_cap_and_lowered_at_any_time() {
        let pool = Pool { cap: amount("10000"), allocated: amount("9600") };
        assert_eq!(pool.free(), amount("400"));
        assert!(pool.fits(amount("2600"), amount("3000")));
        assert!(!pool.fits(amount("2600"), amount("3000.01")));
        let lowered = Pool { cap: amount("9000"), allocated: amount("10000") };
        assert!(lowered.is_over());
        assert_eq!(lowered.free(), amount("-1000"));
        assert!(lowered.fits(amount("3000"), amount("2900")));
        assert!(!lowered.fits(amount("2900"), amount("2900.01")));
    }

    #[test]
    fn a_share_of_a_limit_is_rounded_down() {
        assert_eq!(percent_of(amount("10000"), "20"), Ok(amount("2000")));
        assert_eq!(percent_of(amount("0.99"), "50 %"), Ok(amount("0.49")));
        assert_eq!(percent_of(amount("1"), "0"), Err(Problem::OutOfRange { min: 1, max: 1000 }));
        assert_eq!(percent_of(amount("1"), "2.5"), Err(Problem::WholeNumberNeeded));
    }
}
