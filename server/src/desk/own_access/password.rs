//! Changing one's own password.

use app::audit::AuditKind;
use app::fields::{self, Fields};

use super::super::actor::Actor;
use super::super::audit::Event;
use super::super::{Engine, access, links, second_factor, sessions};
use super::email::forget_unconfirmed;
use super::notice::tell;
use super::reauthenticate::{FIELD, reauthenticate};
use crate::failure::Outcome;
use crate::mail::letter::Change;
use crate::store::Visit;

/// Fields: `current_password`, `password`, where the person has a second factor `code` or `passkey`, and `end_others`
/// (`on` to end every other session). Links that would set a password die.
pub(in super::super) async fn change_password(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<()> {
    let known = [FIELD, second_factor::CODE, second_factor::PASSKEY, "password", "end_others"];
    let mut invalid = fields::unknown(&fields, &known);
    let ends_others = invalid.check("end_others", fields::switch(&fields, "end_others")).flatten().unwrap_or_default();
    invalid.into_result()?;
    let password = access::new_password(engine, actor.person_id, fields::text(&fields, "password")).await?;
    let reassured = reauthenticate(engine, actor, &fields).await?;
    let tried = second_factor::note_try_if_on(engine, actor, &fields).await?;
    let hash = engine.house.passwords.hash(password.reveal()).await?;
    let mut tx = engine.db.begin().await?;
    // A change of address that somebody asked for with the password before does not outlive it.
    forget_unconfirmed(&mut tx, actor.person_id).await?;
    // Links before the person, like whoever follows one.
    links::void_all(&mut tx, actor.person_id).await?;
    reassured.still_holds(&mut tx, actor).await?;
    second_factor::accept_if_on(&mut tx, engine, visit, actor, tried.as_ref()).await?;
    sqlx::query("UPDATE person SET password_hash = $1 WHERE id = $2")
        .bind(hash)
        .bind(actor.person_id)
        .execute(&mut *tx)
        .await?;
    access::void_pending(&mut tx, actor.person_id).await?;
    if ends_others {
        sessions::end_others(&mut tx, &engine.house, visit, actor).await?;
    }
    Event::new(AuditKind::PasswordChanged, actor.person_id).record(&mut tx, &engine.house, visit).await?;
    tell(&mut tx, &engine.house, visit, actor.person_id, Change::Password).await?;
    reassured.commit(tx, engine, visit, actor).await
}
