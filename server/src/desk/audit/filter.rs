//! What the log is narrowed by: a kind, a person, a company, a user, a period of whole days in the reader's zone.

use app::audit::AuditKind;
use app::fields::{self, Fields};
use app::values::{CompanyId, Email, Invalid, Problem, UserId};

use super::super::period::Period;

/// Read from a form in which every field may be empty.
pub(super) struct Filter {
    pub(super) kind: Option<AuditKind>,
    pub(super) person: Option<Person>,
    pub(super) company: Option<CompanyId>,
    /// The user whom it is about.
    pub(super) user: Option<UserId>,
    pub(super) period: Period,
}

/// Somebody, by user ID or by e-mail address.
pub(super) enum Person {
    Id(UserId),
    Email(Email),
}

impl Filter {
    pub(super) fn parse(fields: &Fields, zone: &str) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["kind", "person", "company", "user", "from", "until"]);
        let text = |name| fields::text(fields, name).trim();
        let kind = |text: &str| AuditKind::parse(text).ok_or(Problem::UnknownChoice);
        let kind = invalid.check("kind", unless_empty(text("kind"), kind));
        let person = invalid.check("person", unless_empty(text("person"), Person::parse));
        let company = invalid.check("company", unless_empty(text("company"), CompanyId::parse));
        let user = invalid.check("user", unless_empty(text("user"), UserId::parse));
        let period = Period::read(fields, zone, &mut invalid);
        match (kind, person, company, user, period) {
            (Some(kind), Some(person), Some(company), Some(user), Some(period)) if invalid.is_empty() => {
                Ok(Self { kind, person, company, user, period })
            }
            _ => Err(invalid),
        }
    }
}

impl Person {
    fn parse(text: &str) -> Result<Self, Problem> {
        if text.contains('@') { Email::parse(text).map(Self::Email) } else { UserId::parse(text).map(Self::Id) }
    }
}

fn unless_empty<T>(text: &str, read: impl FnOnce(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}
