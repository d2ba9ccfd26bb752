//! Money as whole kopecks: sums are exact, nothing is ever rounded.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Lang, Problem, ShownAmount};

mod reading;

/// An amount in hundredths of the company's currency, of either sign. Its text is canonical: `-1250.00`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kopecks(i64);

impl Kopecks {
    pub const ZERO: Self = Self(0);

    pub const fn new(kopecks: i64) -> Self {
        Self(kopecks)
    }

    pub const fn value(self) -> i64 {
        self.0
    }

    /// Reads what a person types: spaces of any kind between digits, a comma or a point before the
    /// kopecks, `-` or `−` in front; also an amount as shown in English (`1,250.00`). More than two
    /// decimals are refused, not rounded.
    ///
    /// ```
    /// use app::values::{Kopecks, Problem};
    /// assert_eq!(Kopecks::parse_amount("−1 250,5"), Ok(Kopecks::new(-125_050)));
    /// assert_eq!(Kopecks::parse_amount("10.005"), Err(Problem::MoreThanTwoDecimals));
    /// ```
    pub fn parse_amount(raw: &str) -> Result<Self, Problem> {
        reading::read(raw)
    }

    /// Reads what another system sends: digits, a point, at most two decimals; no sign, no grouping.
    ///
    /// ```
    /// use app::values::{Kopecks, Problem};
    /// assert_eq!(Kopecks::parse_exact("1250.5"), Ok(Kopecks::new(125_050)));
    /// assert_eq!(Kopecks::parse_exact("1,250.00"), Err(Problem::ExactAmountNeeded));
    /// ```
    pub fn parse_exact(raw: &str) -> Result<Self, Problem> {
        reading::read_exact(raw)
    }

    /// The amount as a page shows it, whole part and kopecks apart.
    pub fn shown(self, lang: Lang) -> ShownAmount {
        ShownAmount::new(self, lang)
    }

    /// The amount as an input field holds it: ungrouped, with the decimal mark of the language.
    /// [`parse_amount`](Self::parse_amount) reads it back exactly.
    pub fn editable(self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.to_string().replace('.', ","),
            Lang::En => self.to_string(),
        }
    }

    /// `None` on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// `max(0, −balance)`: what is owed.
    #[must_use]
    pub fn debt(self) -> Self {
        Self(self.0.saturating_neg().max(0))
    }
}

impl fmt::Display for Kopecks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_text_has_an_ascii_minus_and_two_decimals() {
        for (kopecks, text) in [(-125_000, "-1250.00"), (0, "0.00"), (-5, "-0.05"), (i64::MIN, "-92233720368547758.08")]
        {
            assert_eq!(Kopecks(kopecks).to_string(), text);
        }
        assert_eq!(Kopecks(-125_050).editable(Lang::Ru), "-1250,50");
        assert_eq!(Kopecks(i64::MIN).debt(), Kopecks(i64::MAX));
        assert_eq!(Kopecks(3).debt(), Kopecks::ZERO);
    }
}
