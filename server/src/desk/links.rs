//! One-time links in letters: 256 random bits, of which the database keeps a hash alone.

use app::values::HOUR_MS;

use super::{Engine, Tx, tidy};
use crate::clock::Token;
use crate::failure::{Failure, Outcome};
use crate::house::House;

/// What setting the password by a link means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A user registered by somebody else begins.
    Invitation,
    /// A company that registered itself is confirmed.
    Registration,
    /// A forgotten password is replaced.
    Reset,
}

impl Purpose {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Registration => "registration",
            Self::Reset => "reset",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Invitation, Self::Registration, Self::Reset].into_iter().find(|purpose| purpose.as_str() == text)
    }

    /// When a link issued now dies, Unix milliseconds.
    pub(super) fn valid_until(self, now: i64) -> i64 {
        let hours = match self {
            Self::Invitation | Self::Registration => 72,
            Self::Reset => 1,
        };
        now + hours * HOUR_MS
    }
}

/// Makes the link that the letter `letter_id` carries. Earlier ones of the same purpose die.
pub(super) async fn issue(
    tx: &mut Tx,
    house: &House,
    person_id: i64,
    purpose: Purpose,
    now: i64,
    letter_id: &str,
) -> Outcome<Token> {
    sqlx::query("DELETE FROM access_link WHERE person_id = $1 AND purpose = $2")
        .bind(person_id)
        .bind(purpose.as_str())
        .execute(&mut **tx)
        .await?;
    let token = Token::new(&*house.chance);
    sqlx::query(
        "INSERT INTO access_link (token_hash, person_id, purpose, letter_id, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(token.hash())
    .bind(person_id)
    .bind(purpose.as_str())
    .bind(letter_id)
    .bind(now)
    .bind(purpose.valid_until(now))
    .execute(&mut **tx)
    .await?;
    Ok(token)
}

/// Whether the link still works; looking does not use it up.
pub(super) async fn works(engine: &Engine, token: &str) -> Outcome<bool> {
    Ok(find(engine, token).await?.is_some())
}

/// The person whom the live link of a token leads in.
pub(super) async fn find(engine: &Engine, token: &str) -> Outcome<Option<i64>> {
    let person_id = sqlx::query_scalar(
        "SELECT access_link.person_id \
         FROM access_link \
         JOIN person ON person.id = access_link.person_id \
         WHERE access_link.token_hash = $1 \
           AND access_link.expires_at > $2 \
           AND person.state <> 'blocked'",
    )
    .bind(Token::presented(token).hash())
    .bind(engine.house.now())
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(person_id)
}

/// Uses the link up; whose it was, and for what. Of several that try at the same time, one gets it.
pub(super) async fn consume(tx: &mut Tx, token: &str, now: i64) -> Outcome<Option<(i64, Purpose)>> {
    let used: Option<(i64, String)> = sqlx::query_as(
        "DELETE FROM access_link \
         WHERE token_hash = $1 \
           AND expires_at > $2 \
         RETURNING person_id, purpose",
    )
    .bind(Token::presented(token).hash())
    .bind(now)
    .fetch_optional(&mut **tx)
    .await?;
    let Some((person_id, purpose)) = used else { return Ok(None) };
    let corrupt = || Failure::Corrupt { table: "access_link", column: "purpose", id: person_id.to_string() };
    Ok(Some((person_id, Purpose::parse(&purpose).ok_or_else(corrupt)?)))
}

/// Lets the link that a letter carries live as long again from now on; until when. `None` when it is used or replaced,
/// or what it is for is over.
pub(super) async fn prolong(tx: &mut Tx, letter_id: &str, now: i64) -> Outcome<Option<i64>> {
    sqlx::query(
        "UPDATE access_link \
         SET expires_at = $1 + expires_at - created_at, created_at = $1 \
         WHERE letter_id = $2",
    )
    .bind(now)
    .bind(letter_id)
    .execute(&mut **tx)
    .await?;
    Ok(end_with_registration(tx, letter_id).await?.filter(|valid_until| *valid_until > now))
}

/// A link that confirms a registration dies with the registration at the latest. Until when the letter's link lives;
/// `None` when it is used or replaced.
pub(super) async fn end_with_registration(tx: &mut Tx, letter_id: &str) -> Outcome<Option<i64>> {
    let ends: Option<(i64, String, i64)> = sqlx::query_as(
        "SELECT access_link.expires_at, access_link.purpose, company.created_at \
         FROM access_link \
         JOIN person ON person.id = access_link.person_id \
         JOIN company ON company.id = person.company_id \
         WHERE access_link.letter_id = $1",
    )
    .bind(letter_id)
    .fetch_optional(&mut **tx)
    .await?;
    let Some((expires_at, purpose, registered_at)) = ends else { return Ok(None) };
    let removed_at = registered_at + tidy::REMOVED_AFTER_MS;
    if purpose != Purpose::Registration.as_str() || expires_at <= removed_at {
        return Ok(Some(expires_at));
    }
    sqlx::query("UPDATE access_link SET expires_at = $1 WHERE letter_id = $2")
        .bind(removed_at)
        .bind(letter_id)
        .execute(&mut **tx)
        .await?;
    Ok(Some(removed_at))
}

/// Every link of a person dies.
pub(super) async fn void_all(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM access_link WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}

/// The same, and letters that would have brought such a link and have not left yet do not leave any more.
pub(super) async fn recall(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query(
        "DELETE FROM letter \
         WHERE id IN (SELECT letter_id FROM access_link WHERE person_id = $1) \
           AND state IN ('queued', 'dead')",
    )
    .bind(person_id)
    .execute(&mut **tx)
    .await?;
    void_all(tx, person_id).await
}
