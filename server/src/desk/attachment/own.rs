//! What the requester's company does with its request while it is open: it withdraws it, or says more about it.

use app::audit::AuditKind;
use app::error::ApiError;
use app::people::Right;
use app::values::{HOUR_MS, Remark, RequestId};

use super::super::actor::{Actor, CompanyAdmin};
use super::super::attempts::{self, Limit};
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::letters;
use super::pending::Pending;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// Far more than anybody has to say.
const COMMENTS: Limit = Limit { action: "request_comment", most: 100, window_ms: HOUR_MS };

/// Any administrator of the company that made it may take it back, once; whoever made it is told.
///
/// # Errors
/// [`ApiError::Missing`] for a request of others; how it was settled meanwhile, at `form`.
pub(in super::super) async fn withdraw(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: RequestId,
) -> Outcome<()> {
    let (actor, mut tx) = (admin.actor(), engine.db.begin().await?);
    let pending = lock_own(&mut tx, actor, id).await?;
    if pending.is_already("withdrawn")? {
        return Ok(());
    }
    pending.close(&mut tx, engine, actor.person_id, "withdrawn", "").await?;
    let number = pending.id.to_string();
    let event = Event::new(AuditKind::RequestWithdrawn, actor.person_id).about(&number);
    event.record(&mut tx, &engine.house, visit).await?;
    letters::withdrawn(&mut tx, &engine.house, visit, &pending, actor).await?;
    tx.commit().await?;
    Ok(())
}

/// Adds a comment, which the operators read before they decide. Errors as [`withdraw`].
pub(in super::super) async fn comment(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    id: RequestId,
    text: &str,
) -> Outcome<()> {
    let text = Remark::parse(text).map_err(|problem| Failure::field("text", problem))?;
    let (actor, now) = (admin.actor(), engine.house.now());
    let (mut tx, company) = (engine.db.begin().await?, actor.company_id.to_string());
    attempts::check(&mut tx, COMMENTS, &company, now).await?;
    let pending = lock_own(&mut tx, actor, id).await?;
    pending.is_already("new")?;
    attempts::record(&mut tx, COMMENTS, &company, now).await?;
    // The lock on the request makes the numbers follow each other.
    sqlx::query(
        "INSERT INTO request_comment (request_id, number, person_id, text, written_at) \
         SELECT $1, COUNT(*) + 1, $2, $3, $4 FROM request_comment WHERE request_id = $1",
    )
    .bind(pending.id)
    .bind(actor.person_id)
    .bind(text.as_str())
    .bind(now)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}

/// An operator sees everybody's requests, but they are not an operator's to take back.
async fn lock_own(tx: &mut Tx, actor: &Actor, id: RequestId) -> Outcome<Pending> {
    let pending = Pending::lock(tx, id).await?;
    if pending.requester_company_id == actor.company_id {
        return Ok(pending);
    }
    let error = if actor.is_operator() { Right::SendRequests.into() } else { ApiError::Missing };
    Err(error.into())
}
