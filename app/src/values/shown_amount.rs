//! An amount as a page shows it: grouped, with a real minus, whole part and kopecks apart so that
//! the kopecks can be set thinner.

use std::fmt;

use super::grouping::grouped;
use super::{Kopecks, Lang};

/// `−1 250` and `,00` (ru, no-break spaces), `−1,250` and `.00` (en).
///
/// ```
/// use app::values::{Kopecks, Lang};
/// let shown = Kopecks::new(-125_000).shown(Lang::En);
/// assert_eq!((shown.whole(), shown.fraction()), ("−1,250", ".00"));
/// assert_eq!(shown.to_string(), "−1,250.00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownAmount {
    whole: String,
    fraction: String,
}

impl ShownAmount {
    pub(super) fn new(amount: Kopecks, lang: Lang) -> Self {
        let (minus, mark) = match (amount.is_negative(), lang) {
            (true, Lang::Ru) => ("\u{2212}", ','),
            (true, Lang::En) => ("\u{2212}", '.'),
            (false, Lang::Ru) => ("", ','),
            (false, Lang::En) => ("", '.'),
        };
        let magnitude = amount.value().unsigned_abs();
        Self {
            whole: format!("{minus}{}", grouped(magnitude / 100, lang)),
            fraction: format!("{mark}{:02}", magnitude % 100),
        }
    }

    /// The minus and the roubles.
    pub fn whole(&self) -> &str {
        &self.whole
    }

    /// The decimal mark and two digits.
    pub fn fraction(&self) -> &str {
        &self.fraction
    }

    /// With the currency behind a no-break space, for running text: `−1 250,00 ₽`.
    pub fn in_roubles(&self) -> String {
        format!("{self}\u{a0}₽")
    }
}

impl fmt::Display for ShownAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.whole, self.fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_reads_as_the_language_writes_it() {
        let shown = Kopecks::new(-125_000).shown(Lang::Ru);
        assert_eq!(shown.in_roubles(), "\u{2212}1\u{a0}250,00\u{a0}₽");
        assert_eq!(Kopecks::new(-5).shown(Lang::En).to_string(), "\u{2212}0.05");
        assert_eq!(Kopecks::new(0).shown(Lang::Ru).to_string(), "0,00");
        assert_eq!(Kopecks::new(99_999_999_999).shown(Lang::En).to_string(), "999,999,999.99");
    }
}
