//! Whether a password may be one person's: the rules, with what is known of that person.

use app::error::ApiError;
use app::values::common_passwords::is_common;
use app::values::{Email, Invalid, NewPassword};

use super::super::Engine;
use crate::failure::Outcome;

/// What is known of the person, and therefore no password.
#[derive(sqlx::FromRow)]
struct Known {
    full_name: String,
    email: String,
    company: String,
}

/// Refused at the field `password`. [`ApiError::Gone`] where there is no such person any more.
pub(in super::super) async fn new_password(engine: &Engine, person_id: i64, typed: &str) -> Outcome<NewPassword> {
    let known: Option<Known> = sqlx::query_as(
        "SELECT person.full_name, person.email, company.name AS company \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.id = $1",
    )
    .bind(person_id)
    .fetch_optional(&engine.db.reads)
    .await?;
    known.ok_or(ApiError::Gone)?.check(typed)
}

impl Known {
    fn check(&self, password: &str) -> Outcome<NewPassword> {
        let local_part = Email::parse(&self.email).map(|email| email.local_part().to_owned()).unwrap_or_default();
        let context = [self.company.as_str(), &self.full_name, &local_part];
        let password = NewPassword::parse(password, &context, is_common);
        Ok(password.map_err(|problem| Invalid::at("password", problem))?)
    }
}
