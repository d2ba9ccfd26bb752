//! The outbox: a letter is written in the transaction of the change that causes it, and sent afterwards.
//!
//! A crash between commit and send loses nothing. A crash between send and settle sends the letter once more,
//! with the same Message-ID, when its claim runs out.

#[path = "outbox/delivery.rs"]
mod delivery;
#[path = "outbox/recipients.rs"]
mod recipients;
#[path = "outbox/undelivered.rs"]
mod undelivered;

use app::values::Lang;

pub(super) use delivery::send_due;
pub(super) use recipients::{Addressee, NO_PAGE, Recipient, active_people, administrators, operators};
pub(super) use undelivered::{count_dead, count_queued, resend, undelivered, undelivered_to};

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

/// Puts the same letter into the outbox for each of several.
pub(super) async fn enqueue_for(
    tx: &mut Tx,
    house: &House,
    recipients: Vec<Recipient>,
    letter: &Letter,
) -> Outcome<()> {
    for Recipient { email, lang } in recipients {
        enqueue(tx, house, &email, lang, letter).await?;
    }
    Ok(())
}

/// The same under an id that the caller has already written elsewhere. Of letters about one company's money no two that
/// wait for an address are of one instant, so that it can be told which was written first.
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
                             last_error, company_id, is_in_order, is_to_company, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, $7, '', $8, $9, \
                 EXISTS (SELECT 1 FROM company WHERE id = $8 AND email = $3), \
                 (SELECT CASE WHEN MAX(created_at) >= $7 THEN MAX(created_at) + 1 ELSE $7 END \
                  FROM letter \
                  WHERE company_id = $8 \
                    AND recipient = $3 \
                    AND state IN ('queued', 'sending')))",
    )
    .bind(id)
    .bind(letter.kind())
    .bind(recipient)
    .bind(lang.as_str())
    .bind(subject(letter, lang))
    .bind(payload)
    .bind(house.now())
    .bind(letter.money_of())
    .bind(letter.is_in_order())
    .execute(&mut **tx)
    .await?;
    house.post.ring();
    Ok(())
}
