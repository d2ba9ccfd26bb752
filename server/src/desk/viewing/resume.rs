//! What a request of a session that looks through another's eyes may still see.

use app::audit::AuditKind;
use app::error::{ApiError, VIEWING_OVER};
use app::people::{Right, Role};
use app::values::MINUTE_MS;
use app::viewing::Viewing;

use super::super::Engine;
use super::super::actor::Actor;
use super::super::audit::Event;
use super::super::sessions::{self, SessionRow};
use super::consent_stands;
use super::end::{end, release};
use crate::failure::Outcome;
use crate::store::{PageAsked, Visit};

/// So many pages of one look are noted; nobody reads more in half an hour.
const MOST_PAGES: i64 = 200;

/// Whose eyes, and what the banner says.
pub(in super::super) struct Eyes {
    pub(in super::super) actor: Actor,
    pub(in super::super) viewing: Viewing,
}

/// Whose eyes a page was seen through.
#[derive(sqlx::FromRow)]
struct Viewed {
    company_id: i64,
    person_id: i64,
    email: String,
}

#[derive(sqlx::FromRow)]
struct ViewingRow {
    company: String,
    ends_at: i64,
}

/// The eyes that a session looks through now, and a note of the page. Nothing when the time is over, the permission
/// withdrawn, the viewer no longer entitled, or the viewed shut out: then the look has ended. The next whole page is the
/// viewer's own; until then calls are refused, since the page that makes them still shows what was the other's.
pub(in super::super) async fn resume(
    engine: &Engine,
    visit: &Visit,
    viewer: &Actor,
    viewing_id: &str,
) -> Outcome<Option<Eyes>> {
    if let Some(eyes) = find(engine, viewer, viewing_id).await? {
        note_page(engine, visit, viewer, viewing_id).await?;
        return Ok(Some(eyes));
    }
    end(engine, visit, viewing_id).await?;
    match visit.page {
        PageAsked::Call(_) => Err(ApiError::Refused(VIEWING_OVER.to_owned()).into()),
        PageAsked::Whole(_) | PageAsked::None => {
            release(engine, viewing_id).await?;
            Ok(None)
        }
    }
}

async fn find(engine: &Engine, viewer: &Actor, viewing_id: &str) -> Outcome<Option<Eyes>> {
    if viewer.need(Right::ViewAs).is_err() {
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
        "SELECT session.id AS session_id, session.token_hash, session.seen_at, session.viewing_id, \
                person.id AS person_id, person.full_name, person.email, person.language, person.company_id, \
                company.kind AS company_kind, person_role.role, FALSE AS is_required, TRUE AS is_settled, FALSE AS is_demo \
         FROM session \
         JOIN viewing ON viewing.id = session.viewing_id \
         JOIN person ON person.id = viewing.person_id AND person.company_id = viewing.company_id \
         JOIN company ON company.id = person.company_id \
         JOIN person_role ON person_role.person_id = person.id \
         WHERE session.id = $1 \
           AND viewing.id = $2 \
           AND person.state = 'active'",
    )
    .bind(&viewer.session_id)
    .bind(viewing_id)
    .fetch_all(&engine.db.reads)
    .await?;
    let Some(actor) = sessions::actor(&rows)? else { return Ok(None) };
    if actor.roles.contains(&Role::Operator) {
        return Ok(None);
    }
    let minutes_left = u32::try_from((ends_at - now + MINUTE_MS - 1) / MINUTE_MS).unwrap_or_default();
    Ok(Some(Eyes {
        viewing: Viewing { id: viewing_id.to_owned(), full_name: actor.full_name.clone(), company, minutes_left },
        actor,
    }))
}

/// Each page once, in the log of both sides too.
async fn note_page(engine: &Engine, visit: &Visit, viewer: &Actor, viewing_id: &str) -> Outcome<()> {
    let (PageAsked::Whole(path) | PageAsked::Call(path)) = &visit.page else { return Ok(()) };
    let (is_noted, noted): (bool, i64) = sqlx::query_as(
        "SELECT COALESCE(MAX(CASE WHEN path = $2 THEN 1 ELSE 0 END), 0) = 1, COUNT(*) \
         FROM viewing_page \
         WHERE viewing_id = $1",
    )
    .bind(viewing_id)
    .bind(path)
    .fetch_one(&engine.db.reads)
    .await?;
    if is_noted || noted >= MOST_PAGES {
        return Ok(());
    }
    let mut tx = engine.db.begin().await?;
    let Viewed { company_id, person_id, email } = sqlx::query_as(
        "SELECT viewing.company_id, viewing.person_id, person.email \
         FROM viewing \
         JOIN person ON person.id = viewing.person_id \
         WHERE viewing.id = $1",
    )
    .bind(viewing_id)
    .fetch_one(&mut *tx)
    .await?;
    let noted =
        sqlx::query("INSERT INTO viewing_page (viewing_id, path, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(viewing_id)
            .bind(path)
            .bind(engine.house.now())
            .execute(&mut *tx)
            .await?;
    if noted.rows_affected() > 0 {
        let event = Event::new(AuditKind::PageViewed, viewer.person_id).of_company(company_id);
        event.about(path).of_user(person_id).change("", &email).record(&mut tx, &engine.house, visit).await?;
    }
    tx.commit().await?;
    Ok(())
}
