//! Turning the second factor on and off, and renewing its recovery codes. Each asks for the password in the same form.

use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::{RecoveryCodes, SecondFactorSetUp};

use super::super::actor::Actor;
use super::super::attempts;
use super::super::own_access::{CURRENT_PASSWORD, reauthenticate, tell};
use super::super::{Engine, Tx};
use super::accept::{accept, is_of_device, is_on, note_try, wrong};
use super::{FIELD, recovery};
use crate::failure::{Failure, Outcome};
use crate::mail::letter::Change;
use crate::qr;
use crate::store::Visit;
use crate::totp::Secret;

/// How long a secret that was shown waits for its first code.
const SET_UP_WITHIN_MS: i64 = 30 * 60 * 1000;

/// A new secret. Fields: `current_password`. What was begun before and not ended is void; what is on stays as it is, and
/// is refused.
pub(in super::super) async fn begin(engine: &Engine, actor: &Actor, fields: Fields) -> Outcome<SecondFactorSetUp> {
    fields::unknown(&fields, &[CURRENT_PASSWORD]).into_result()?;
    let reassured = reauthenticate(engine, actor, &fields).await?;
    let secret = Secret::new(&*engine.house.chance);
    let mut tx = engine.db.begin().await?;
    reassured.still_holds(&mut tx, actor).await?;
    if is_on(&mut tx, actor.person_id).await? {
        return Err(ApiError::Missing.into());
    }
    forget(&mut tx, actor.person_id).await?;
    sqlx::query("INSERT INTO second_factor (person_id, secret, begun_at, last_step) VALUES ($1, $2, $3, 0)")
        .bind(actor.person_id)
        .bind(secret.as_base32())
        .bind(engine.house.now())
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    let drawing =
        qr::draw(&secret.address(&actor.email)).ok_or_else(|| Failure::Broken("QR code of a secret".into()))?;
    Ok(SecondFactorSetUp { drawing, secret: secret.as_base32() })
}

/// The first right code turns it on. Fields: `code`. The recovery codes, which are never shown again.
pub(in super::super) async fn confirm(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<RecoveryCodes> {
    fields::unknown(&fields, &[FIELD]).into_result()?;
    let typed = fields::text(&fields, FIELD);
    let tried = note_try(engine, actor.person_id, typed).await?;
    let (house, now) = (&*engine.house, engine.house.now());
    let mut tx = engine.db.begin().await?;
    if !is_of_device(&mut tx, house, actor.person_id, typed, false).await? {
        return Err(wrong());
    }
    attempts::take_back(&mut tx, &tried).await?;
    let confirmed = sqlx::query("UPDATE second_factor SET confirmed_at = $1 WHERE person_id = $2 AND begun_at > $3")
        .bind(now)
        .bind(actor.person_id)
        .bind(now - SET_UP_WITHIN_MS)
        .execute(&mut *tx)
        .await?;
    if confirmed.rows_affected() == 0 {
        return Err(wrong());
    }
    let codes = recovery::issue(&mut tx, house, actor.person_id).await?;
    tell(&mut tx, house, visit, actor.person_id, Change::SecondFactorOn).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Signing in asks for no code any more. Fields: `current_password`, `code`.
pub(in super::super) async fn stop(engine: &Engine, actor: &Actor, visit: &Visit, fields: Fields) -> Outcome<()> {
    let mut tx = with_both(engine, actor, visit, &fields).await?;
    forget(&mut tx, actor.person_id).await?;
    tell(&mut tx, &engine.house, visit, actor.person_id, Change::SecondFactorOff).await?;
    tx.commit().await?;
    Ok(())
}

/// Ten new codes; the rest of the old ones is void. Fields: `current_password`, `code`.
pub(in super::super) async fn renew_recovery_codes(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<RecoveryCodes> {
    let mut tx = with_both(engine, actor, visit, &fields).await?;
    let codes = recovery::issue(&mut tx, &engine.house, actor.person_id).await?;
    tell(&mut tx, &engine.house, visit, actor.person_id, Change::RecoveryCodesRenewed).await?;
    tx.commit().await?;
    Ok(codes)
}

/// The transaction of a change for which password and code were right.
async fn with_both(engine: &Engine, actor: &Actor, visit: &Visit, fields: &Fields) -> Outcome<Tx> {
    fields::unknown(fields, &[CURRENT_PASSWORD, FIELD]).into_result()?;
    let reassured = reauthenticate(engine, actor, fields).await?;
    let typed = fields::text(fields, FIELD);
    let tried = note_try(engine, actor.person_id, typed).await?;
    let mut tx = engine.db.begin().await?;
    reassured.still_holds(&mut tx, actor).await?;
    accept(&mut tx, &engine.house, visit, actor.person_id, typed, &tried).await?;
    Ok(tx)
}

/// Nothing of a second factor is left.
pub(super) async fn forget(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    recovery::void(tx, person_id).await?;
    sqlx::query("DELETE FROM second_factor WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}
