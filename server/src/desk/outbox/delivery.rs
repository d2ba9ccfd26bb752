//! The sending side: claim, send outside any transaction, settle.
//!
//! A claim is a conditional update, so of several servers on one database exactly one sends a letter.

use std::sync::Arc;

use app::values::{Lang, MINUTE_MS};
use tokio::task::JoinSet;

use super::super::{Db, Engine};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::mail::{Letter, Parcel, Undelivered, next_attempt_at};

/// Letters taken up in one pass, and how many of them are under way at once.
///
/// A relay that takes a connection and then stalls holds a place until the post gives up: 30 seconds for a step of the
/// conversation, 120 for a letter. With every place held so, a letter waits for a place no longer than 120 seconds for
/// each [`AT_ONCE`] letters before it; those come back later, at last an hour later.
const BATCH: i64 = 64;
const AT_ONCE: usize = 4;

/// How long a claim holds; longer than any sending takes, so that only a crash lets it run out.
const CLAIM_MS: i64 = 5 * MINUTE_MS;

/// Sends the letters that are due; how many were tried. Every failure of a letter is settled in its row.
pub(in super::super) async fn send_due(engine: &Engine) -> Outcome<usize> {
    let mut due = due(&engine.db, engine.house.now()).await?.into_iter();
    let mut under_way = JoinSet::new();
    let mut tried = 0;
    let mut failed = None;
    loop {
        while under_way.len() < AT_ONCE
            && let Some(id) = due.next()
        {
            under_way.spawn(claim_and_send(engine.db.clone(), Arc::clone(&engine.house), id));
        }
        match under_way.join_next().await {
            None => break,
            Some(Ok(Ok(was_tried))) => tried += usize::from(was_tried),
            Some(Ok(Err(failure))) => failed = Some(failure),
            Some(Err(panic)) => failed = Some(Failure::Broken(format!("sending a letter: {panic}"))),
        }
    }
    failed.map_or(Ok(tried), Err)
}

/// What an account has come to is told in order: of the letters about it, one waits until every earlier one to the same
/// address has left or was given up on. Other letters, those with links above all, wait for none.
async fn due(db: &Db, now: i64) -> Outcome<Vec<String>> {
    let ids = sqlx::query_scalar(
        "SELECT letter.id \
         FROM letter \
         WHERE (   (letter.state = 'queued' AND letter.next_attempt_at <= $1) \
                OR (letter.state = 'sending' AND letter.claimed_until <= $1)) \
           AND NOT (    letter.is_in_order \
                    AND EXISTS (SELECT 1 \
                                FROM letter AS earlier \
                                WHERE earlier.recipient = letter.recipient \
                                  AND earlier.created_at < letter.created_at \
                                  AND earlier.state IN ('queued', 'sending') \
                                  AND earlier.is_in_order \
                                  AND COALESCE(earlier.company_id, letter.company_id, 0) = \
                                      COALESCE(letter.company_id, earlier.company_id, 0))) \
         ORDER BY letter.next_attempt_at, letter.id \
         LIMIT $2",
    )
    .bind(now)
    .bind(BATCH)
    .fetch_all(&db.reads)
    .await?;
    Ok(ids)
}

/// Whether this server was the one to try.
async fn claim_and_send(db: Db, house: Arc<House>, id: String) -> Outcome<bool> {
    let Some(claimed) = claim(&db, house.now(), &id).await? else {
        return Ok(false);
    };
    let sending = match claimed.parcel() {
        Ok(parcel) => house.post.send(&parcel).await,
        Err(corrupt) => Err(Undelivered::Refused(corrupt.to_string())),
    };
    settle(&db, &house, &claimed, sending).await?;
    Ok(true)
}

#[derive(sqlx::FromRow)]
struct Claimed {
    id: String,
    kind: String,
    recipient: String,
    language: String,
    payload: String,
    attempts: i64,
    created_at: i64,
}

/// Takes the letter, unless another server was faster.
async fn claim(db: &Db, now: i64, id: &str) -> Outcome<Option<Claimed>> {
    let claimed = sqlx::query_as(
        "UPDATE letter \
         SET state = 'sending', claimed_until = $1, attempts = attempts + 1 \
         WHERE id = $2 \
           AND ((state = 'queued' AND next_attempt_at <= $3) OR (state = 'sending' AND claimed_until <= $3)) \
         RETURNING id, kind, recipient, language, payload, attempts, created_at",
    )
    .bind(now + CLAIM_MS)
    .bind(id)
    .bind(now)
    .fetch_optional(&db.writes)
    .await?;
    Ok(claimed)
}

impl Claimed {
    fn parcel(&self) -> Outcome<Parcel> {
        let letter: Letter = serde_json::from_str(&self.payload).map_err(|_| self.corrupt("payload"))?;
        let lang = Lang::parse(&self.language).ok_or_else(|| self.corrupt("language"))?;
        Ok(Parcel { id: self.id.clone(), recipient: self.recipient.clone(), lang, letter, created_at: self.created_at })
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "letter", column, id: self.id.clone() }
    }
}

/// Writes the outcome: sent, waiting for the next attempt, or given up on.
async fn settle(db: &Db, house: &House, claimed: &Claimed, sending: Result<(), Undelivered>) -> Outcome<()> {
    let now = house.now();
    let (letter, kind, attempt) = (&claimed.id, &claimed.kind, claimed.attempts);
    match sending {
        Ok(()) => {
            tracing::info!(letter, kind, attempt, "letter sent");
            settle_sent(db, letter, now).await
        }
        Err(reason) => {
            let next = match &reason {
                Undelivered::Refused(_) => None,
                Undelivered::Later(_) => next_attempt_at(&*house.chance, attempt, now),
            };
            match next {
                Some(_) => tracing::warn!(letter, kind, attempt, "letter not sent, will be tried again"),
                None => tracing::error!(letter, kind, attempt, "letter given up on: see the undelivered letters"),
            }
            settle_failed(db, claimed, reason.reason(), next, now).await
        }
    }
}

/// The payload goes, because it may carry a one-time link.
async fn settle_sent(db: &Db, id: &str, now: i64) -> Outcome<()> {
    sqlx::query(
        "UPDATE letter \
         SET state = 'sent', sent_at = $1, payload = '', claimed_until = NULL, last_error = '' \
         WHERE id = $2",
    )
    .bind(now)
    .bind(id)
    .execute(&db.writes)
    .await?;
    Ok(())
}

/// Counts only while the claim is this one: a later claim settles for itself.
async fn settle_failed(db: &Db, claimed: &Claimed, reason: &str, next: Option<i64>, now: i64) -> Outcome<()> {
    sqlx::query(
        "UPDATE letter \
         SET state = $1, next_attempt_at = $2, claimed_until = NULL, last_error = $3 \
         WHERE id = $4 \
           AND state = 'sending' \
           AND attempts = $5",
    )
    .bind(if next.is_some() { "queued" } else { "dead" })
    .bind(next.unwrap_or(now))
    .bind(reason)
    .bind(&claimed.id)
    .bind(claimed.attempts)
    .execute(&db.writes)
    .await?;
    Ok(())
}
