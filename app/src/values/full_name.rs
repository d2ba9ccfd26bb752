//! A person's full name, as that person writes it.

use super::Problem;
use super::plain_text::as_written;
use super::text_value::text_value;

/// 1–200 characters on one line. Nothing is guessed from it or reordered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FullName(String);

text_value!(FullName);

impl FullName {
    /// The longest name, in characters.
    pub const MAX: u32 = 200;

    /// Trims; inside, everything stays as written.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        as_written(raw, Self::MAX).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inside_of_a_name_is_kept_as_written() {
        let name = FullName::parse("  анна  мария О'Нил-ибн ").unwrap();
        assert_eq!(name.as_str(), "анна  мария О'Нил-ибн");
    }

    #[test]
    fn empty_long_and_hostile_names_are_refused() {
        assert_eq!(FullName::parse(" "), Err(Problem::Required));
        assert!(FullName::parse(&"я".repeat(200)).is_ok());
        assert_eq!(FullName::parse(&"я".repeat(201)), Err(Problem::TooLong { max: 200, actual: 201 }));
        let feed = Problem::ControlCharacter { ch: '\n', position: 5 };
        assert_eq!(FullName::parse("Anna\nBcc: x@y.z"), Err(feed));
    }
}
