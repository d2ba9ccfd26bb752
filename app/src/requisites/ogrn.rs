//! OGRN and OGRNIP, the state registration numbers. No form field: a look-up or a paste brings them.

use super::typed::{count, digits, value};
use crate::values::Problem;
use crate::values::text_value::text_value;

/// Thirteen digits (organization, modulus 11) or fifteen (sole proprietor, modulus 13), the last a control digit (order
/// of the Ministry of Finance No. 165н of 30.10.2017 on keeping the registers).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ogrn(String);

text_value!(Ogrn);

impl Ogrn {
    /// The body's remainder by the modulus, then by 10, is the last digit.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let ogrn = digits(raw)?;
        let modulus = match ogrn.len() {
            13 => 11,
            15 => 13,
            _ => {
                return Err(Problem::OgrnLength { digits: count(ogrn.len()) });
            }
        };
        if ogrn.bytes().all(|digit| digit == b'0') {
            return Err(Problem::AllZeros);
        }
        let (body, control) = ogrn.split_at(ogrn.len() - 1);
        let remainder = body.bytes().fold(0, |rest, digit| (rest * 10 + value(digit)) % modulus);
        let expected = (remainder % 10).to_string();
        if control != expected {
            return Err(Problem::OgrnControl { expected });
        }
        Ok(Self(ogrn))
    }

    /// Fifteen digits: of a sole proprietor.
    pub fn is_person(&self) -> bool {
        self.0.len() == 15
    }
}
