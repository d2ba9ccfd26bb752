//! Letters that were given up on, for the operator: seen, counted, sent again.

use app::error::ApiError;
use app::letters::UndeliveredLetter;

use super::super::Engine;
use super::super::actor::Operator;
use crate::failure::Outcome;

/// The longest list shown; what lies beyond is older.
const SHOWN: i64 = 1000;

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

/// Starts the attempts anew. [`ApiError::Missing`] when the letter is not among the undelivered.
pub(in super::super) async fn resend(engine: &Engine, _: Operator<'_>, id: &str) -> Outcome<()> {
    if !is_letter_id(id) {
        return Err(ApiError::Missing.into());
    }
    let now = engine.house.now();
    let revived = sqlx::query(
        "UPDATE letter \
         SET state = 'queued', attempts = 0, next_attempt_at = $1, claimed_until = NULL \
         WHERE id = $2 \
           AND state = 'dead'",
    )
    .bind(now)
    .bind(id)
    .execute(&engine.db.writes)
    .await?;
    if revived.rows_affected() == 0 {
        return Err(ApiError::Missing.into());
    }
    engine.house.post.ring();
    Ok(())
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
