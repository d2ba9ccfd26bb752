//! Value added tax (НДС) on an invoice: what its supplier has set.
//!
//! The rates are those of article 164 of the Tax Code: 10 % (paragraph 2), 22 % (paragraph 3; by Federal Law 425-FZ of
//! 28.11.2025 from 2026 on, 20 % for what was delivered before), 5 and 7 % under the simplified system (paragraph 8, by
//! Federal Law 176-FZ of 12.07.2024 from 2025 on).

use serde::{Deserialize, Serialize};

use crate::values::Kopecks;

/// A rate in percent of the price without the tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct VatRate(u8);

/// A supplier's setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vat {
    /// Nothing about the tax is printed.
    #[default]
    NotSet,
    /// «Без НДС»: the supplier does not pay it.
    Without,
    /// The tax is part of every sum.
    Included(VatRate),
}

impl VatRate {
    pub const ALL: [Self; 5] = [Self(5), Self(7), Self(10), Self(20), Self(22)];

    pub fn percent(self) -> u8 {
        self.0
    }

    /// The tax within a sum, at rate / (100 + rate) (Tax Code, article 164, paragraph 4), half a kopeck rounded up. A
    /// negative sum has none.
    ///
    /// ```
    /// use app::invoices::VatRate;
    /// use app::values::Kopecks;
    /// let rate = VatRate::try_from(22).unwrap();
    /// assert_eq!(rate.within(Kopecks::new(125_050)).to_string(), "225.50");
    /// ```
    pub fn within(self, sum: Kopecks) -> Kopecks {
        let (rate, whole) = (i128::from(self.0), 100 + i128::from(self.0));
        let sum = i128::from(sum.value().max(0));
        let tax = (2 * sum * rate + whole) / (2 * whole);
        // Less than the sum, which fits.
        Kopecks::new(i64::try_from(tax).unwrap_or(i64::MAX))
    }
}

impl Vat {
    /// As stored: empty, `without`, or the percent.
    pub fn stored(self) -> String {
        match self {
            Self::NotSet => String::new(),
            Self::Without => "without".to_owned(),
            Self::Included(rate) => rate.percent().to_string(),
        }
    }

    /// Reads what [`stored`](Self::stored) writes, and nothing else.
    pub fn parse(stored: &str) -> Option<Self> {
        let rates = VatRate::ALL.into_iter().map(Self::Included);
        [Self::NotSet, Self::Without].into_iter().chain(rates).find(|vat| vat.stored() == stored)
    }
}

impl TryFrom<u8> for VatRate {
    type Error = &'static str;

    fn try_from(percent: u8) -> Result<Self, Self::Error> {
        Self::ALL.into_iter().find(|rate| rate.0 == percent).ok_or("no rate of value added tax")
    }
}

impl From<VatRate> for u8 {
    fn from(rate: VatRate) -> u8 {
        rate.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tax(percent: u8, kopecks: i64) -> i64 {
        VatRate::try_from(percent).unwrap().within(Kopecks::new(kopecks)).value()
    }

    #[test]
    fn the_tax_is_the_part_of_the_sum_that_the_rate_says() {
        for (percent, sum, expected) in [
            (22, 125_050, 22_550),
            (20, 125_050, 20_842),
            (20, 12_000, 2_000),
            (10, 11_000, 1_000),
            (7, 10_700, 700),
            (5, 10_500, 500),
            (20, 100, 17),
            (22, 99_999_999_999, 18_032_786_885),
        ] {
            assert_eq!(tax(percent, sum), expected, "{percent} % in {sum}");
        }
    }

    #[test]
    fn half_a_kopeck_is_rounded_up() {
        assert_eq!(tax(20, 3), 1, "0.50");
        assert_eq!(tax(20, 2), 0, "0.33");
        assert_eq!(tax(20, 9), 2, "1.50");
        assert_eq!(tax(10, 0), 0);
        assert_eq!(tax(10, -1_100), 0);
    }

    #[test]
    fn no_other_rate_is_read() {
        for stored in ["", "without", "5", "7", "10", "20", "22"] {
            assert_eq!(Vat::parse(stored).unwrap().stored(), stored);
        }
        for stored in ["0", "18", "05", " 20", "none", "Without", "20%"] {
            assert_eq!(Vat::parse(stored), None, "{stored}");
        }
        assert!(serde_json::from_str::<Vat>(r#"{"included":18}"#).is_err());
    }

    proptest! {
        /// Off by half a kopeck at most, told by whole numbers alone.
        #[test]
        fn the_tax_is_the_nearest_kopeck(index in 0..5_usize, sum in 0..i64::MAX) {
            let rate = VatRate::ALL[index];
            let (tax, percent) = (i128::from(rate.within(Kopecks::new(sum)).value()), i128::from(rate.percent()));
            let twice_off = 2 * (tax * (100 + percent) - i128::from(sum) * percent);
            prop_assert!(-(100 + percent) < twice_off && twice_off <= 100 + percent);
        }
    }
}
