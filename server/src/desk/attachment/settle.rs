//! The operator's decision: completing, which moves the company, or declining with a reason.

use app::affiliates::Obstacle;
use app::audit::AuditKind;
use app::values::{Problem, Remark, RequestId};

use super::super::actor::Operator;
use super::super::audit::Event;
use super::super::{Engine, Tx, company_list, money};
use super::findings::obstacle;
use super::letters;
use super::pending::Pending;
use super::side::{self, Side};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// Attaches the company: one transaction, both sides locked, the rules checked inside it. A company that is
/// already there changes nothing. Completing twice is completing once.
///
/// # Errors
/// What stands in the way, as [`Problem::CannotAttach`] at `form`; how somebody has settled it meanwhile, there too.
pub(in super::super) async fn complete(
    engine: &Engine,
    operator: Operator<'_>,
    visit: &Visit,
    id: RequestId,
) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let pending = Pending::lock(&mut tx, id).await?;
    if pending.is_already("completed")? {
        return Ok(());
    }
    let (reseller, company) = side::lock(&mut tx, pending.reseller_id, pending.company_id).await?;
    match (obstacle(reseller.as_ref(), company.as_ref())?, reseller, company) {
        (None, Some(reseller), Some(company)) => {
            attach(&mut tx, &reseller, &company, engine.house.now()).await?;
            let event = Event::new(AuditKind::CompanyAttached, operator.actor().person_id).of_company(company.id);
            event.change("", &reseller.name).record(&mut tx, &engine.house, visit).await?;
            letters::completed(&mut tx, &engine.house, visit, &reseller, &company).await?;
            money::tell_of_newcomer(engine, &mut tx, visit.lang, (reseller.id, company.id)).await?;
        }
        (Some(Obstacle::AlreadyAttached), Some(reseller), Some(company)) => {
            letters::already_attached(&mut tx, &engine.house, visit, &pending, &reseller, &company).await?;
        }
        (found, ..) => {
            let obstacle = found.unwrap_or(Obstacle::NoSuchCompany);
            return Err(Failure::field("form", Problem::CannotAttach(obstacle)));
        }
    }
    close(&mut tx, engine, operator, visit, &pending, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Declines with a reason, which the requester reads. How somebody has settled it otherwise meanwhile is told at `form`.
pub(in super::super) async fn decline(
    engine: &Engine,
    operator: Operator<'_>,
    visit: &Visit,
    id: RequestId,
    reason: &str,
) -> Outcome<()> {
    let reason = Remark::parse(reason).map_err(|problem| Failure::field("reason", problem))?;
    let mut tx = engine.db.begin().await?;
    let pending = Pending::lock(&mut tx, id).await?;
    if pending.is_already("declined")? {
        return Ok(());
    }
    close(&mut tx, engine, operator, visit, &pending, Some(reason.as_str())).await?;
    letters::declined(&mut tx, &engine.house, visit, &pending, reason.as_str()).await?;
    tx.commit().await?;
    Ok(())
}

/// Its users, balance and settings stay; its own tree ends, so both lists have changed. What its ledger holds is from
/// before, whatever the clock says.
async fn attach(tx: &mut Tx, reseller: &Side, company: &Side, now: i64) -> Outcome<()> {
    let last: Option<i64> = sqlx::query_scalar("SELECT MAX(recorded_at) FROM ledger_entry WHERE company_id = $1")
        .bind(company.id)
        .fetch_one(&mut **tx)
        .await?;
    let attached = sqlx::query(
        "UPDATE company \
         SET kind = 'affiliate', reseller_id = $1, reseller_kind = 'reseller', version = version + 1, attached_at = $3 \
         WHERE id = $2 \
           AND kind = 'stand_alone'",
    )
    .bind(reseller.id)
    .bind(company.id)
    .bind(last.map_or(now, |last| now.max(last + 1)))
    .execute(&mut **tx)
    .await?;
    if attached.rows_affected() != 1 {
        return Err(Failure::Broken(format!("company {} changed under its lock", company.id)));
    }
    // It was given while nobody but the platform could look.
    sqlx::query("DELETE FROM viewing_consent WHERE company_id = $1").bind(company.id).execute(&mut **tx).await?;
    company_list::touch(tx, company.id).await
}

/// Completed, or declined for a reason.
async fn close(
    tx: &mut Tx,
    engine: &Engine,
    operator: Operator<'_>,
    visit: &Visit,
    pending: &Pending,
    declined: Option<&str>,
) -> Outcome<()> {
    let (state, kind) = match declined {
        None => ("completed", AuditKind::RequestCompleted),
        Some(_) => ("declined", AuditKind::RequestDeclined),
    };
    let reason = declined.unwrap_or_default();
    pending.close(tx, engine, operator.actor().person_id, state, reason).await?;
    let event = Event::new(kind, operator.actor().person_id).of_company(pending.requester_company_id);
    event.about(&pending.id.to_string()).because(reason).record(tx, &engine.house, visit).await
}
