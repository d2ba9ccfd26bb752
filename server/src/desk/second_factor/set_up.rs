//! Turning the app on and off, and renewing the recovery codes. Each asks for the password in the same form.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::{RecoveryCodes, SecondFactorSetUp};
use app::values::{MINUTE_MS, Problem};

use super::super::actor::Actor;
use super::super::audit::Event;
use super::super::own_access::{CURRENT_PASSWORD, Reassured, reauthenticate, tell};
use super::super::{Engine, Tx};
use super::accept::{CODE, PASSKEY, accept, is_of_app, is_on, note_set_up, note_try, wrong};
use super::recovery;
use super::{accept_if_on, note_try_if_on};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::mail::letter::Change;
use crate::qr;
use crate::store::Visit;
use crate::totp::Secret;

/// How long a secret that was shown waits for its first code.
const SET_UP_WITHIN_MS: i64 = 30 * MINUTE_MS;

/// A new secret. Fields: `current_password`, and of whoever has a passkey `code` or `passkey`. What was begun before and not ended is void; what is on stays as it is, and
/// is refused.
pub(in super::super) async fn begin(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<SecondFactorSetUp> {
    fields::unknown(&fields, &[CURRENT_PASSWORD, CODE, PASSKEY]).into_result()?;
    let reassured = reauthenticate(engine, actor, &fields).await?;
    let tried = note_try_if_on(engine, actor, &fields).await?;
    let secret = Secret::new(&*engine.house.chance);
    let mut tx = engine.db.begin().await?;
    reassured.still_holds(&mut tx, actor).await?;
    accept_if_on(&mut tx, engine, visit, actor, tried.as_ref()).await?;
    if has_app(&mut tx, actor.person_id).await? {
        return Err(ApiError::Missing.into());
    }
    forget_app(&mut tx, actor.person_id).await?;
    sqlx::query("INSERT INTO second_factor (person_id, secret, begun_at, last_step) VALUES ($1, $2, $3, 0)")
        .bind(actor.person_id)
        .bind(secret.as_base32())
        .bind(engine.house.now())
        .execute(&mut *tx)
        .await?;
    reassured.commit(tx, engine, visit, actor).await?;
    let drawing =
        qr::draw(&secret.address(&actor.email)).ok_or_else(|| Failure::Broken("QR code of a secret".into()))?;
    Ok(SecondFactorSetUp { drawing, secret: secret.as_base32() })
}

/// The first right code turns it on. Fields: `code`. Recovery codes where there were none; they are never shown again.
pub(in super::super) async fn confirm(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<Option<RecoveryCodes>> {
    fields::unknown(&fields, &[CODE]).into_result()?;
    let tried = note_set_up(engine, actor.into(), &fields).await?;
    let (house, now) = (&*engine.house, engine.house.now());
    let mut tx = engine.db.begin().await?;
    lock(&mut tx, actor.person_id).await?;
    if is_too_late(&mut tx, actor.person_id, now - SET_UP_WITHIN_MS).await? {
        return Err(Failure::field("form", Problem::SetUpTooLate));
    }
    if !is_of_app(&mut tx, house, actor.person_id, fields::text(&fields, CODE), false).await? {
        return Err(wrong());
    }
    tried.take_back(&mut tx).await?;
    let is_first = !is_on(&mut tx, actor.person_id).await?;
    sqlx::query("UPDATE second_factor SET confirmed_at = $1 WHERE person_id = $2")
        .bind(now)
        .bind(actor.person_id)
        .execute(&mut *tx)
        .await?;
    Event::new(AuditKind::AppAdded, actor.person_id).record(&mut tx, house, visit).await?;
    let (codes, change) = if is_first {
        (Some(begin_guard(&mut tx, house, visit, actor.person_id).await?), Change::SecondFactorOn)
    } else {
        (None, Change::AppAdded)
    };
    tell(&mut tx, house, visit, actor.person_id, change).await?;
    tx.commit().await?;
    Ok(codes)
}

/// The app's codes count no more. Fields: `current_password`, `code` or `passkey`.
pub(in super::super) async fn stop(engine: &Engine, actor: &Actor, visit: &Visit, fields: Fields) -> Outcome<()> {
    let house = &*engine.house;
    let (mut tx, reassured) = with_both(engine, actor, visit, &fields, &[]).await?;
    if !has_app(&mut tx, actor.person_id).await? {
        return Err(ApiError::Missing.into());
    }
    forget_app(&mut tx, actor.person_id).await?;
    Event::new(AuditKind::AppRemoved, actor.person_id).record(&mut tx, house, visit).await?;
    let change = if is_on(&mut tx, actor.person_id).await? {
        Change::AppRemoved
    } else {
        end_guard(&mut tx, house, visit, actor.person_id).await?;
        Change::SecondFactorOff
    };
    tell(&mut tx, house, visit, actor.person_id, change).await?;
    reassured.commit(tx, engine, visit, actor).await
}

/// Ten new codes; the rest of the old ones is void. Fields: `current_password`, `code` or `passkey`.
pub(in super::super) async fn renew_recovery_codes(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<RecoveryCodes> {
    let house = &*engine.house;
    let (mut tx, reassured) = with_both(engine, actor, visit, &fields, &[]).await?;
    let codes = recovery::issue(&mut tx, house, actor.person_id).await?;
    Event::new(AuditKind::RecoveryCodesRenewed, actor.person_id).record(&mut tx, house, visit).await?;
    tell(&mut tx, house, visit, actor.person_id, Change::RecoveryCodesRenewed).await?;
    reassured.commit(tx, engine, visit, actor).await?;
    Ok(codes)
}

/// The transaction of a change for which password and second factor were right, and what ends it. `more`: the form's other fields.
pub(super) async fn with_both(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: &Fields,
    more: &[&str],
) -> Outcome<(Tx, Reassured)> {
    fields::unknown(fields, &[&[CURRENT_PASSWORD, CODE, PASSKEY], more].concat()).into_result()?;
    let reassured = reauthenticate(engine, actor, fields).await?;
    let tried = note_try(engine, actor.into(), fields).await?;
    let mut tx = engine.db.begin().await?;
    reassured.still_holds(&mut tx, actor).await?;
    accept(&mut tx, &engine.house, visit, &tried).await?;
    Ok((tx, reassured))
}

/// The person has a first factor, of whichever kind: recovery codes go with it.
pub(super) async fn begin_guard(tx: &mut Tx, house: &House, visit: &Visit, person_id: i64) -> Outcome<RecoveryCodes> {
    Event::new(AuditKind::SecondFactorOn, person_id).record(tx, house, visit).await?;
    recovery::issue(tx, house, person_id).await
}

/// The last factor is gone, and the recovery codes with it.
pub(super) async fn end_guard(tx: &mut Tx, house: &House, visit: &Visit, person_id: i64) -> Outcome<()> {
    Event::new(AuditKind::SecondFactorOff, person_id).record(tx, house, visit).await?;
    recovery::void(tx, person_id).await
}

/// Of two first factors at once, the second is not the first.
pub(super) async fn lock(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    let _: Option<i64> = sqlx::query_scalar(concat!("SELECT id FROM person WHERE id = $1", for_update!()))
        .bind(person_id)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(())
}

/// Whether the secret that awaits its first code was shown before a moment.
async fn is_too_late(tx: &mut Tx, person_id: i64, before: i64) -> Outcome<bool> {
    let query = "SELECT EXISTS (SELECT 1 \
                                FROM second_factor \
                                WHERE person_id = $1 \
                                  AND confirmed_at IS NULL \
                                  AND begun_at <= $2)";
    Ok(sqlx::query_scalar(query).bind(person_id).bind(before).fetch_one(&mut **tx).await?)
}

/// Whether an app guards the sign-in.
async fn has_app(tx: &mut Tx, person_id: i64) -> Outcome<bool> {
    let query =
        "SELECT EXISTS (SELECT 1 FROM second_factor WHERE person_id = $1 AND confirmed_at IS NOT NULL) AS has_app";
    Ok(sqlx::query_scalar(query).bind(person_id).fetch_one(&mut **tx).await?)
}

async fn forget_app(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM second_factor WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}
