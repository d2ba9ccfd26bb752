//! What can be changed of a user, field by field, each as one text.

use super::Role;
use crate::values::{FullName, Lang, MaxDialogs, Problem, optional};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UserField {
    FullName,
    /// The parts of a name, each of which may be empty. Nothing is guessed from the full name.
    LastName,
    FirstName,
    MiddleName,
    Roles,
    /// Own value; empty for the company's default.
    MaxDialogs,
    /// Empty while the person has chosen none.
    Language,
}

impl UserField {
    pub const ALL: [Self; 7] = [
        Self::FullName,
        Self::LastName,
        Self::FirstName,
        Self::MiddleName,
        Self::Roles,
        Self::MaxDialogs,
        Self::Language,
    ];

    /// The name in forms.
    pub fn wire(self) -> &'static str {
        match self {
            Self::FullName => "full_name",
            Self::LastName => "last_name",
            Self::FirstName => "first_name",
            Self::MiddleName => "middle_name",
            Self::Roles => "roles",
            Self::MaxDialogs => "max_dialogs",
            Self::Language => "language",
        }
    }

    pub fn of_wire(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.wire() == name)
    }

    /// The typed text as it is stored.
    pub fn parse(self, typed: &str) -> Result<String, Problem> {
        match self {
            Self::FullName => FullName::parse(typed).map(text),
            Self::LastName | Self::FirstName | Self::MiddleName => optional(typed, FullName::parse).map(text_or_empty),
            Self::Roles => roles(typed),
            Self::MaxDialogs => optional(typed, MaxDialogs::parse).map(text_or_empty),
            Self::Language => {
                optional(typed, |code| Lang::parse(code).ok_or(Problem::UnknownChoice)).map(text_or_empty)
            }
        }
    }
}

fn roles(typed: &str) -> Result<String, Problem> {
    let roles = Role::parse_list(typed).ok_or(Problem::UnknownChoice)?;
    if roles.is_empty() { Err(Problem::RoleNeeded) } else { Ok(Role::list(roles)) }
}

#[expect(clippy::needless_pass_by_value, reason = "the end of a chain of values")]
fn text(value: impl ToString) -> String {
    value.to_string()
}

fn text_or_empty(value: Option<impl ToString>) -> String {
    value.map(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_read_back_by_its_name() {
        for field in UserField::ALL {
            assert_eq!(UserField::of_wire(field.wire()), Some(field));
        }
        assert_eq!(UserField::of_wire("email"), None);
    }

    #[test]
    fn what_may_be_empty_may_and_a_user_has_a_name_and_a_role() {
        use UserField as F;
        for field in [F::LastName, F::FirstName, F::MiddleName, F::MaxDialogs, F::Language] {
            assert_eq!(field.parse(" "), Ok(String::new()), "{field:?}");
        }
        assert_eq!(F::FullName.parse(" "), Err(Problem::Required));
        assert_eq!(F::Roles.parse(" "), Err(Problem::RoleNeeded));
        assert_eq!(F::Roles.parse("administrator owner"), Err(Problem::UnknownChoice));
        assert_eq!(F::Language.parse("de"), Err(Problem::UnknownChoice));
    }

    #[test]
    fn the_stored_text_is_the_same_however_it_was_typed() {
        assert_eq!(
            UserField::Roles.parse("chat_operator  administrator administrator").unwrap(),
            "administrator chat_operator"
        );
        assert_eq!(UserField::MaxDialogs.parse(" 3 000 ").unwrap(), "3000");
        assert_eq!(UserField::LastName.parse(" О'Нил ").unwrap(), "О'Нил");
    }
}
