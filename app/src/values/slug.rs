//! The name of a reseller in its own internet address: `newways` in `newways.example.test`.

use super::plain_text::{length, position};
use super::text_value::text_value;
use super::{Problem, Wanted};

/// 3–32 of `a–z 0–9 -`, no dash at the ends, no reserved word. Always lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

text_value!(Slug);

/// Names that belong to the platform, to mail, or to the technique of a site.
const RESERVED: &str = "abuse account accounts admin administrator api app assets auth autoconfig autodiscover \
    billing blog calls cdn chat companies console css dashboard dev dns docs download email \
    favicon files forgot-password ftp git healthz help host hostmaster images imap img \
    kontora localhost login logout mail media metrics news no-reply noreply ns1 ns2 oauth \
    operator pkg platform pop3 postmaster privacy profile proxy readyz register reports \
    reseller root security set-password sign-in sign-out smtp ssl sso static status support \
    system terms users vpn webmail webmaster wpad www";

impl Slug {
    pub const MIN: u32 = 3;
    pub const MAX: u32 = 32;

    /// Trims and lower-cases: host names do not know case.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let slug = raw.trim().to_ascii_lowercase();
        if slug.is_empty() {
            return Err(Problem::Required);
        }
        let actual = length(&slug);
        if actual > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX, actual });
        }
        let fits = |ch: char| ch.is_ascii_lowercase() || ch.is_ascii_digit() || ch == '-';
        if let Some((index, ch)) = slug.chars().enumerate().find(|(_, ch)| !fits(*ch)) {
            return Err(Problem::BadCharacter { ch, position: position(index), wanted: Wanted::Slug });
        }
        if actual < Self::MIN {
            return Err(Problem::TooShort { min: Self::MIN, actual });
        }
        if slug.starts_with('-') || slug.ends_with('-') {
            return Err(Problem::SlugEdgeHyphen);
        }
        if RESERVED.split(' ').any(|word| word == slug) || slug.starts_with("xn--") {
            return Err(Problem::SlugReserved { word: slug });
        }
        Ok(Self(slug))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_lower_case_host_label() {
        for (raw, slug) in [("newways", "newways"), (" NewWays ", "newways"), ("a-1", "a-1"), ("123", "123")] {
            assert_eq!(Slug::parse(raw).unwrap().as_str(), slug);
        }
        assert!(Slug::parse(&"a".repeat(32)).is_ok());
    }

    #[test]
    fn every_refusal_says_why() {
        let bad = |ch, position| Problem::BadCharacter { ch, position, wanted: Wanted::Slug };
        let reserved = |word: &str| Problem::SlugReserved { word: word.to_owned() };
        for (raw, problem) in [
            ("", Problem::Required),
            ("ab", Problem::TooShort { min: 3, actual: 2 }),
            ("-ab", Problem::SlugEdgeHyphen),
            ("ab-", Problem::SlugEdgeHyphen),
            ("a_b", bad('_', 2)),
            ("a.b", bad('.', 2)),
            ("новый", bad('н', 1)),
            ("WWW", reserved("www")),
            ("register", reserved("register")),
            ("xn--e1afmkfd", reserved("xn--e1afmkfd")),
        ] {
            assert_eq!(Slug::parse(raw), Err(problem), "{raw}");
        }
        assert_eq!(Slug::parse(&"a".repeat(33)), Err(Problem::TooLong { max: 32, actual: 33 }));
    }
}
