//! KPP, the code of the reason for a tax registration. Organizations only, without a control digit.

use super::typed::{bad, characters, count};
use crate::values::text_value::text_value;
use crate::values::{Problem, Wanted};

/// Nine characters: tax office (4 digits), reason (2 digits or Latin letters), number (3 digits), after the order of the
/// tax service ММВ-7-6/435@ of 29.06.2012. Not unique to a company.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kpp(String);

text_value!(Kpp);

impl Kpp {
    /// Letters are upper-cased; Cyrillic look-alikes are named, not replaced.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let typed = characters(raw)?;
        let cyrillic: String = typed.iter().filter(|ch| is_cyrillic(**ch)).collect();
        if !cyrillic.is_empty() {
            return Err(Problem::CyrillicLetters { letters: cyrillic });
        }
        let fits = |index: usize, ch: char| ch.is_ascii_digit() || matches!(index, 4 | 5) && ch.is_ascii_alphabetic();
        if let Some((index, ch)) = typed.iter().enumerate().find(|(index, ch)| !fits(*index, **ch)) {
            return Err(bad(*ch, index, Wanted::DigitOrLatin));
        }
        if typed.len() != 9 {
            return Err(Problem::KppLength { characters: count(typed.len()) });
        }
        Ok(Self(typed.iter().map(char::to_ascii_uppercase).collect()))
    }

    /// The first two digits: the region of the tax office, or 99 of an office of the largest taxpayers.
    pub fn region(&self) -> &str {
        &self.0[..2]
    }

    /// `99xx50xxx`: registered as one of the largest taxpayers, at an office that is of no region.
    pub fn is_of_largest_taxpayer(&self) -> bool {
        self.region() == "99" && &self.0[4..6] == "50"
    }
}

fn is_cyrillic(ch: char) -> bool {
    matches!(ch, '\u{400}'..='\u{52F}')
}
