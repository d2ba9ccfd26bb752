//! Letters that were given up on: for the operator seen, counted, sent again; for a company those about its money.

use app::audit::AuditKind;
use app::error::ApiError;
use app::letters::UndeliveredLetter;
use app::money::Undelivered;
use app::values::{DAY_MS, Problem};

use super::super::actor::Operator;
use super::super::audit::Event;
use super::super::{Connection, Engine, Tx, links};
use crate::failure::{Failure, Outcome};
use crate::mail::Letter;
use crate::store::Visit;

/// The longest list shown; what lies beyond is older.
const SHOWN: i64 = 1000;
/// A company is told of them for 30 days, of the newest.
const TOLD_MS: i64 = 30 * DAY_MS;
const TOLD: i64 = 10;

#[derive(sqlx::FromRow)]
struct DeadRow {
    id: String,
    recipient: String,
    subject: String,
    last_error: String,
    attempts: i64,
    created_at: i64,
}

/// The letters that no retry will send, the newest first.
pub(in super::super) async fn undelivered(engine: &Engine, _: Operator<'_>) -> Outcome<Vec<UndeliveredLetter>> {
    let rows: Vec<DeadRow> = sqlx::query_as(
        "SELECT id, recipient, subject, last_error, attempts, created_at \
         FROM letter \
         WHERE state = 'dead' \
         ORDER BY created_at DESC, id \
         LIMIT $1",
    )
    .bind(SHOWN)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(rows.into_iter().map(UndeliveredLetter::from).collect())
}

/// About a company's money to the company itself, since an instant, the newest first: what went to others is not for
/// everybody there to read.
pub(in super::super) async fn undelivered_to(
    reader: &mut Connection,
    company_id: i64,
    since: i64,
    now: i64,
) -> Outcome<Vec<Undelivered>> {
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT recipient, subject, created_at \
         FROM letter \
         WHERE company_id = $1 \
           AND is_to_company \
           AND state = 'dead' \
           AND created_at >= $2 \
         ORDER BY created_at DESC \
         LIMIT $3",
    )
    .bind(company_id)
    .bind(since.max(now - TOLD_MS))
    .bind(TOLD)
    .fetch_all(reader)
    .await?;
    Ok(rows.into_iter().map(|(to, subject, at)| Undelivered { to, subject, at }).collect())
}

/// Starts the attempts anew. A link in the letter lives as long again from now on.
///
/// # Errors
/// [`ApiError::Missing`] when the letter is not among the undelivered; [`Problem::LetterOutdated`] at `form` when its
/// link is no more: used, replaced by a newer letter's, or long forgotten. Such a letter is good for nothing and goes.
pub(in super::super) async fn resend(engine: &Engine, operator: Operator<'_>, visit: &Visit, id: &str) -> Outcome<()> {
    if !is_letter_id(id) {
        return Err(ApiError::Missing.into());
    }
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    let Some(payload) = renewed(&mut tx, id, now).await? else {
        sqlx::query("DELETE FROM letter WHERE id = $1 AND state = 'dead'").bind(id).execute(&mut *tx).await?;
        tx.commit().await?;
        return Err(Failure::field("form", Problem::LetterOutdated));
    };
    let revived: Option<String> = sqlx::query_scalar(
        "UPDATE letter \
         SET state = 'queued', attempts = 0, next_attempt_at = $1, claimed_until = NULL, payload = $3 \
         WHERE id = $2 \
           AND state = 'dead' \
         RETURNING recipient",
    )
    .bind(now)
    .bind(id)
    .bind(payload)
    .fetch_optional(&mut *tx)
    .await?;
    let recipient = revived.ok_or(ApiError::Missing)?;
    let event = Event::new(AuditKind::LetterResent, operator.actor().person_id).about(&recipient);
    event.record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    engine.house.post.ring();
    Ok(())
}

/// The letter's payload, with a link that lives; `None` where the link is no more.
async fn renewed(tx: &mut Tx, id: &str, now: i64) -> Outcome<Option<String>> {
    let payload: Option<String> = sqlx::query_scalar("SELECT payload FROM letter WHERE id = $1 AND state = 'dead'")
        .bind(id)
        .fetch_optional(&mut **tx)
        .await?;
    let payload = payload.ok_or(ApiError::Missing)?;
    let corrupt = || Failure::Corrupt { table: "letter", column: "payload", id: id.to_owned() };
    let mut letter: Letter = serde_json::from_str(&payload).map_err(|_| corrupt())?;
    let Some(valid_until) = letter.valid_until_mut() else { return Ok(Some(payload)) };
    let Some(prolonged) = links::prolong(tx, id, now).await? else { return Ok(None) };
    *valid_until = prolonged;
    serde_json::to_string(&letter).map(Some).map_err(|_| corrupt())
}

/// Letters, digits, `-` and `_`. Anything else names no letter, and one engine fails on some of it.
fn is_letter_id(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

pub(in super::super) async fn count_dead(engine: &Engine) -> Outcome<u64> {
    let count: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM letter WHERE state = 'dead'").fetch_one(&engine.db.reads).await?;
    Ok(count.unsigned_abs())
}

/// Letters still to be sent, whether due or waiting for their next attempt.
pub(in super::super) async fn count_queued(engine: &Engine) -> Outcome<u64> {
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM letter WHERE state IN ('queued', 'sending')")
        .fetch_one(&engine.db.reads)
        .await?;
    Ok(count.unsigned_abs())
}

impl From<DeadRow> for UndeliveredLetter {
    fn from(row: DeadRow) -> Self {
        Self {
            id: row.id,
            to: row.recipient,
            subject: row.subject,
            reason: row.last_error,
            attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
            created_at: row.created_at,
        }
    }
}
