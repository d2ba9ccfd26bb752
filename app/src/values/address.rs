//! A legal or postal address: free text, possibly of several lines.

use super::Problem;
use super::plain_text::{checked_lines, collapse};
use super::text_value::text_value;

/// At most 500 characters; lines are joined by `\n`, none of them empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address(String);

text_value!(Address);

impl Address {
    /// The longest address, in characters.
    pub const MAX: u32 = 500;

    /// Keeps line breaks; within a line, trims and collapses spaces.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let lines = raw.lines().map(collapse).filter(|line| !line.is_empty());
        checked_lines(&lines.collect::<Vec<_>>(), Self::MAX).map(Self)
    }

    /// The address for a place that has one line.
    pub fn one_line(&self) -> String {
        self.0.replace('\n', " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_stay_and_spaces_collapse() {
        let address = Address::parse(" 000001,  г. Примерск\r\n\r\n ул. Новая, д. 1 \n").unwrap();
        assert_eq!(address.as_str(), "000001, г. Примерск\nул. Новая, д. 1");
        assert_eq!(address.one_line(), "000001, г. Примерск ул. Новая, д. 1");
    }

    #[test]
    fn hostile_and_over_long_addresses_are_refused() {
        assert!(Address::parse(&"я".repeat(500)).is_ok());
        assert_eq!(Address::parse(&"я".repeat(501)), Err(Problem::TooLong { max: 500, actual: 501 }));
        let nul = Problem::ControlCharacter { ch: '\0', position: 5 };
        assert_eq!(Address::parse("ab\ncd\0"), Err(Problem::ControlCharacter { ch: '\0', position: 6 }));
        assert_eq!(Address::parse("abcd\0"), Err(nul));
        assert_eq!(Address::parse("\n \r\n"), Err(Problem::Required));
    }
}
