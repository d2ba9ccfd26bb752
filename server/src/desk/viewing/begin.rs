//! Beginning to look.

use app::audit::AuditKind;
use app::error::{ApiError, CONSENT};
use app::fields::{self, Fields};
use app::people::{Right, Role};
use app::site::is_local_path;
use app::values::{HOUR_MS, Problem, Remark, UserId};

use super::super::actor::CompanyAdmin;
use super::super::attempts::{self, Limit};
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::{LENGTH_MS, consent_stands, letters};
use crate::clock::random_id;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// The shortest reason that says anything, in characters.
const SHORTEST_REASON: u32 = 10;

/// Each brings letters.
const LOOKS: Limit = Limit { action: "view_as", most: 30, window_ms: HOUR_MS };

/// A user within reach, one row a role.
#[derive(sqlx::FromRow)]
struct Viewed {
    id: i64,
    email: String,
    state: String,
    company_id: i64,
    role: String,
}

/// Lets the session look through a user's eyes: a reseller's administrator through those of its affiliates, where they
/// allow it, the operator through anybody's but an operator's. Fields: `reason` of 10–500 characters, `return_to`.
pub(in super::super) async fn begin(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
    fields: Fields,
) -> Outcome<()> {
    let (actor, now) = (admin.actor(), engine.house.now());
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, LOOKS, &actor.person_id.to_string(), now).await?;
    let viewed = viewable(&mut tx, admin, person).await?;
    actor.need(Right::ViewAs)?;
    let has_consent = is_allowed(&mut tx, viewed.company_id, now).await?;
    if !has_consent && !actor.is_operator() {
        return Err(ApiError::Refused(CONSENT.to_owned()).into());
    }
    let reason = reason(&fields)?;
    let return_to = Some(fields::text(&fields, "return_to")).filter(|path| is_local_path(path)).unwrap_or("/");
    attempts::record(&mut tx, LOOKS, &actor.person_id.to_string(), now).await?;
    let id = random_id(&*engine.house.chance);
    sqlx::query(
        "INSERT INTO viewing (id, viewer_id, person_id, company_id, reason, has_consent, return_to, begun_at, ends_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&id)
    .bind(actor.person_id)
    .bind(viewed.id)
    .bind(viewed.company_id)
    .bind(reason.as_str())
    .bind(has_consent)
    .bind(return_to)
    .bind(now)
    .bind(now + LENGTH_MS)
    .execute(&mut *tx)
    .await?;
    let looks = sqlx::query("UPDATE session SET viewing_id = $1 WHERE id = $2 AND viewing_id IS NULL")
        .bind(&id)
        .bind(&actor.session_id)
        .execute(&mut *tx)
        .await?;
    if looks.rows_affected() == 0 {
        return Err(ApiError::Unauthenticated.into());
    }
    let event = Event::new(AuditKind::ViewingBegun, actor.person_id).of_company(viewed.company_id);
    event.about_user(viewed.id, &viewed.email).because(reason.as_str()).record(&mut tx, &engine.house, visit).await?;
    if !has_consent {
        letters::begun(&mut tx, &engine.house, visit.lang, &id).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn reason(fields: &Fields) -> Outcome<Remark> {
    fields::unknown(fields, &["reason", "return_to"]).into_result()?;
    let reason = Remark::parse(fields::text(fields, "reason")).map_err(|problem| Failure::field("reason", problem))?;
    let actual = u32::try_from(reason.as_str().chars().count()).unwrap_or(u32::MAX);
    if actual < SHORTEST_REASON {
        return Err(Failure::field("reason", Problem::TooShort { min: SHORTEST_REASON, actual }));
    }
    Ok(reason)
}

/// The user, if their company is not one's own, and they are no operator and not shut out.
async fn viewable(tx: &mut Tx, admin: CompanyAdmin<'_>, person: UserId) -> Outcome<Viewed> {
    let reach = admin.reach();
    let rows: Vec<Viewed> = sqlx::query_as(
        "SELECT person.id, person.email, person.state, person.company_id, person_role.role \
         FROM person \
         JOIN company ON company.id = person.company_id \
         JOIN person_role ON person_role.person_id = person.id \
         WHERE person.id = $1 \
           AND ($2 OR company.id = $3 OR company.reseller_id = $3)",
    )
    .bind(person.value())
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_all(&mut **tx)
    .await?;
    let is_operator = rows.iter().any(|row| Role::parse(&row.role) == Some(Role::Operator));
    let viewed = rows.into_iter().next().ok_or(ApiError::Missing)?;
    if is_operator || viewed.state != "active" || viewed.company_id == reach.root {
        return Err(ApiError::from(Right::ViewAs).into());
    }
    Ok(viewed)
}

async fn is_allowed(tx: &mut Tx, company_id: i64, now: i64) -> Outcome<bool> {
    let is_allowed = sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT 1 FROM viewing_consent WHERE company_id = $1 AND ",
        consent_stands!("$2"),
        ")"
    ))
    .bind(company_id)
    .bind(now)
    .fetch_one(&mut **tx)
    .await?;
    Ok(is_allowed)
}
