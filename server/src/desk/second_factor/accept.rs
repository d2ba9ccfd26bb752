//! Whether what proves the second factor is right. A code and a passkey's answer are accepted once: of several who
//! bring the same at the same time, one gets in.

use app::fields::{self, Fields};
use app::values::{MINUTE_MS, Problem};

use super::super::actor::Actor;
use super::super::attempts::{self, Limit, Noted};
use super::super::{Engine, Tx};
use super::{has_second_factor, passkeys, recovery};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::store::Visit;
use crate::totp::Secret;

/// The field in which a form brings a code, of the app or a recovery code.
pub(in super::super) const CODE: &str = "code";
/// The field in which it brings the answer of a passkey instead, as the browser wrote it (JSON).
pub(in super::super) const PASSKEY: &str = "passkey";

const PER_PERSON: Limit = Limit { action: "second_factor", most: 5, window_ms: 15 * MINUTE_MS };
/// Codes of an app that is being set up: whoever sits at an open session locks nobody out of signing in.
const SETTING_UP: Limit = Limit { action: "second_factor_set_up", ..PER_PERSON };

/// Who is asked, and in which browser: a passkey's answer counts only where the question was put.
#[derive(Clone, Copy)]
pub(in super::super) struct Asked<'a> {
    pub(in super::super) person_id: i64,
    /// What the session is known by, or the hash of the sign-in that awaits the second factor.
    pub(in super::super) holder: &'a str,
}

impl<'a> From<&'a Actor> for Asked<'a> {
    fn from(actor: &'a Actor) -> Self {
        Self { person_id: actor.person_id, holder: &actor.session_id }
    }
}

/// A try that was counted and not looked at yet.
#[must_use]
pub(in super::super) struct Tried<'a> {
    asked: Asked<'a>,
    proof: Proof<'a>,
    noted: Noted,
}

enum Proof<'a> {
    Code(&'a str),
    Passkey(&'a str),
}

#[derive(sqlx::FromRow)]
struct FactorRow {
    secret: String,
    last_step: i64,
}

/// Whether the person's sign-in asks for more than the password.
pub(in super::super) async fn is_on(tx: &mut Tx, person_id: i64) -> Outcome<bool> {
    let query = concat!("SELECT ", has_second_factor!(), " FROM person WHERE id = $1");
    Ok(sqlx::query_scalar(query).bind(person_id).fetch_one(&mut **tx).await?)
}

/// Counts the try before the proof is looked at. After five wrong ones in 15 minutes: wait.
pub(in super::super) async fn note_try<'a>(
    engine: &Engine,
    asked: Asked<'a>,
    fields: &'a Fields,
) -> Outcome<Tried<'a>> {
    note(engine, asked, fields, PER_PERSON).await
}

/// The same for the first code of an app.
pub(super) async fn note_set_up<'a>(engine: &Engine, asked: Asked<'a>, fields: &'a Fields) -> Outcome<Tried<'a>> {
    note(engine, asked, fields, SETTING_UP).await
}

async fn note<'a>(engine: &Engine, asked: Asked<'a>, fields: &'a Fields, limit: Limit) -> Outcome<Tried<'a>> {
    let proof = match (fields::text(fields, CODE), fields::text(fields, PASSKEY)) {
        (code, "") if code.trim().is_empty() => return Err(Failure::field(CODE, Problem::Required)),
        (code, "") => Proof::Code(code),
        (_, answer) => Proof::Passkey(answer),
    };
    let (now, subject) = (engine.house.now(), asked.person_id.to_string());
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, limit, &subject, now).await?;
    let noted = attempts::record(&mut tx, limit, &subject, now).await?;
    tx.commit().await?;
    Ok(Tried { asked, proof, noted })
}

/// Uses up what was brought. Refused at its field; nothing is used up unless the transaction commits.
pub(in super::super) async fn accept(tx: &mut Tx, house: &House, visit: &Visit, tried: &Tried<'_>) -> Outcome<()> {
    let person_id = tried.asked.person_id;
    match tried.proof {
        Proof::Code(typed) => {
            let is_right = is_of_app(tx, house, person_id, typed, true).await?
                || recovery::take(tx, house, visit, person_id, typed).await?;
            if !is_right {
                return Err(wrong());
            }
        }
        Proof::Passkey(answer) => passkeys::accept(tx, house, tried.asked, answer).await?,
    }
    tried.take_back(tx).await
}

impl Tried<'_> {
    /// It turned out well.
    pub(in super::super) async fn take_back(&self, tx: &mut Tx) -> Outcome<()> {
        attempts::take_back(tx, &self.noted).await
    }
}

/// Whether the app has made the code, now or a step ago; it is then used up. `is_confirmed`: whether the app guards
/// the sign-in already, or is being set up.
pub(super) async fn is_of_app(
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
    Failure::field(CODE, Problem::WrongCode)
}
