//! How long the money lasts at the pace of the last days. Whole kopecks and whole days: nothing is ever rounded up.

use serde::{Deserialize, Serialize};

use crate::values::Kopecks;

/// What a company spent over so many whole local days: its charges less the reversals of charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Burn {
    spent: Kopecks,
    days: u8,
}

/// Whole days until something happens at the present pace; `None` where it never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Runway {
    /// Also `None` where no threshold is set.
    pub to_threshold: Option<u64>,
    pub to_suspension: Option<u64>,
}

impl Burn {
    /// The days that the pace is taken from.
    pub const DAYS: u8 = 7;
    /// Of a company that has spent nothing.
    pub const NOTHING: Self = Self { spent: Kopecks::ZERO, days: Self::DAYS };

    /// `spent` is positive where more was charged than reversed. `days` are the whole local days that the company
    /// existed for, at most [`DAYS`](Self::DAYS): a company that has none yet divides by one.
    pub fn over(spent: Kopecks, days: u8) -> Self {
        Self { spent, days: days.clamp(1, Self::DAYS) }
    }

    /// What one day takes, rounded down to the kopeck, for showing. The days are counted with the exact pace.
    pub fn a_day(self) -> Kopecks {
        Kopecks::new(self.spent.value().div_euclid(i64::from(self.days)))
    }

    /// The days to the threshold, `(balance − threshold) / burn`, and to suspension, `available / burn`, where available
    /// is the balance and the effective limit. What is reached already is 0 days away, whatever the pace.
    ///
    /// ```
    /// use app::money::{Burn, Runway};
    /// use app::values::Kopecks;
    /// let burn = Burn::over(Kopecks::new(70_000), 7);
    /// let runway = burn.runway(Kopecks::new(25_000), Some(Kopecks::new(5_000)), Kopecks::new(100_000));
    /// assert_eq!(runway, Runway { to_threshold: Some(2), to_suspension: Some(12) });
    /// ```
    pub fn runway(self, balance: Kopecks, threshold: Option<Kopecks>, effective_limit: Kopecks) -> Runway {
        let above = |floor: i128| i128::from(balance.value()) - floor;
        Runway {
            to_threshold: threshold.and_then(|threshold| self.days_for(above(i128::from(threshold.value())))),
            to_suspension: self.days_for(above(-i128::from(effective_limit.value()))),
        }
    }

    /// Whole days that an amount lasts.
    fn days_for(self, left: i128) -> Option<u64> {
        if left <= 0 {
            return Some(0);
        }
        let spent = i128::from(self.spent.value());
        if spent <= 0 {
            return None;
        }
        Some(u64::try_from(left * i128::from(self.days) / spent).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amount(raw: &str) -> Kopecks {
        Kopecks::parse_amount(raw).unwrap()
    }

    fn runway(burn: Burn, balance: &str, threshold: &str, limit: &str) -> (Option<u64>, Option<u64>) {
        let threshold = if threshold.is_empty() { None } else { Some(amount(threshold)) };
        let Runway { to_threshold, to_suspension } = burn.runway(amount(balance), threshold, amount(limit));
        (to_threshold, to_suspension)
    }

    #[test]
    fn seven_hundred_in_a_week_leave_two_days_to_the_threshold_and_twelve_to_suspension() {
        let burn = Burn::over(amount("700.00"), 7);
        assert_eq!(burn.a_day(), amount("100.00"));
        assert_eq!(runway(burn, "250.00", "50.00", "1000.00"), (Some(2), Some(12)));
    }

    #[test]
    fn days_are_counted_with_the_exact_pace_and_rounded_down() {
        // A third of a kopeck less or more a day decides.
        let burn = Burn::over(amount("100.00"), 3);
        assert_eq!(burn.a_day(), amount("33.33"));
        assert_eq!(runway(burn, "100.00", "", "0.00"), (None, Some(3)));
        assert_eq!(runway(burn, "99.99", "", "0.00"), (None, Some(2)));
    }

    #[test]
    fn without_spending_nothing_is_ever_reached() {
        for spent in ["0.00", "-5.00"] {
            assert_eq!(runway(Burn::over(amount(spent), 7), "250.00", "50.00", "1000.00"), (None, None));
        }
    }

    #[test]
    fn what_is_passed_is_no_days_away() {
        for spent in ["700.00", "0.00"] {
            let burn = Burn::over(amount(spent), 7);
            assert_eq!(runway(burn, "50.00", "50.00", "-50.00"), (Some(0), Some(0)));
            assert_eq!(runway(burn, "-1000.01", "50.00", "1000.00"), (Some(0), Some(0)));
        }
        assert_eq!(runway(Burn::over(amount("700.00"), 7), "-1.00", "50.00", "1000.00"), (Some(0), Some(9)));
    }

    #[test]
    fn a_young_company_divides_by_the_days_it_has() {
        let two_days = Burn::over(amount("200.00"), 2);
        assert_eq!(runway(two_days, "250.00", "50.00", "1000.00"), (Some(2), Some(12)));
        assert_eq!(Burn::over(amount("100.00"), 0), Burn::over(amount("100.00"), 1));
        assert_eq!(Burn::over(amount("100.00"), 30), Burn::over(amount("100.00"), 7));
    }

    proptest! {
        #[test]
        fn the_days_told_can_be_paid_for_and_one_more_cannot(
            spent in 1..=99_999_999_999_i64, days in 1..=7_u8, left in 1..=999_999_999_999_999_i64,
        ) {
            let burn = Burn::over(Kopecks::new(spent), days);
            let told = burn.runway(Kopecks::new(left), None, Kopecks::ZERO).to_suspension.unwrap();
            let cost = |of: u64| i128::from(of) * i128::from(spent);
            let budget = i128::from(left) * i128::from(days);
            prop_assert!(cost(told) <= budget && budget < cost(told + 1));
        }

        #[test]
        fn no_amounts_overflow(
            spent in any::<i64>(), days in any::<u8>(), balance in any::<i64>(),
            threshold in any::<Option<i64>>(), limit in any::<i64>(),
        ) {
            let burn = Burn::over(Kopecks::new(spent), days);
            let runway = burn.runway(Kopecks::new(balance), threshold.map(Kopecks::new), Kopecks::new(limit));
            prop_assert!(threshold.is_some() || runway.to_threshold.is_none());
            prop_assert!(burn.a_day().value() <= spent.max(0));
        }

        #[test]
        fn more_money_never_lasts_shorter(
            spent in 1..=99_999_999_i64, days in 1..=7_u8, balance in -9_999_999_i64..=9_999_999, more in 0..=9_999_999_i64,
        ) {
            let burn = Burn::over(Kopecks::new(spent), days);
            let last = |balance| burn.runway(Kopecks::new(balance), None, Kopecks::ZERO).to_suspension;
            prop_assert!(last(balance) <= last(balance + more));
        }
    }
}
