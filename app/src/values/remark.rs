//! What a person writes for another to read: the comment of a request, the reason of a refusal.

use super::Problem;
use super::plain_text::{checked_lines, collapse};
use super::text_value::text_value;

/// 1–500 characters; lines are joined by `\n`, none of them empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Remark(String);

text_value!(Remark);

impl Remark {
    /// The longest remark, in characters.
    pub const MAX: u32 = 500;

    /// Keeps line breaks; within a line, trims and collapses spaces.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let lines = raw.lines().map(collapse).filter(|line| !line.is_empty());
        checked_lines(&lines.collect::<Vec<_>>(), Self::MAX).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_keeps_its_lines_and_has_an_end() {
        assert_eq!(Remark::parse(" Долг \n\n не погашен ").unwrap().as_str(), "Долг\nне погашен");
        assert!(Remark::parse(&"я".repeat(500)).is_ok());
        assert_eq!(Remark::parse(&"я".repeat(501)), Err(Problem::TooLong { max: 500, actual: 501 }));
        assert_eq!(Remark::parse(" \n "), Err(Problem::Required));
        assert!(matches!(Remark::parse("a\u{202e}b"), Err(Problem::DirectionMark { .. })));
    }
}
