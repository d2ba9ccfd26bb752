//! A notification threshold and whether it has fired.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::{Kopecks, Lang, Problem, Threshold};

/// Percent of the effective limit. Beyond 100 a threshold is told of once the company is suspended already.
const MAX_SHARE: u8 = 200;

/// Which threshold of a company: the dialog's field, or one of at most four more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slot(u8);

/// Where a threshold lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A balance.
    Amount(Kopecks),
    /// A used share of the effective limit, 1 to 200 percent: 80 lies at a debt of 0.8 of it, and moves with it.
    Share(u8),
}

/// A threshold on watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    pub slot: Slot,
    pub level: Level,
    /// Reached, and not yet left by its re-arm distance.
    pub has_fired: bool,
}

/// Stands among a company's thresholds where their notices are repeated weekly.
pub const WEEKLY: &str = "7d";

/// The thresholds beside the dialog's, and whether notices are repeated, as the audit log keeps them: `500.00, 80 %, 7d`.
pub fn notices_text(watches: &[Watch], repeats: bool) -> String {
    let further = watches.iter().filter(|watch| watch.slot != Slot::MAIN).map(|watch| watch.level.to_string());
    further.chain(repeats.then(|| WEEKLY.to_owned())).collect::<Vec<_>>().join(", ")
}

impl Slot {
    /// The field of the edit dialog.
    pub const MAIN: Self = Self(0);
    const LAST: u8 = 4;
    /// Those beside it.
    pub const FURTHER: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::LAST).then_some(Self(number))
    }

    pub fn number(self) -> u8 {
        self.0
    }

    /// The name of its field on the wire.
    pub fn field(self) -> &'static str {
        ["notification_threshold", "threshold_1", "threshold_2", "threshold_3", "threshold_4"][usize::from(self.0)]
    }
}

impl Level {
    /// Reads an amount as the dialog's field does, or a share: `80 %`, with or without a minus, since a share of the limit
    /// is a debt anyway.
    ///
    /// ```
    /// use app::money::Level;
    /// assert_eq!(Level::parse("−80 %"), Ok(Level::Share(80)));
    /// assert_eq!(Level::parse("80%").unwrap().to_string(), "80 %");
    /// assert!(Level::parse("0 %").is_err() && Level::parse("33,33 %").is_err());
    /// ```
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let Some(percent) = raw.trim().strip_suffix('%') else {
            return Threshold::parse(raw)?.kopecks().map(Self::Amount).ok_or(Problem::Required);
        };
        let percent = percent.trim().trim_start_matches(['-', '−']).trim_start();
        let is_digits = !percent.is_empty() && percent.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits {
            return Err(Problem::WholeNumberNeeded);
        }
        let percent = percent.parse().ok().filter(|percent| (1..=MAX_SHARE).contains(percent));
        percent.map(Self::Share).ok_or(Problem::OutOfRange { min: 1, max: MAX_SHARE.into() })
    }

    /// As its field shows it.
    pub fn editable(self, lang: Lang) -> String {
        match self {
            Self::Amount(amount) => amount.editable(lang),
            Self::Share(percent) => format!("{percent}\u{a0}%"),
        }
    }

    /// The balance at which it is reached. A share is rounded towards zero debt, so that the letter comes no later.
    pub fn balance(self, effective_limit: Kopecks) -> Kopecks {
        match self {
            Self::Amount(amount) => amount,
            Self::Share(percent) => {
                let share = i128::from(effective_limit.value()) * i128::from(percent) / 100;
                Kopecks::new(i64::try_from(-share).unwrap_or(i64::MIN))
            }
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount(amount) => amount.fmt(f),
            Self::Share(percent) => write!(f, "{percent} %"),
        }
    }
}

impl Watch {
    pub fn new(slot: Slot, level: Level) -> Self {
        Self { slot, level, has_fired: false }
    }

    /// Whether it is reached, left, or as it was, at this balance.
    pub(super) fn step(self, balance: Kopecks, effective_limit: Kopecks) -> Self {
        let threshold = self.level.balance(effective_limit);
        let is_left = i128::from(balance.value())
            >= i128::from(threshold.value()) + i128::from(rearm_distance(threshold).value());
        let has_fired = if self.has_fired { !is_left } else { balance <= threshold };
        Self { has_fired, ..self }
    }
}

/// How far above a threshold the balance must rise before it can fire again: one percent of it, rounded up, at least
/// one rouble.
fn rearm_distance(threshold: Kopecks) -> Kopecks {
    const LEAST: u64 = 100;
    let percent = threshold.value().unsigned_abs().div_ceil(100).max(LEAST);
    Kopecks::new(i64::try_from(percent).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amount(text: &str) -> Kopecks {
        Kopecks::parse_amount(text).unwrap()
    }

    /// At which steps of a sequence of balances the threshold fires.
    fn fires(threshold: &str, balances: &[&str]) -> Vec<usize> {
        let mut watch = Watch::new(Slot::MAIN, Level::Amount(amount(threshold)));
        let mut fired = Vec::new();
        for (step, balance) in balances.iter().enumerate() {
            let next = watch.step(amount(balance), Kopecks::ZERO);
            if next.has_fired && !watch.has_fired {
                fired.push(step);
            }
            watch = next;
        }
        fired
    }

    #[test]
    fn a_threshold_fires_when_reached_and_again_only_after_it_was_left() {
        for (threshold, balances, expected) in [
            ("500", &["600", "500", "450", "504.99", "499", "505", "500"][..], &[1, 6][..]),
            ("50", &["51", "49", "50.99", "49", "51", "50"], &[1, 5]),
            ("0", &["0.01", "0", "0.99", "0", "1", "0"], &[1, 5]),
            ("-800", &["-799.99", "-800", "-792.01", "-801", "-792", "-800"], &[1, 5]),
        ] {
            assert_eq!(fires(threshold, balances), expected, "{threshold}");
        }
    }

    #[test]
    fn the_distance_is_a_percent_rounded_up_and_at_least_a_rouble() {
        for (threshold, distance) in
            [("500", "5"), ("50", "1"), ("0", "1"), ("-800", "8"), ("700", "7"), ("333.33", "3.34"), ("100.01", "1.01")]
        {
            assert_eq!(rearm_distance(amount(threshold)), amount(distance), "{threshold}");
        }
    }

    #[test]
    fn a_share_follows_the_limit_and_warns_no_later() {
        assert_eq!(Level::Share(80).balance(amount("1000")), amount("-800"));
        assert_eq!(Level::Share(80).balance(Kopecks::ZERO), Kopecks::ZERO);
        assert_eq!(Level::Share(33).balance(amount("0.01")), Kopecks::ZERO);
    }

    proptest! {
        #[test]
        fn a_balance_that_stays_never_fires_twice(threshold in any::<i64>(), balance in any::<i64>(), has_fired: bool) {
            let level = Level::Amount(Kopecks::new(threshold));
            let once = Watch { slot: Slot::MAIN, level, has_fired }.step(Kopecks::new(balance), Kopecks::ZERO);
            prop_assert_eq!(once.step(Kopecks::new(balance), Kopecks::ZERO), once);
        }
    }
}
