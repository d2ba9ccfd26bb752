//! How a balance looks beside a limit and a threshold, for drawings. Whether a company is suspended is decided by its
//! [`Account`](crate::money::Account), which knows what was postponed and who holds it.

use serde::{Deserialize, Serialize};

use super::Kopecks;

/// How a company stands by its balance alone. Suspensions by hand are another matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CreditState {
    Active,
    /// The notification threshold is reached.
    Low,
    /// The debt exceeds the limit: services are refused.
    Suspended,
}

/// Suspended when `balance < −effective_limit` (a debt equal to the limit is allowed); otherwise low
/// when `balance ≤ threshold` (reached, the limit not added). The effective limit is the permanent
/// one plus a running temporary increase.
///
/// ```
/// use app::values::{CreditState, Kopecks, credit_state};
/// let limit = Kopecks::new(100_000);
/// assert_eq!(credit_state(Kopecks::new(-100_000), limit, None), CreditState::Active);
/// assert_eq!(credit_state(Kopecks::new(-100_001), limit, None), CreditState::Suspended);
/// ```
pub fn credit_state(balance: Kopecks, effective_limit: Kopecks, threshold: Option<Kopecks>) -> CreditState {
    let available = i128::from(balance.value()) + i128::from(effective_limit.value());
    if available < 0 {
        CreditState::Suspended
    } else if threshold.is_some_and(|threshold| balance <= threshold) {
        CreditState::Low
    } else {
        CreditState::Active
    }
}

#[cfg(test)]
mod tests {
    use super::CreditState::{Active, Low, Suspended};
    use super::*;

    fn state(limit: &str, threshold: &str, balance: &str) -> CreditState {
        let amount = |raw| Kopecks::parse_amount(raw).unwrap();
        let threshold = crate::values::optional(threshold, Kopecks::parse_amount).unwrap();
        credit_state(amount(balance), amount(limit), threshold)
    }

    #[test]
    fn each_step_of_a_balance_stands_where_the_rule_says() {
        for (limit, threshold, before, after, first, second) in [
            ("1000.00", "", "−999.99", "−1000.00", Active, Active),
            ("1000.00", "", "−1000.00", "−1000.01", Active, Suspended),
            ("1000.00", "", "−1000.01", "−1000.00", Suspended, Active),
            ("0.00", "", "0.01", "0.00", Active, Active),
            ("0.00", "", "0.00", "−0.01", Active, Suspended),
            ("0.00", "500.00", "500.01", "500.00", Active, Low),
            ("0.00", "500.00", "500.00", "400.00", Low, Low),
            ("0.00", "500.00", "504.99", "500.00", Active, Low),
            ("1000.00", "−800.00", "−799.99", "−800.00", Active, Low),
            ("1000.00", "500.00", "600.00", "−1400.00", Active, Suspended),
        ] {
            assert_eq!(state(limit, threshold, before), first, "{limit} {threshold} {before}");
            assert_eq!(state(limit, threshold, after), second, "{limit} {threshold} {after}");
        }
    }

    #[test]
    fn the_effective_limit_decides_to_the_kopeck() {
        for (case, limit, balance, expected) in [
            ("a: debt equal to the limit", "1000.00", "−1000.00", Active),
            ("b: one kopeck beyond", "1000.00", "−1000.01", Suspended),
            ("c: a temporary 200 added", "1200.00", "−1000.01", Active),
            ("d: the temporary 200 over", "1000.00", "−1000.01", Suspended),
            ("e: prepaid at zero", "0.00", "0.00", Active),
            ("f: prepaid below zero", "0.00", "−0.01", Suspended),
            ("g: before the edit", "0.00", "−5.00", Suspended),
            ("g: after the edit", "5.00", "−5.00", Active),
        ] {
            assert_eq!(state(limit, "", balance), expected, "{case}");
        }
    }

    #[test]
    fn the_ends_of_the_range_do_not_overflow() {
        let (min, max) = (Kopecks::new(i64::MIN), Kopecks::new(i64::MAX));
        assert_eq!(credit_state(min, max, Some(max)), Suspended);
        assert_eq!(credit_state(max, max, Some(max)), Low);
    }
}
