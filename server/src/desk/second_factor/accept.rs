//! Whether a typed code is right. A code is accepted once: of several who bring it at the same time, one gets in.

use app::values::Problem;

use super::super::attempts::{self, Limit, Noted};
use super::super::{Engine, Tx};
use super::{FIELD, recovery};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::store::Visit;
use crate::totp::Secret;

const PER_PERSON: Limit = Limit { action: "second_factor", most: 5, window_ms: 15 * 60 * 1000 };

#[derive(sqlx::FromRow)]
struct FactorRow {
    secret: String,
    last_step: i64,
}

/// Whether the person's sign-in asks for a code.
pub(in super::super) async fn is_on(tx: &mut Tx, person_id: i64) -> Outcome<bool> {
    let query =
        "SELECT EXISTS (SELECT 1 FROM second_factor WHERE person_id = $1 AND confirmed_at IS NOT NULL) AS is_on";
    Ok(sqlx::query_scalar(query).bind(person_id).fetch_one(&mut **tx).await?)
}

/// Counts the try before the code is looked at. After five wrong ones in 15 minutes: wait.
pub(in super::super) async fn note_try(engine: &Engine, person_id: i64, typed: &str) -> Outcome<Noted> {
    if typed.trim().is_empty() {
        return Err(Failure::field(FIELD, Problem::Required));
    }
    let (now, subject) = (engine.house.now(), person_id.to_string());
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, PER_PERSON, &subject, now).await?;
    let noted = attempts::record(&mut tx, PER_PERSON, &subject, now).await?;
    tx.commit().await?;
    Ok(noted)
}

/// Uses up the code that was typed: one of the device, or a recovery code. Refused at its field; nothing is used up
/// unless the transaction commits.
pub(in super::super) async fn accept(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    person_id: i64,
    typed: &str,
    tried: &Noted,
) -> Outcome<()> {
    let is_right = is_of_device(tx, house, person_id, typed, true).await?
        || recovery::take(tx, house, visit, person_id, typed).await?;
    if !is_right {
        return Err(wrong());
    }
    attempts::take_back(tx, tried).await
}

/// Whether the device has made the code, now or a step ago; it is then used up. `is_confirmed`: whether the factor guards
/// the sign-in already, or is being set up.
pub(super) async fn is_of_device(
    tx: &mut Tx,
    house: &House,
    person_id: i64,
    typed: &str,
    is_confirmed: bool,
) -> Outcome<bool> {
    let row: Option<FactorRow> = sqlx::query_as(concat!(
        "SELECT secret, last_step \
         FROM second_factor \
         WHERE person_id = $1 \
           AND (confirmed_at IS NOT NULL) = $2",
        for_update!()
    ))
    .bind(person_id)
    .bind(is_confirmed)
    .fetch_optional(&mut **tx)
    .await?;
    let Some(FactorRow { secret, last_step }) = row else { return Ok(false) };
    let corrupt = || Failure::Corrupt { table: "second_factor", column: "secret", id: person_id.to_string() };
    let secret = Secret::parse(&secret).ok_or_else(corrupt)?;
    let Some(step) = secret.step_of(typed, house.now(), last_step)? else { return Ok(false) };
    sqlx::query("UPDATE second_factor SET last_step = $1 WHERE person_id = $2")
        .bind(step)
        .bind(person_id)
        .execute(&mut **tx)
        .await?;
    Ok(true)
}

pub(super) fn wrong() -> Failure {
    Failure::field(FIELD, Problem::WrongCode)
}
