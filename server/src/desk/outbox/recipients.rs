//! Who letters go to: each in the language of their profile, or else of the page that causes the letter.

use app::values::{CompanyId, Lang};

use super::super::Connection;
use crate::failure::Outcome;

/// The language where a profile names none, of letters that no page has caused, and of those to a company's address.
pub(in super::super) const NO_PAGE: Lang = Lang::Ru;

/// Where a letter goes, and in which language.
pub(in super::super) struct Recipient {
    pub email: String,
    pub lang: Lang,
}

/// An address with the language that its person has chosen, as a statement reads both.
pub(in super::super) type Addressee = (String, Option<String>);

/// Reads active people as [`Addressee`]s by a condition on `person` and `person_role`, the earliest first.
macro_rules! active_people {
    ($condition:literal) => {
        concat!(
            "SELECT person.email, person.language \
             FROM person \
             JOIN person_role ON person_role.person_id = person.id \
             WHERE person.state = 'active' \
               AND ",
            $condition,
            " ORDER BY person.id"
        )
    };
}
pub(in super::super) use active_people;

impl Recipient {
    pub fn of((email, language): Addressee, page: Lang) -> Self {
        Self { email, lang: Lang::chosen_or(language.as_deref(), page) }
    }
}

/// The active administrators of a company.
pub(in super::super) async fn administrators(
    connection: &mut Connection,
    company_id: i64,
    page: Lang,
) -> Outcome<Vec<Recipient>> {
    let people: Vec<Addressee> =
        sqlx::query_as(active_people!("person.company_id = $1 AND person_role.role = 'administrator'"))
            .bind(company_id)
            .fetch_all(connection)
            .await?;
    Ok(people.into_iter().map(|person| Recipient::of(person, page)).collect())
}

/// The active operators of the platform.
pub(in super::super) async fn operators(connection: &mut Connection, page: Lang) -> Outcome<Vec<Recipient>> {
    let people: Vec<Addressee> =
        sqlx::query_as(active_people!("person.company_id = $1 AND person_role.role = 'operator'"))
            .bind(CompanyId::PLATFORM.value())
            .fetch_all(connection)
            .await?;
    Ok(people.into_iter().map(|person| Recipient::of(person, page)).collect())
}
