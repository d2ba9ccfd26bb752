//! Setting a password by the link of a letter: the invitation, the registration's or the reset's.

use app::error::ApiError;
use app::fields::{self, Fields};
use app::values::common_passwords::is_common;
use app::values::{Email, Invalid, NewPassword};

use super::super::links;
use super::super::sessions::{self, Pass};
use super::super::{Engine, Tx};
use super::confirm_registration::confirm_registration;
use super::tell_inviter::tell_inviter;
use crate::failure::Outcome;
use crate::store::Visit;

/// What is known of the person, and therefore no password.
#[derive(sqlx::FromRow)]
struct Known {
    full_name: String,
    email: String,
    company: String,
}

/// Sets the password of the link's account and signs in. [`ApiError::Gone`] for a used, expired, revoked or
/// invented link; a refused password leaves the link alive.
pub(in super::super) async fn set_password(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<()> {
    fields::unknown(&fields, &["token", "password"]).into_result()?;
    let token = fields::text(&fields, "token");
    let person_id = links::find(engine, token).await?.ok_or(ApiError::Gone)?;
    let password = known(engine, person_id).await?.check(fields::text(&fields, "password"))?;
    let hash = engine.house.passwords.hash(password.reveal()).await?;
    let pass = settle(engine, visit, token, &hash).await?;
    pass.hand_over(&visit.cookies);
    Ok(())
}

async fn known(engine: &Engine, person_id: i64) -> Outcome<Known> {
    let known = sqlx::query_as(
        "SELECT person.full_name, person.email, company.name AS company \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.id = $1",
    )
    .bind(person_id)
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(known.ok_or(ApiError::Gone)?)
}

impl Known {
    fn check(&self, password: &str) -> Outcome<NewPassword> {
        let local_part = Email::parse(&self.email).map(|email| email.local_part().to_owned()).unwrap_or_default();
        let context = [self.company.as_str(), &self.full_name, &local_part];
        let password = NewPassword::parse(password, &context, is_common);
        Ok(password.map_err(|problem| Invalid::at("password", problem))?)
    }
}

/// The link is used up, and what it stands for happens, at once or not at all.
async fn settle(engine: &Engine, visit: &Visit, token: &str, hash: &str) -> Outcome<Pass> {
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    let person_id = links::consume(&mut tx, token, now).await?.ok_or(ApiError::Gone)?;
    tell_inviter(&mut tx, &engine.house, person_id, visit.lang).await?;
    let company_id = activate(&mut tx, person_id, hash, now).await?;
    // By whatever letter: the company has somebody who can sign in.
    confirm_registration(&mut tx, &engine.house, company_id, visit.lang).await?;
    sessions::end_all(&mut tx, person_id).await?;
    links::void_all(&mut tx, person_id).await?;
    let pass = sessions::open(&mut tx, &engine.house, visit, person_id).await?;
    tx.commit().await?;
    Ok(pass)
}

/// Who opened the letter's link has the mailbox: the account works from now on. Its company.
async fn activate(tx: &mut Tx, person_id: i64, hash: &str, now: i64) -> Outcome<i64> {
    let company_id: Option<i64> = sqlx::query_scalar(
        "UPDATE person \
         SET password_hash = $1, state = 'active', last_sign_in_at = $2 \
         WHERE id = $3 \
           AND state <> 'blocked' \
         RETURNING company_id",
    )
    .bind(hash)
    .bind(now)
    .bind(person_id)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(company_id.ok_or(ApiError::Gone)?)
}
