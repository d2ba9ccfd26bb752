//! Removing a passkey, by password and second factor together: the very key may be the proof.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields};

use super::super::super::Engine;
use super::super::super::actor::Actor;
use super::super::super::audit::Event;
use super::super::super::own_access::tell;
use super::super::is_on;
use super::super::set_up::{end_guard, with_both};
use super::rows;
use crate::failure::Outcome;
use crate::mail::letter::Change;
use crate::store::Visit;

const ID: &str = "passkey_id";

/// Fields: `passkey_id`, `current_password`, `code` or `passkey`. [`ApiError::Missing`] for any but an own one.
pub(in super::super::super) async fn remove(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<()> {
    let house = &*engine.house;
    let (mut tx, reassured) = with_both(engine, actor, visit, &fields, &[ID]).await?;
    let name = rows::delete(&mut tx, actor.person_id, fields::text(&fields, ID)).await?.ok_or(ApiError::Missing)?;
    Event::new(AuditKind::PasskeyRemoved, actor.person_id).about(&name).record(&mut tx, house, visit).await?;
    let was_last = !is_on(&mut tx, actor.person_id).await?;
    if was_last {
        end_guard(&mut tx, house, visit, actor.person_id).await?;
    }
    tell(&mut tx, house, visit, actor.person_id, Change::PasskeyRemoved { name, was_last }).await?;
    reassured.commit(tx, engine, visit, actor).await
}
