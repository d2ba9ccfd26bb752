//! The sessions of one person, as that person sees them.

use app::audit::AuditKind;
use app::error::ApiError;
use app::people::Session;

use super::super::actor::Actor;
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::{ABSOLUTE_MS, IDLE_MS};
use crate::failure::Outcome;
use crate::house::House;
use crate::store::Visit;

#[derive(sqlx::FromRow)]
struct OwnRow {
    id: String,
    created_at: i64,
    seen_at: i64,
    address: String,
    user_agent: String,
}

/// Those that are alive: this one first, then the last used.
pub(in super::super) async fn of_person(engine: &Engine, actor: &Actor) -> Outcome<Vec<Session>> {
    let now = engine.house.now();
    let rows: Vec<OwnRow> = sqlx::query_as(
        "SELECT id, created_at, seen_at, address, user_agent \
         FROM session \
         WHERE person_id = $1 \
           AND created_at > $2 \
           AND seen_at > $3 \
         ORDER BY seen_at DESC, created_at DESC, id",
    )
    .bind(actor.person_id)
    .bind(now - ABSOLUTE_MS)
    .bind(now - IDLE_MS)
    .fetch_all(&engine.db.reads)
    .await?;
    let mut sessions: Vec<Session> = rows.into_iter().map(|row| row.into_session(actor)).collect();
    sessions.sort_by_key(|session| !session.is_this);
    Ok(sessions)
}

/// Ends one of the person's own. [`ApiError::Missing`] for any other, and for one that is over already.
pub(in super::super) async fn end_one(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    actor: &Actor,
    id: &str,
) -> Outcome<()> {
    let ended = sqlx::query("DELETE FROM session WHERE person_id = $1 AND id = $2")
        .bind(actor.person_id)
        .bind(id)
        .execute(&mut **tx)
        .await?;
    if ended.rows_affected() == 0 {
        return Err(ApiError::Missing.into());
    }
    note(tx, house, visit, actor, 1).await
}

/// Every session of the person but the one that asks is over.
pub(in super::super) async fn end_others(tx: &mut Tx, house: &House, visit: &Visit, actor: &Actor) -> Outcome<()> {
    let ended = sqlx::query("DELETE FROM session WHERE person_id = $1 AND id <> $2")
        .bind(actor.person_id)
        .bind(&actor.session_id)
        .execute(&mut **tx)
        .await?;
    match ended.rows_affected() {
        0 => Ok(()),
        count => note(tx, house, visit, actor, count).await,
    }
}

async fn note(tx: &mut Tx, house: &House, visit: &Visit, actor: &Actor, count: u64) -> Outcome<()> {
    Event::new(AuditKind::SessionsEnded, actor.person_id).about(&count.to_string()).record(tx, house, visit).await
}

impl OwnRow {
    fn into_session(self, actor: &Actor) -> Session {
        Session {
            is_this: self.id == actor.session_id,
            id: self.id,
            user_agent: self.user_agent,
            address: self.address,
            first_seen_at: self.created_at,
            last_seen_at: self.seen_at,
        }
    }
}
