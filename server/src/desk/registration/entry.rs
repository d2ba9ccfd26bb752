//! What a registrant typed, checked.

use app::fields::{self, Fields};
use app::requisites::Inn;
use app::values::{CompanyName, Email, FullName, Invalid, Phone, Problem, ZoneName, Zones, optional};

/// Not shown to people; robots fill in every field they find.
const TRAP: &str = "website";
const FIELDS: [&str; 9] = ["name", "inn", "full_name", "email", "phone", "time_zone", "terms", "personal_data", TRAP];

/// Every value that a registration needs. Both consents were given, or there is no entry.
pub(super) struct Entry {
    pub(super) name: CompanyName,
    inn: Option<Inn>,
    pub(super) full_name: FullName,
    /// The sign-in name and the company's address.
    pub(super) email: Email,
    pub(super) phone: Phone,
    pub(super) time_zone: ZoneName,
}

/// Whether the trap was filled in.
pub(super) fn is_robot(fields: &Fields) -> bool {
    !fields::text(fields, TRAP).trim().is_empty()
}

impl Entry {
    /// All problems at once, each at its field; a field that the page does not have is refused.
    pub(super) fn parse(fields: &Fields, zones: &Zones) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &FIELDS);
        let text = |name| fields::text(fields, name);
        let name = invalid.check("name", CompanyName::parse(text("name")));
        let inn = invalid.check("inn", optional(text("inn"), Inn::parse));
        let full_name = invalid.check("full_name", FullName::parse(text("full_name")));
        let email = invalid.check("email", Email::parse(text("email")));
        let phone = invalid.check("phone", Phone::parse(text("phone")));
        let time_zone = invalid.check("time_zone", optional(text("time_zone"), |typed| zones.parse(typed)));
        for consent in ["terms", "personal_data"] {
            if !is_ticked(text(consent)) {
                invalid.add(consent, Problem::ConsentRequired);
            }
        }
        match (name, inn, full_name, email, phone, time_zone) {
            (Some(name), Some(inn), Some(full_name), Some(email), Some(phone), Some(time_zone))
                if invalid.is_empty() =>
            {
                Ok(Self { name, inn, full_name, email, phone, time_zone: time_zone.unwrap_or_default() })
            }
            _ => Err(invalid),
        }
    }

    /// Empty where none was given.
    pub(super) fn inn(&self) -> &str {
        self.inn.as_ref().map_or("", Inn::as_str)
    }
}

/// A ticked box: `on` from a plain form, `true` from the page.
fn is_ticked(text: &str) -> bool {
    matches!(text, "on" | "true" | "1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::values::Zone;

    fn fields(changes: &[(&str, &str)]) -> Fields {
        let usual = [
            ("name", "Ромашка"),
            ("full_name", "Анна Примерова"),
            ("email", "anna@example.test"),
            ("phone", "+7 900 000-00-01"),
            ("terms", "on"),
            ("personal_data", "true"),
        ];
        usual.iter().chain(changes).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn parse(changes: &[(&str, &str)]) -> Result<Entry, Invalid> {
        let zones = Zones::new(vec![Zone::new(ZoneName::parse("Asia/Omsk").unwrap(), 360)]);
        Entry::parse(&fields(changes), &zones)
    }

    #[test]
    fn the_inn_and_the_zone_may_be_left_out() {
        let entry = parse(&[]).ok().unwrap();
        assert_eq!((entry.inn(), entry.time_zone.as_str()), ("", "Europe/Moscow"));
        let entry = parse(&[("inn", "0017 0000 16"), ("time_zone", "Asia/Omsk")]).ok().unwrap();
        assert_eq!((entry.inn(), entry.time_zone.as_str()), ("0017000016", "Asia/Omsk"));
    }

    #[test]
    fn rights_cannot_be_typed_in() {
        for name in ["credit_limit", "reseller_id", "kind", "confirmed_at"] {
            let invalid = parse(&[(name, "1")]).err().unwrap();
            assert_eq!(invalid.fields().collect::<Vec<_>>(), [name]);
        }
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let wrong = ["name", "full_name", "email", "phone", "terms", "personal_data"].map(|name| (name, ""));
        let invalid = parse(&wrong).err().unwrap();
        assert_eq!(invalid.fields().count(), wrong.len());
        let invalid = parse(&[("inn", "0017000017"), ("time_zone", "Europe/Atlantis")]).err().unwrap();
        assert_eq!(invalid.fields().collect::<Vec<_>>(), ["inn", "time_zone"]);
    }

    #[test]
    fn only_robots_fill_in_the_trap() {
        assert!(is_robot(&fields(&[("website", "http://spam.test")])));
        assert!(!is_robot(&fields(&[("website", " ")])));
        assert!(!is_robot(&fields(&[])));
        assert!(parse(&[("website", "")]).is_ok());
    }
}
