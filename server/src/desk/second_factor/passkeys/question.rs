//! Questions put to a browser: each is answered once, within minutes, by the browser that it was put to.

use app::values::MINUTE_MS;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::super::super::Tx;
use super::super::Asked;
use super::json;
use crate::failure::{Failure, Outcome};
use crate::house::House;

/// As long as the browser is told to wait for the person, milliseconds.
const ANSWERED_MS: i64 = 5 * MINUTE_MS;

/// What the answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A new passkey.
    Add,
    /// That the person has one of theirs.
    Prove,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Prove => "prove",
        }
    }
}

/// Puts a question; the one that was put to the same browser before is void.
pub(super) async fn put(
    tx: &mut Tx,
    house: &House,
    asked: Asked<'_>,
    purpose: Purpose,
    state: &impl Serialize,
) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO passkey_challenge (holder, purpose, person_id, state, begun_at) \
         VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (holder, purpose) DO UPDATE \
         SET person_id = excluded.person_id, state = excluded.state, begun_at = excluded.begun_at",
    )
    .bind(asked.holder)
    .bind(purpose.as_str())
    .bind(asked.person_id)
    .bind(json(state)?)
    .bind(house.now())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes the question back, for the answer to be held against it. Of several answers at once one finds it.
pub(super) async fn take<T: DeserializeOwned>(
    tx: &mut Tx,
    house: &House,
    asked: Asked<'_>,
    purpose: Purpose,
) -> Outcome<Option<T>> {
    let state: Option<String> = sqlx::query_scalar(
        "DELETE FROM passkey_challenge \
         WHERE holder = $1 \
           AND purpose = $2 \
           AND person_id = $3 \
           AND begun_at > $4 \
         RETURNING state",
    )
    .bind(asked.holder)
    .bind(purpose.as_str())
    .bind(asked.person_id)
    .bind(house.now() - ANSWERED_MS)
    .fetch_optional(&mut **tx)
    .await?;
    let corrupt = |_| Failure::Corrupt { table: "passkey_challenge", column: "state", id: asked.person_id.to_string() };
    state.map(|state| serde_json::from_str(&state).map_err(corrupt)).transpose()
}

/// No question to the person awaits an answer any more.
pub(in super::super::super) async fn void_questions(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM passkey_challenge WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}
