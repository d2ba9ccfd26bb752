//! The name of a company. Duplicates are allowed.

use super::Problem;
use super::plain_text::one_line;
use super::text_value::text_value;

/// 1–255 characters on one line, with at least one letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CompanyName(String);

text_value!(CompanyName);

impl CompanyName {
    /// The longest name, in characters.
    pub const MAX: u32 = 255;

    /// Trims, and collapses runs of spaces into one.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let name = one_line(raw, Self::MAX)?;
        if !name.chars().any(char::is_alphanumeric) {
            return Err(Problem::OnlyPunctuation);
        }
        Ok(Self(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_trimmed_and_collapsed() {
        let name = CompanyName::parse(" \u{a0}New \t ways\u{2009}company\n").unwrap();
        assert_eq!(name.as_str(), "New ways company");
    }

    #[test]
    fn markup_emoji_and_right_to_left_letters_are_ordinary_text() {
        for raw in ["<script>alert(1)</script>", "Рога & Копыта 🦌", "שלום 7", "100% O'Neil", "Ё"] {
            assert_eq!(CompanyName::parse(raw).unwrap().as_str(), raw);
        }
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert!(CompanyName::parse(&"ж".repeat(255)).is_ok());
        let problem = Problem::TooLong { max: 255, actual: 256 };
        assert_eq!(CompanyName::parse(&"ж".repeat(256)), Err(problem));
    }

    #[test]
    fn a_name_without_a_letter_or_digit_is_refused() {
        assert_eq!(CompanyName::parse(" «—» !"), Err(Problem::OnlyPunctuation));
        assert_eq!(CompanyName::parse(" \n "), Err(Problem::Required));
        assert_eq!(CompanyName::parse("\u{200d}"), Err(Problem::Required));
    }

    #[test]
    fn hostile_characters_are_named_with_their_place() {
        let control = Problem::ControlCharacter { ch: '\0', position: 3 };
        assert_eq!(CompanyName::parse("Ab\0c"), Err(control));
        let mark = Problem::DirectionMark { ch: '\u{202e}', position: 1 };
        assert_eq!(CompanyName::parse("\u{202e}moc"), Err(mark));
        let invisible = Problem::InvisibleCharacter { ch: '\u{200b}', position: 2 };
        assert_eq!(CompanyName::parse("A\u{200b}"), Err(invisible));
    }
}
