//! A company's standing permission to look at it.

use app::audit::AuditKind;
use app::fields::{self, Fields};
use app::values::Problem;
use app::viewing::ConsentTerm;

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// Allows it, from now on for the term. Fields: `term`.
pub(in super::super) async fn allow(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    fields: Fields,
) -> Outcome<()> {
    let actor = admin.actor();
    fields::unknown(&fields, &["term"]).into_result()?;
    let term = ConsentTerm::parse(fields::text(&fields, "term"))
        .ok_or_else(|| Failure::field("term", Problem::UnknownChoice))?;
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    sqlx::query(
        "INSERT INTO viewing_consent (company_id, given_by, given_at, until) \
         VALUES ($1, $2, $3, $4) \
         ON CONFLICT (company_id) DO UPDATE \
         SET given_by = excluded.given_by, given_at = excluded.given_at, until = excluded.until",
    )
    .bind(actor.company_id)
    .bind(actor.person_id)
    .bind(now)
    .bind(term.length_ms().map(|length| now + length))
    .execute(&mut *tx)
    .await?;
    Event::new(AuditKind::ViewingAllowed, actor.person_id)
        .change("", term.as_str())
        .record(&mut tx, &engine.house, visit)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Allows it no longer. Whoever looks by the permission is out at the next request.
pub(in super::super) async fn forbid(engine: &Engine, admin: CompanyAdmin<'_>, visit: &Visit) -> Outcome<()> {
    let actor = admin.actor();
    let mut tx = engine.db.begin().await?;
    let forbidden = sqlx::query("DELETE FROM viewing_consent WHERE company_id = $1")
        .bind(actor.company_id)
        .execute(&mut *tx)
        .await?;
    if forbidden.rows_affected() > 0 {
        Event::new(AuditKind::ViewingForbidden, actor.person_id).record(&mut tx, &engine.house, visit).await?;
    }
    tx.commit().await?;
    Ok(())
}
