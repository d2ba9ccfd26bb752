//! Adding a passkey: the password, then what the browser has made of the person's device.

use app::audit::AuditKind;
use app::fields::{self, Fields};
use app::people::{Passkey, PasskeyName, RecoveryCodes};
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::super::super::Engine;
use super::super::super::actor::Actor;
use super::super::super::audit::Event;
use super::super::super::own_access::{CURRENT_PASSWORD, reauthenticate, tell};
use super::super::set_up::{begin_guard, lock};
use super::super::{CODE, PASSKEY, accept_if_on, is_on, note_try_if_on};
use super::question::{self, Purpose};
use super::{broken, json, refused, rows};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::mail::letter::Change;
use crate::store::Visit;

const NAME: &str = "passkey_name";

/// What the browser needs to make a key (JSON). Fields: `passkey_name`, `current_password`, and of whoever has a second
/// factor `code` or `passkey`.
pub(in super::super::super) async fn begin(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<String> {
    name(&fields, &[NAME, CURRENT_PASSWORD, CODE, PASSKEY])?;
    let webauthn = engine.webauthn()?;
    let reassured = reauthenticate(engine, actor, &fields).await?;
    let tried = note_try_if_on(engine, actor, &fields).await?;
    let mut tx = engine.db.begin().await?;
    reassured.still_holds(&mut tx, actor).await?;
    accept_if_on(&mut tx, engine, visit, actor, tried.as_ref()).await?;
    let known = rows::keys(&mut *tx, actor.person_id).await?;
    let known = known.iter().map(|key| key.cred_id().clone()).collect();
    let handle = u128::from(actor.person_id.unsigned_abs());
    let (options, state) = webauthn
        .start_passkey_registration(
            webauthn_rs::prelude::Uuid::from_u128(handle),
            &actor.email,
            &actor.full_name,
            Some(known),
        )
        .map_err(|error| broken(&error))?;
    question::put(&mut tx, &engine.house, actor.into(), Purpose::Add, &state).await?;
    reassured.commit(tx, engine, visit, actor).await?;
    json(&options.public_key)
}

/// Fields: `passkey_name`, `passkey`. Recovery codes where there were none.
pub(in super::super::super) async fn add(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<Option<RecoveryCodes>> {
    let (name, webauthn) = (name(&fields, &[NAME, PASSKEY])?, engine.webauthn()?);
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(fields::text(&fields, PASSKEY)).map_err(|_| refused())?;
    let house = &*engine.house;
    let mut tx = engine.db.begin().await?;
    lock(&mut tx, actor.person_id).await?;
    let state: Option<PasskeyRegistration> = question::take(&mut tx, house, actor.into(), Purpose::Add).await?;
    let state = state.ok_or_else(refused)?;
    let key = webauthn.finish_passkey_registration(&answer, &state).map_err(|_| refused())?;
    let is_first = !is_on(&mut tx, actor.person_id).await?;
    let name = name.as_str();
    let passkey =
        Passkey { id: random_id(&*house.chance), name: name.to_owned(), created_at: house.now(), last_used_at: None };
    let added = rows::insert(&mut tx, actor.person_id, &passkey, &key).await;
    added.map_err(|failure| if failure.is_duplicate() { refused() } else { failure })?;
    Event::new(AuditKind::PasskeyAdded, actor.person_id).about(name).record(&mut tx, house, visit).await?;
    tell(&mut tx, house, visit, actor.person_id, Change::PasskeyAdded { name: name.to_owned() }).await?;
    let codes = if is_first { Some(begin_guard(&mut tx, house, visit, actor.person_id).await?) } else { None };
    tx.commit().await?;
    Ok(codes)
}

fn name(fields: &Fields, known: &[&str]) -> Outcome<PasskeyName> {
    let mut invalid = fields::unknown(fields, known);
    let name = invalid.check(NAME, PasskeyName::parse(fields::text(fields, NAME)));
    match name {
        Some(name) if invalid.is_empty() => Ok(name),
        _ => Err(invalid.into()),
    }
}
