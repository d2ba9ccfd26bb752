//! What the operator typed into "Add company", checked.

use app::companies::Kind;
use app::fields::{self, Fields};
use app::values::{CompanyName, Email, FullName, Invalid, Problem, Slug};

const FIELDS: [&str; 7] = ["name", "email", "kind", "slug", "admin_name", "admin_email", "letter_to"];

/// Who gets the letter with the administrator's link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LetterTo {
    Admin,
    Company,
}

pub(super) struct Application {
    pub(super) name: CompanyName,
    pub(super) email: Email,
    pub(super) kind: Kind,
    /// Of a reseller, and of nobody else.
    pub(super) slug: Option<Slug>,
    pub(super) admin_name: FullName,
    pub(super) admin_email: Email,
    letter_to: LetterTo,
}

impl Application {
    /// All problems at once, each at its field.
    pub(super) fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &FIELDS);
        let text = |name| fields::text(fields, name);
        let name = invalid.check("name", CompanyName::parse(text("name")));
        let email = invalid.check("email", Email::parse(text("email")));
        let standing = standing(fields, &mut invalid);
        let admin_name = invalid.check("admin_name", FullName::parse(text("admin_name")));
        let admin_email = invalid.check("admin_email", Email::parse(text("admin_email")));
        let letter_to = invalid.check("letter_to", letter_to(text("letter_to")));
        match (name, email, standing, admin_name, admin_email, letter_to) {
            (Some(name), Some(email), Some((kind, slug)), Some(admin_name), Some(admin_email), Some(letter_to))
                if invalid.is_empty() =>
            {
                Ok(Self { name, email, kind, slug, admin_name, admin_email, letter_to })
            }
            _ => Err(invalid),
        }
    }

    pub(super) fn is_told_to_company(&self) -> bool {
        matches!(self.letter_to, LetterTo::Company)
    }

    pub(super) fn letter_to(&self) -> &Email {
        match self.letter_to {
            LetterTo::Admin => &self.admin_email,
            LetterTo::Company => &self.email,
        }
    }
}

/// What a company is to be, from the fields `kind` and `slug`; the slug is a reseller's and nobody else's.
pub(in super::super) fn standing(fields: &Fields, invalid: &mut Invalid) -> Option<(Kind, Option<Slug>)> {
    match invalid.check("kind", kind(fields::text(fields, "kind")))? {
        Kind::Reseller => {
            let slug = invalid.check("slug", Slug::parse(fields::text(fields, "slug")))?;
            Some((Kind::Reseller, Some(slug)))
        }
        other => Some((other, None)),
    }
}

fn kind(text: &str) -> Result<Kind, Problem> {
    match Kind::parse(text) {
        Some(kind @ (Kind::Reseller | Kind::StandAlone)) => Ok(kind),
        _ if text.is_empty() => Err(Problem::Required),
        _ => Err(Problem::UnknownChoice),
    }
}

fn letter_to(text: &str) -> Result<LetterTo, Problem> {
    match text {
        "" | "admin" => Ok(LetterTo::Admin),
        "company" => Ok(LetterTo::Company),
        _ => Err(Problem::UnknownChoice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(changes: &[(&str, &str)]) -> Fields {
        let usual = [
            ("name", "Пример"),
            ("email", "info@example.test"),
            ("kind", "reseller"),
            ("slug", "primer"),
            ("admin_name", "Анна Примерова"),
            ("admin_email", "anna@example.test"),
            ("letter_to", "company"),
        ];
        usual.iter().chain(changes).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn the_letter_goes_where_the_operator_said() {
        let to = |letter_to| Application::parse(&fields(&[("letter_to", letter_to)])).unwrap().letter_to().to_string();
        assert_eq!(to("company"), "info@example.test");
        assert_eq!(to("admin"), "anna@example.test");
        assert_eq!(to(""), "anna@example.test");
    }

    #[test]
    fn only_a_reseller_has_a_slug_and_must_have_one() {
        let stand_alone = Application::parse(&fields(&[("kind", "stand_alone"), ("slug", "")])).unwrap();
        assert!(stand_alone.slug.is_none());
        let missing = Application::parse(&fields(&[("slug", "")])).err().unwrap();
        assert_eq!(missing.first("slug"), Some(&Problem::Required));
    }

    #[test]
    fn every_problem_is_told_at_its_field() {
        let all_wrong = ["name", "email", "kind", "admin_name", "admin_email", "letter_to"].map(|name| (name, "?"));
        let mut typed = fields(&all_wrong);
        typed.insert("admin_name".to_owned(), String::new());
        typed.insert("reseller_id".to_owned(), "2".to_owned());
        let invalid = Application::parse(&typed).err().unwrap();
        let found: Vec<_> = invalid.fields().collect();
        assert_eq!(found, ["admin_email", "admin_name", "email", "kind", "letter_to", "name", "reseller_id"]);
    }

    #[test]
    fn nobody_makes_a_platform_or_an_affiliate_here() {
        for kind in ["platform", "affiliate", "Reseller", "x"] {
            let invalid = Application::parse(&fields(&[("kind", kind)])).err().unwrap();
            assert_eq!(invalid.first("kind"), Some(&Problem::UnknownChoice), "{kind}");
        }
    }
}
