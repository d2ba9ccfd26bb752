//! A sign-in whose password was right and whose code is awaited. It opens nothing but the question for the code.

use app::values::MINUTE_MS;

use super::super::{Engine, Tx, second_factor};
use crate::clock::Token;
use crate::failure::Outcome;
use crate::house::House;

/// How long the code is awaited, milliseconds.
const AWAITED_MS: i64 = 10 * MINUTE_MS;

/// Begins to wait; the token that only the browser which gave the password gets.
pub(super) async fn begin(tx: &mut Tx, house: &House, person_id: i64) -> Outcome<Token> {
    let token = Token::new(&*house.chance);
    sqlx::query("INSERT INTO pending_sign_in (token_hash, person_id, begun_at) VALUES ($1, $2, $3)")
        .bind(token.hash())
        .bind(person_id)
        .bind(house.now())
        .execute(&mut **tx)
        .await?;
    Ok(token)
}

/// Whose code is awaited.
pub(super) async fn find(engine: &Engine, token: &Token) -> Outcome<Option<i64>> {
    let person_id = sqlx::query_scalar("SELECT person_id FROM pending_sign_in WHERE token_hash = $1 AND begun_at > $2")
        .bind(token.hash())
        .bind(engine.house.now() - AWAITED_MS)
        .fetch_optional(&engine.db.reads)
        .await?;
    Ok(person_id)
}

/// Ends the wait. Of several codes that come at the same time, one finds it.
pub(super) async fn end(tx: &mut Tx, token: &Token) -> Outcome<bool> {
    let ended =
        sqlx::query("DELETE FROM pending_sign_in WHERE token_hash = $1").bind(token.hash()).execute(&mut **tx).await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends every wait of a person, and every question to their passkeys: the password that was given is not the password
/// any more.
pub(in super::super) async fn void(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    second_factor::void_questions(tx, person_id).await?;
    sqlx::query("DELETE FROM pending_sign_in WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}
