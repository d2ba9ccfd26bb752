//! INN, the taxpayer number (order of the tax service ММВ-7-6/435@ of 29.06.2012).

use super::typed::{count, digits, value};
use crate::values::Problem;
use crate::values::text_value::text_value;

/// Ten digits (organization) or twelve (person, sole proprietor), the first four the tax office, the last one or two
/// control digits (order ММВ-7-6/435@ of 29.06.2012). Not unique: branches share their head's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inn(String);

text_value!(Inn);

/// The control digit at the end weighs what stands before it by the last of these.
const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

impl Inn {
    /// ```
    /// use app::requisites::Inn;
    /// use app::values::Problem;
    /// assert_eq!(Inn::parse("7707 083 893").unwrap().as_str(), "7707083893");
    /// assert_eq!(Inn::parse("8827004526"), Err(Problem::InnControl { expected: "8".to_owned() }));
    /// ```
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let inn = digits(raw)?;
        let controls = match inn.len() {
            10 => 1,
            12 => 2,
            _ => {
                return Err(Problem::InnLength { digits: count(inn.len()) });
            }
        };
        if inn.bytes().all(|digit| digit == b'0') {
            return Err(Problem::AllZeros);
        }
        let (body, typed) = inn.split_at(inn.len() - controls);
        let mut expected = body.to_owned();
        for _ in 0..controls {
            expected.push(control_digit(&expected));
        }
        let expected = &expected[body.len()..];
        if typed != expected {
            return Err(Problem::InnControl { expected: expected.to_owned() });
        }
        Ok(Self(inn))
    }

    /// Twelve digits: a person or sole proprietor, who has no KPP.
    pub fn is_person(&self) -> bool {
        self.0.len() == 12
    }

    /// The first two digits.
    pub fn region(&self) -> &str {
        &self.0[..2]
    }
}

/// `(Σ dᵢ·wᵢ mod 11) mod 10`.
fn control_digit(body: &str) -> char {
    let weights = &WEIGHTS[WEIGHTS.len() - body.len()..];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, weight)| value(digit) * weight).sum();
    char::from_digit(sum % 11 % 10, 10).unwrap_or('0')
}
