//! The end of a look: by leaving, by time, or because it is no longer allowed. Told once.

use app::audit::AuditKind;
use app::error::ApiError;

use super::super::actor::Actor;
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::letters;
use crate::failure::Outcome;
use crate::store::Visit;

#[derive(sqlx::FromRow)]
struct Ended {
    viewer_id: i64,
    person_id: i64,
    company_id: i64,
    email: String,
    begun_at: i64,
    ends_at: i64,
}

/// Leaves; the path that it was begun at.
pub(in super::super) async fn leave(engine: &Engine, visit: &Visit, viewer: &Actor) -> Outcome<String> {
    let id = viewer.viewing_id.as_deref().ok_or(ApiError::Missing)?;
    end(engine, visit, id).await?;
    release(engine, id).await?;
    let return_to: Option<String> = sqlx::query_scalar("SELECT return_to FROM viewing WHERE id = $1")
        .bind(id)
        .fetch_optional(&engine.db.reads)
        .await?;
    Ok(return_to.unwrap_or_else(|| "/".to_owned()))
}

/// The looks that time or the end of their session has ended, and nothing has closed since.
pub(in super::super) async fn overdue(engine: &Engine) -> Outcome<Vec<String>> {
    let overdue =
        sqlx::query_scalar("SELECT id FROM viewing WHERE ended_at IS NULL AND ends_at <= $1 ORDER BY ends_at")
            .bind(engine.house.now())
            .fetch_all(&engine.db.reads)
            .await?;
    Ok(overdue)
}

/// Closes it, unless it is closed already: nothing more is seen, and the company gets its letter.
pub(in super::super) async fn end(engine: &Engine, visit: &Visit, id: &str) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    if let Some(ended) = close(&mut tx, id, engine.house.now()).await? {
        let event = Event::new(AuditKind::ViewingEnded, ended.viewer_id).of_company(ended.company_id);
        event.about_user(ended.person_id, &ended.email).record(&mut tx, &engine.house, visit).await?;
        letters::ended(&mut tx, &engine.house, visit.lang, id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The session is its own again.
pub(super) async fn release(engine: &Engine, id: &str) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    sqlx::query("UPDATE session SET viewing_id = NULL WHERE viewing_id = $1").bind(id).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

async fn close(tx: &mut Tx, id: &str, now: i64) -> Outcome<Option<Ended>> {
    let ended: Option<Ended> = sqlx::query_as(concat!(
        "SELECT viewing.viewer_id, viewing.person_id, viewing.company_id, person.email, viewing.begun_at, viewing.ends_at \
         FROM viewing \
         JOIN person ON person.id = viewing.person_id \
         WHERE viewing.id = $1 \
           AND viewing.ended_at IS NULL",
        for_update!()
    ))
    .bind(id)
    .fetch_optional(&mut **tx)
    .await?;
    let Some(ended) = ended else { return Ok(None) };
    sqlx::query("UPDATE viewing SET ended_at = $1 WHERE id = $2")
        .bind(now.clamp(ended.begun_at, ended.ends_at))
        .bind(id)
        .execute(&mut **tx)
        .await?;
    Ok(Some(ended))
}
