//! BIC, the bank identification code. No control digit and no required beginning: treasury, foreign
//! and indirect participants have theirs too.

use super::typed::{count, digits, value};
use crate::values::Problem;
use crate::values::text_value::text_value;

/// Nine digits. Digits 5–6 name the settlement unit of the Bank of Russia, 7–9 the credit organization: both go into an
/// account's key (procedure No. 515 of 08.09.1997).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bic(String);

text_value!(Bic);

/// The three digits put before an account when its key is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountPrefix(pub(super) [u32; 3]);

impl Bic {
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let bic = digits(raw)?;
        if bic.len() != 9 {
            return Err(Problem::BicLength { digits: count(bic.len()) });
        }
        Ok(Self(bic))
    }

    /// Digits 7–9: the credit organization, 000–002 for a unit of the Bank of Russia itself.
    pub fn organization(&self) -> &str {
        &self.0[6..]
    }

    /// Whether this is a unit of the Bank of Russia.
    pub fn is_unit(&self) -> bool {
        matches!(self.organization(), "000" | "001" | "002")
    }

    /// For accounts held at this unit, or correspondent accounts at the unit of this bank:
    /// `0` and digits 5–6.
    pub fn unit_prefix(&self) -> AccountPrefix {
        let digits = self.0.as_bytes();
        AccountPrefix([0, value(digits[4]), value(digits[5])])
    }

    /// For accounts of clients: digits 7–9, at a unit as [`unit_prefix`](Self::unit_prefix).
    pub fn client_prefix(&self) -> AccountPrefix {
        if self.is_unit() {
            return self.unit_prefix();
        }
        let digits = self.0.as_bytes();
        AccountPrefix([value(digits[6]), value(digits[7]), value(digits[8])])
    }
}
