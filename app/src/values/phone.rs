//! A phone number in international form (ITU-T E.164).

use super::plain_text::{is_direction_mark, is_invisible, position};
use super::text_value::text_value;
use super::{Problem, Wanted};

/// `+` and 7–15 digits, the country code first; stored without spaces: `+79123456789`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

text_value!(Phone);

impl Phone {
    /// The fewest digits in use, country code included.
    const MIN: u32 = 7;
    /// The most digits E.164 allows.
    const MAX: u32 = 15;

    /// Removes spaces, brackets, dashes and points. A Russian number may be typed the Russian way:
    /// `8` or `7` and ten digits, or ten digits from `9`.
    ///
    /// ```
    /// use app::values::Phone;
    /// let phone = Phone::parse("8 (912) 345-67-89").unwrap();
    /// assert_eq!(phone.as_str(), "+79123456789");
    /// assert_eq!(phone.shown(), "+7 912 345-67-89");
    /// ```
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let typed = raw.trim();
        let mut digits = String::new();
        let mut international = false;
        for (index, ch) in typed.chars().enumerate() {
            match ch {
                '0'..='9' => digits.push(ch),
                '+' if digits.is_empty() && !international => international = true,
                _ if is_punctuation(ch) => {}
                _ => {
                    return Err(Problem::BadCharacter { ch, position: position(index), wanted: Wanted::Phone });
                }
            }
        }
        if digits.is_empty() {
            return Err(if typed.is_empty() { Problem::Required } else { Problem::PhoneNoCountryCode });
        }
        let digits = if international { digits } else { with_country_code(&digits)? };
        check_digits(&digits)?;
        Ok(Self(format!("+{digits}")))
    }

    /// For reading: a Russian number grouped, others as they are.
    pub fn shown(&self) -> String {
        match self.0.strip_prefix("+7") {
            Some(n) => format!("+7 {} {}-{}-{}", &n[..3], &n[3..6], &n[6..8], &n[8..]),
            None => self.0.clone(),
        }
    }

    /// For a `tel:` link and for search: digits only.
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }
}

/// What people put between digits, and the marks that address books wrap around numbers.
fn is_punctuation(ch: char) -> bool {
    ch.is_whitespace()
        || is_direction_mark(ch)
        || is_invisible(ch)
        || matches!(ch, '(' | ')' | '-' | '.' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

fn with_country_code(digits: &str) -> Result<String, Problem> {
    match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'8' | b'7')) => Ok(format!("7{}", &digits[1..])),
        (10, Some(b'9')) => Ok(format!("7{digits}")),
        _ => Err(Problem::PhoneNoCountryCode),
    }
}

fn check_digits(digits: &str) -> Result<(), Problem> {
    let count = u32::try_from(digits.len()).unwrap_or(u32::MAX);
    if digits.starts_with('0') {
        return Err(Problem::PhoneLeadingZero);
    }
    if digits.starts_with('7') && count != 11 {
        return Err(Problem::PhoneRussianLength { digits: count.saturating_sub(1) });
    }
    if !(Phone::MIN..=Phone::MAX).contains(&count) {
        return Err(Problem::PhoneLength { digits: count, min: Phone::MIN, max: Phone::MAX });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_ways_to_write_a_number_give_one_form() {
        for raw in [
            "+7 912 345-67-89",
            "+7(912)345.67.89",
            "8 912 345 67 89",
            "89123456789",
            "9123456789",
            "79123456789",
            "(912) 345–67–89",
            "\u{202a}+7\u{a0}912\u{2011}345\u{2011}67\u{2011}89\u{202c}",
        ] {
            assert_eq!(Phone::parse(raw).unwrap().as_str(), "+79123456789", "{raw}");
        }
        assert_eq!(Phone::parse("+49 30 1234567").unwrap().shown(), "+49301234567");
    }

    #[test]
    fn every_refusal_says_why() {
        let bad = |ch, position| Problem::BadCharacter { ch, position, wanted: Wanted::Phone };
        let length = |digits| Problem::PhoneLength { digits, min: 7, max: 15 };
        for (raw, problem) in [
            ("", Problem::Required),
            ("+", Problem::PhoneNoCountryCode),
            ("345-67-89", Problem::PhoneNoCountryCode),
            ("4951234567", Problem::PhoneNoCountryCode),
            ("+7 912 345-67-8", Problem::PhoneRussianLength { digits: 9 }),
            ("+7 912 345-67-890", Problem::PhoneRussianLength { digits: 11 }),
            ("+0 123 456 789", Problem::PhoneLeadingZero),
            ("+49 123", length(5)),
            ("+49 12345678901234", length(16)),
            ("+7 912 345-67-89 доб. 5", bad('д', 18)),
            ("++79123456789", bad('+', 2)),
            ("7+9123456789", bad('+', 2)),
            ("+7912345678９", bad('９', 12)),
            ("+7912\0", bad('\0', 6)),
        ] {
            assert_eq!(Phone::parse(raw), Err(problem), "{raw}");
        }
    }
}
