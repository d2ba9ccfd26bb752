//! The outbox: a letter is written in the transaction of the change that causes it, and sent afterwards.
//!
//! A crash between commit and send loses nothing. A crash between send and settle sends the letter once more,
//! with the same Message-ID, when its claim runs out.

#[path = "outbox/delivery.rs"]
mod delivery;
#[path = "outbox/undelivered.rs"]
mod undelivered;

use app::values::Lang;

pub(super) use delivery::send_due;
pub(super) use undelivered::{count_dead, count_queued, resend, undelivered};

use super::Tx;
use crate::clock::random_id;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::mail::{Letter, subject};

/// Puts a letter into the outbox; its id, which is also its Message-ID.
///
/// Leaves at once after the caller's commit, never without it.
pub(super) async fn enqueue(
    tx: &mut Tx,
    house: &House,
    recipient: &str,
    lang: Lang,
    letter: &Letter,
) -> Outcome<String> {
    let id = random_id(&*house.chance);
    enqueue_as(tx, house, &id, recipient, lang, letter).await?;
    Ok(id)
}

/// The same under an id that the caller has already written elsewhere.
pub(super) async fn enqueue_as(
    tx: &mut Tx,
    house: &House,
    id: &str,
    recipient: &str,
    lang: Lang,
    letter: &Letter,
) -> Outcome<()> {
    let payload = serde_json::to_string(letter).map_err(|error| Failure::Broken(format!("letter: {error}")))?;
    sqlx::query(
        "INSERT INTO letter (id, kind, recipient, language, subject, payload, state, attempts, next_attempt_at, \
                             last_error, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, $7, '', $7)",
    )
    .bind(id)
    .bind(letter.kind())
    .bind(recipient)
    .bind(lang.as_str())
    .bind(subject(letter, lang))
    .bind(payload)
    .bind(house.now())
    .execute(&mut **tx)
    .await?;
    house.post.ring();
    Ok(())
}
