//! The two languages of the product, and how a visitor's choice among them is read.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language that pages and letters are written in. English when nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Ru,
    #[default]
    En,
}

impl Lang {
    /// A stored choice, or else the language of the page that causes a letter.
    pub fn chosen_or(stored: Option<&str>, page: Self) -> Self {
        stored.and_then(Self::parse).unwrap_or(page)
    }

    /// Reads a stored choice: `ru` or `en`, in any case. Other text is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            code if code.eq_ignore_ascii_case("ru") => Some(Self::Ru),
            code if code.eq_ignore_ascii_case("en") => Some(Self::En),
            _ => None,
        }
    }

    /// Chooses by an `Accept-Language` header (RFC 9110, 12.5.4): the highest weight wins, the earlier
    /// of equal ones; a weight of 0 excludes; regions (`ru-RU`) count as their language.
    ///
    /// ```
    /// use app::values::Lang;
    /// assert_eq!(Lang::from_accept_language("de, en;q=0.5, ru-RU;q=0.8"), Lang::Ru);
    /// assert_eq!(Lang::from_accept_language("fr"), Lang::En);
    /// ```
    pub fn from_accept_language(header: &str) -> Self {
        let mut best: Option<(Self, u16)> = None;
        for entry in header.split(',') {
            let Some((lang, weight)) = accepted(entry) else {
                continue;
            };
            if weight > best.map_or(0, |(_, top)| top) {
                best = Some((lang, weight));
            }
        }
        best.map_or_else(Self::default, |(lang, _)| lang)
    }

    /// The code used in the `lang` attribute, the cookie and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One header entry that names a language of ours, with its weight in thousandths.
fn accepted(entry: &str) -> Option<(Lang, u16)> {
    let mut parts = entry.split(';');
    let tag = parts.next()?.trim();
    let lang = Lang::parse(tag.split('-').next()?)?;
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(Some(1000), thousandths)?;
    Some((lang, weight))
}

/// `0.8` → 800; `None` for anything that is no weight between 0 and 1.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: u16 = whole.parse().ok().filter(|whole| *whole <= 1)?;
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    Some(whole * 1000 + fraction).filter(|weight| *weight <= 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_of_ours_wins() {
        for (header, expected) in [
            ("", Lang::En),
            ("*", Lang::En),
            ("ru", Lang::Ru),
            ("ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", Lang::Ru),
            ("en-GB,en;q=0.9,ru;q=0.8", Lang::En),
            ("de-DE,ru;q=0.3", Lang::Ru),
            ("en;q=0.2, RU;q=0.201", Lang::Ru),
            ("ru;q=0, en;q=0.1", Lang::En),
            ("ru;q=0", Lang::En),
            ("ru;q=7, ru;q=abc, ;;,q=1", Lang::En),
            ("rum, enx", Lang::En),
        ] {
            assert_eq!(Lang::from_accept_language(header), expected, "{header}");
        }
    }

    #[test]
    fn the_wire_form_is_the_lower_case_code() {
        assert_eq!(serde_json::to_string(&Lang::Ru).unwrap(), "\"ru\"");
        assert_eq!(Lang::parse("RU"), Some(Lang::Ru));
        assert_eq!(Lang::parse("de"), None);
    }
}
