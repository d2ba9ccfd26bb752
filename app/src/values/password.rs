//! The rules for a password that a person chooses (OWASP ASVS 5.0, 6.2): length, not a common one,
//! not made of what anyone could know. No rules of composition.

use std::fmt;

use super::Problem;
use super::password_strength::Strength;
use super::plain_text::length;

/// A password that may be set. It is compared exactly as typed, shown nowhere, and serialised never;
/// the server normalises it to NFC before hashing.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(String);

impl NewPassword {
    /// The shortest, in characters.
    pub const MIN: u32 = 8;
    /// What the page recommends, in characters.
    pub const RECOMMENDED: u32 = 15;
    /// The longest, in characters: enough for any manager, short enough to hash.
    pub const MAX: u32 = 256;

    /// `context` holds what is known of the person: company name, own name, e-mail name. The product's
    /// name is always among it. `is_common` looks the password up in the list, which only the server has.
    ///
    /// ```
    /// use app::values::{NewPassword, Problem};
    /// let refused = NewPassword::parse("newways2026", &["New ways company"], |_| false);
    /// assert!(matches!(refused, Err(Problem::PasswordFromContext { .. })));
    /// assert!(NewPassword::parse("верный конь батарея", &["New ways company"], |_| false).is_ok());
    /// ```
    pub fn parse(raw: &str, context: &[&str], is_common: impl Fn(&str) -> bool) -> Result<Self, Problem> {
        let actual = length(raw);
        if actual == 0 {
            return Err(Problem::Required);
        }
        if actual < Self::MIN {
            return Err(Problem::TooShort { min: Self::MIN, actual });
        }
        if actual > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX, actual });
        }
        if let Some(word) = made_of_context(raw, context) {
            return Err(Problem::PasswordFromContext { word });
        }
        if is_common(raw) {
            return Err(Problem::PasswordCommon);
        }
        Ok(Self(raw.to_owned()))
    }

    /// The password itself, for hashing and nothing else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub fn strength(&self) -> Strength {
        Strength::of(&self.0)
    }
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

/// A context word that the password consists of, together with others and digits. Spaces and
/// punctuation between them do not count.
fn made_of_context(raw: &str, context: &[&str]) -> Option<String> {
    let password = bare(raw);
    let words = words_of(context);
    let is_whole = |start: &str| start.chars().all(|ch| ch.is_ascii_digit());
    // reachable[i]: the first i bytes are words and digits; kept beside it, the first word used.
    let mut reached: Vec<Option<Option<&String>>> = vec![None; password.len() + 1];
    *reached.first_mut()? = Some(None);
    for (index, ch) in password.char_indices() {
        let Some(used) = reached[index] else { continue };
        if ch.is_ascii_digit() && reached[index + 1].is_none_or(|known| known.is_none()) {
            reached[index + 1] = Some(used);
        }
        for word in words.iter().filter(|word| !is_whole(word) && password[index..].starts_with(*word)) {
            reached[index + word.len()] = Some(used.or(Some(word)));
        }
    }
    reached.pop()?.flatten().cloned()
}

/// The words of at least three letters, and each text as one word.
fn words_of(context: &[&str]) -> Vec<String> {
    let mut words = vec!["kontora".to_owned(), "контора".to_owned()];
    for text in context {
        let parts = text.split(|ch: char| !ch.is_alphanumeric()).map(bare);
        words.extend(parts.chain([bare(text)]).filter(|word| word.chars().count() >= 3));
    }
    words
}

/// Letters and digits alone, lower case, ё as е.
fn bare(text: &str) -> String {
    let letters = text.chars().filter(|ch| ch.is_alphanumeric());
    letters.flat_map(char::to_lowercase).map(|ch| if ch == 'ё' { 'е' } else { ch }).collect()
}

#[cfg(test)]
mod tests;
