//! The name of a bank, usually with its city, as the directory or a person writes it.

use super::Problem;
use super::plain_text::one_line;
use super::text_value::text_value;

/// 1–200 characters on one line: the directory's name is at most 160, the city follows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BankName(String);

text_value!(BankName);

impl BankName {
    /// The longest name, in characters.
    pub const MAX: u32 = 200;

    /// Trims, and collapses runs of spaces into one.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        one_line(raw, Self::MAX).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bank_is_one_clean_line_of_at_most_200_characters() {
        let bank = BankName::parse(" АО \"ТЕСТБАНК\",\n г Примерск ").unwrap();
        assert_eq!(bank.as_str(), "АО \"ТЕСТБАНК\", г Примерск");
        assert_eq!(BankName::parse(&"б".repeat(201)), Err(Problem::TooLong { max: 200, actual: 201 }));
        assert!(BankName::parse("A\u{2066}B").is_err());
    }
}
