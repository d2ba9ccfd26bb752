//! What a request of a session that looks through another's eyes may still see.

use app::error::ApiError;
use app::people::Role;
use app::viewing::Viewing;

use super::super::Engine;
use super::super::actor::Actor;
use super::super::audit::Event;
use super::super::sessions::{self, SessionRow};
use super::{consent_stands, end};
use crate::failure::Outcome;
use crate::store::Visit;
use app::audit::AuditKind;

/// So much of a path is kept, characters.
const PATH_LENGTH: usize = 200;

/// Whose eyes, and what the banner says.
pub(in super::super) struct Eyes {
    pub(in super::super) actor: Actor,
    pub(in super::super) viewing: Viewing,
}

#[derive(sqlx::FromRow)]
struct ViewingRow {
    company: String,
    ends_at: i64,
}

/// The eyes that a session looks through now, and a note of the page. Nothing when the time is over, the permission
/// withdrawn, the viewer no longer entitled, or the viewed shut out: then the look has ended.
pub(in super::super) async fn resume(
    engine: &Engine,
    visit: &Visit,
    viewer: &Actor,
    viewing_id: &str,
) -> Outcome<Option<Eyes>> {
    let found = find(engine, viewer, viewing_id).await?;
    if found.is_none() {
        end(engine, visit, viewing_id).await?;
        return Ok(None);
    }
    note_page(engine, visit, viewer, viewing_id).await?;
    Ok(found)
}

async fn find(engine: &Engine, viewer: &Actor, viewing_id: &str) -> Outcome<Option<Eyes>> {
    if viewer.company_admin().is_err() {
        return Ok(None);
    }
    let now = engine.house.now();
    let row: Option<ViewingRow> = sqlx::query_as(concat!(
        "SELECT company.name AS company, viewing.ends_at \
         FROM viewing \
         JOIN company ON company.id = viewing.company_id \
         LEFT JOIN viewing_consent ON viewing_consent.company_id = viewing.company_id \
         WHERE viewing.id = $1 \
           AND viewing.ended_at IS NULL \
           AND viewing.ends_at > $2 \
           AND ($3 OR company.reseller_id = $4) \
           AND (NOT viewing.has_consent OR viewing_consent.company_id IS NOT NULL AND ",
        consent_stands!("$2"),
        ")"
    ))
    .bind(viewing_id)
    .bind(now)
    .bind(viewer.is_operator())
    .bind(viewer.company_id)
    .fetch_optional(&engine.db.reads)
    .await?;
    let Some(ViewingRow { company, ends_at }) = row else { return Ok(None) };
    let rows: Vec<SessionRow> = sqlx::query_as(
        "SELECT session.token_hash, session.seen_at, session.viewing_id, person.id AS person_id, person.full_name, \
                person.email, person.language, person.company_id, company.kind AS company_kind, person_role.role \
         FROM session \
         JOIN viewing ON viewing.id = session.viewing_id \
         JOIN person ON person.id = viewing.person_id AND person.company_id = viewing.company_id \
         JOIN company ON company.id = person.company_id \
         JOIN person_role ON person_role.person_id = person.id \
         WHERE session.token_hash = $1 \
           AND viewing.id = $2 \
           AND person.state = 'active'",
    )
    .bind(&viewer.session_hash)
    .bind(viewing_id)
    .fetch_all(&engine.db.reads)
    .await?;
    let Some(actor) = sessions::actor(&rows)? else { return Ok(None) };
    if actor.roles.contains(&Role::Operator) {
        return Ok(None);
    }
    let minutes_left = u32::try_from((ends_at - now + 59_999) / 60_000).unwrap_or_default();
    Ok(Some(Eyes { viewing: Viewing { full_name: actor.full_name.clone(), company, minutes_left }, actor }))
}

/// Each page once, in the log of both sides too.
async fn note_page(engine: &Engine, visit: &Visit, viewer: &Actor, viewing_id: &str) -> Outcome<()> {
    let path: String = visit.page.chars().take(PATH_LENGTH).collect();
    let is_noted: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM viewing_page WHERE viewing_id = $1 AND path = $2)")
            .bind(viewing_id)
            .bind(&path)
            .fetch_one(&engine.db.reads)
            .await?;
    if is_noted {
        return Ok(());
    }
    let mut tx = engine.db.begin().await?;
    let company_id: i64 = sqlx::query_scalar("SELECT company_id FROM viewing WHERE id = $1")
        .bind(viewing_id)
        .fetch_optional(&mut *tx)
        .await?
        .ok_or(ApiError::Missing)?;
    let noted =
        sqlx::query("INSERT INTO viewing_page (viewing_id, path, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(viewing_id)
            .bind(&path)
            .bind(engine.house.now())
            .execute(&mut *tx)
            .await?;
    if noted.rows_affected() > 0 {
        let event = Event::new(AuditKind::PageViewed, viewer.person_id).of_company(company_id);
        event.about(&path).record(&mut tx, &engine.house, visit).await?;
    }
    tx.commit().await?;
    Ok(())
}
