//! What suspends a company, since when, and the proof of how it came to that.

use app::history::Side;
use app::money::{Cause, Grant};
use app::values::Kopecks;

use super::super::Tx;
use super::super::actor::Actor;
use crate::failure::Outcome;

/// How the account stood when a cause began or ended, and what did it.
#[derive(Clone, Copy)]
pub(super) struct Proof<'a> {
    /// Nobody where time did it.
    pub(super) by: Option<&'a Actor>,
    pub(super) reason: &'a str,
    /// Number and signed amount of the entry that did it.
    pub(super) entry: Option<(i64, Kopecks)>,
    /// What was granted, has ended or is less, where that did it.
    pub(super) grant: Option<Grant>,
    pub(super) balance_before: Kopecks,
    pub(super) balance_after: Kopecks,
    pub(super) effective_limit: Kopecks,
}

/// The cause is present from now on.
pub(super) async fn begin(tx: &mut Tx, company_id: i64, cause: Cause, at: i64, proof: &Proof<'_>) -> Outcome<()> {
    sqlx::query("INSERT INTO suspension (company_id, cause, since) VALUES ($1, $2, $3)")
        .bind(company_id)
        .bind(cause.as_str())
        .bind(at)
        .execute(&mut **tx)
        .await?;
    record(tx, company_id, cause, true, at, proof).await
}

/// The cause is gone; since when it was there.
pub(super) async fn end(tx: &mut Tx, company_id: i64, cause: Cause, at: i64, proof: &Proof<'_>) -> Outcome<i64> {
    let since = sqlx::query_scalar("DELETE FROM suspension WHERE company_id = $1 AND cause = $2 RETURNING since")
        .bind(company_id)
        .bind(cause.as_str())
        .fetch_one(&mut **tx)
        .await?;
    record(tx, company_id, cause, false, at, proof).await?;
    Ok(since)
}

async fn record(tx: &mut Tx, company_id: i64, cause: Cause, begins: bool, at: i64, proof: &Proof<'_>) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO suspension_event (company_id, number, at, cause, begins, person_id, side, reason, entry_number, \
                                       balance_before, balance_after, effective_limit, grant_kind, token) \
         VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM suspension_event WHERE company_id = $1), $2, $3, $4, \
                 $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(company_id)
    .bind(at)
    .bind(cause.as_str())
    .bind(begins)
    .bind(proof.by.map(|actor| actor.person_id))
    .bind(proof.by.map_or(Side::Platform, |actor| actor.side_of(company_id)).as_str())
    .bind(proof.reason)
    .bind(proof.entry.map(|(number, _)| number))
    .bind(proof.balance_before.value())
    .bind(proof.balance_after.value())
    .bind(proof.effective_limit.value())
    .bind(proof.grant.map(Grant::as_str))
    .bind(proof.by.and_then(|actor| actor.token.as_deref()).unwrap_or_default())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
