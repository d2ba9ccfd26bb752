//! The second factor: codes from an app, passkeys, and recovery codes for when neither is at hand.

#[path = "second_factor/accept.rs"]
mod accept;
#[path = "second_factor/passkeys.rs"]
mod passkeys;
#[path = "second_factor/recovery.rs"]
mod recovery;
#[path = "second_factor/set_up.rs"]
mod set_up;

use app::fields::Fields;
use app::people::SecondFactor;
use app::values::Problem;

pub(super) use accept::{Asked, CODE, PASSKEY, Tried, accept, is_on, note_try};
pub(super) use passkeys::{add as add_passkey, begin as begin_passkey, remove as remove_passkey};
pub(super) use passkeys::{ask as ask_passkey, of_person as passkeys, void_questions};
pub(super) use set_up::{begin, confirm, renew_recovery_codes, stop};

use super::actor::Actor;
use super::{Engine, Tx};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// A condition on `person`: the sign-in asks for more than the password.
macro_rules! has_second_factor {
    () => {
        "(EXISTS (SELECT 1 \
                  FROM second_factor \
                  WHERE second_factor.person_id = person.id \
                    AND second_factor.confirmed_at IS NOT NULL) \
          OR EXISTS (SELECT 1 FROM passkey WHERE passkey.person_id = person.id))"
    };
}
pub(super) use has_second_factor;

#[derive(sqlx::FromRow)]
struct StateRow {
    has_app: bool,
    keys: i64,
    codes: i64,
}

/// Whether the person's sign-in asks for more than the password.
pub(super) async fn state(engine: &Engine, person_id: i64) -> Outcome<SecondFactor> {
    let row: StateRow = sqlx::query_as(
        "SELECT EXISTS (SELECT 1 \
                        FROM second_factor \
                        WHERE person_id = $1 \
                          AND confirmed_at IS NOT NULL) AS has_app, \
                (SELECT COUNT(*) FROM passkey WHERE person_id = $1) AS keys, \
                (SELECT COUNT(*) FROM recovery_code WHERE person_id = $1) AS codes",
    )
    .bind(person_id)
    .fetch_one(&engine.db.reads)
    .await?;
    if !row.has_app && row.keys == 0 {
        return Ok(SecondFactor::Off);
    }
    Ok(SecondFactor::On { codes_left: u32::try_from(row.codes).unwrap_or(0), has_app: row.has_app })
}

/// Counts the try of whoever has a second factor; nothing is asked of the others.
pub(super) async fn note_try_if_on<'a>(
    engine: &Engine,
    actor: &'a Actor,
    fields: &'a Fields,
) -> Outcome<Option<Tried<'a>>> {
    if state(engine, actor.person_id).await?.is_on() {
        Ok(Some(note_try(engine, actor.into(), fields).await?))
    } else {
        Ok(None)
    }
}

/// The other half, in the transaction of the change: uses up what was brought. Whoever has got a second factor meanwhile
/// has to bring it too.
pub(super) async fn accept_if_on(
    tx: &mut Tx,
    engine: &Engine,
    visit: &Visit,
    actor: &Actor,
    tried: Option<&Tried<'_>>,
) -> Outcome<()> {
    match tried {
        Some(tried) => accept(tx, &engine.house, visit, tried).await,
        None if is_on(tx, actor.person_id).await? => Err(Failure::field(CODE, Problem::Required)),
        None => Ok(()),
    }
}

/// What was added since a moment is gone, and the recovery codes with it where it was all there was.
pub(super) async fn forget_since(tx: &mut Tx, person_id: i64, since: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM second_factor WHERE person_id = $1 AND begun_at >= $2")
        .bind(person_id)
        .bind(since)
        .execute(&mut **tx)
        .await?;
    sqlx::query("DELETE FROM passkey WHERE person_id = $1 AND created_at >= $2")
        .bind(person_id)
        .bind(since)
        .execute(&mut **tx)
        .await?;
    if !is_on(tx, person_id).await? {
        recovery::void(tx, person_id).await?;
    }
    void_questions(tx, person_id).await
}

/// Nothing of a second factor is left: no app, no passkey, no recovery code, no question. Letters, events and the end
/// of sessions are the caller's.
pub(super) async fn forget_all(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    recovery::void(tx, person_id).await?;
    void_questions(tx, person_id).await?;
    sqlx::query("DELETE FROM second_factor WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    sqlx::query("DELETE FROM passkey WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}
