//! The table of passkeys.

use app::people::Passkey;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use webauthn_rs::prelude::Passkey as Key;

use super::super::super::{Database, Engine, Tx};
use super::json;
use crate::failure::{Failure, Outcome};

#[derive(sqlx::FromRow)]
struct PasskeyRow {
    id: String,
    name: String,
    created_at: i64,
    last_used_at: Option<i64>,
}

/// A key as an answer meets it.
#[derive(sqlx::FromRow)]
pub(super) struct KeyRow {
    pub(super) id: String,
    credential: String,
    pub(super) counter: i64,
}

impl KeyRow {
    pub(super) fn key(&self) -> Outcome<Key> {
        read(&self.id, &self.credential)
    }
}

/// Those of a person, the oldest first.
pub(in super::super::super) async fn of_person(engine: &Engine, person_id: i64) -> Outcome<Vec<Passkey>> {
    let rows: Vec<PasskeyRow> = sqlx::query_as(
        "SELECT id, name, created_at, last_used_at \
         FROM passkey \
         WHERE person_id = $1 \
         ORDER BY created_at, id",
    )
    .bind(person_id)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(rows
        .into_iter()
        .map(|PasskeyRow { id, name, created_at, last_used_at }| Passkey { id, name, created_at, last_used_at })
        .collect())
}

/// The keys themselves.
pub(super) async fn keys<'e, E>(executor: E, person_id: i64) -> Outcome<Vec<Key>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT id, credential FROM passkey WHERE person_id = $1")
        .bind(person_id)
        .fetch_all(executor)
        .await?;
    rows.iter().map(|(id, credential)| read(id, credential)).collect()
}

/// One of the person's by what it calls itself, locked.
pub(super) async fn lock(tx: &mut Tx, person_id: i64, credential_id: &[u8]) -> Outcome<Option<KeyRow>> {
    let row = sqlx::query_as(concat!(
        "SELECT id, credential, counter \
         FROM passkey \
         WHERE person_id = $1 \
           AND credential_id = $2",
        for_update!()
    ))
    .bind(person_id)
    .bind(URL_SAFE_NO_PAD.encode(credential_id))
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row)
}

/// Fails as a duplicate where the key is somebody's already.
pub(super) async fn insert(tx: &mut Tx, person_id: i64, passkey: &Passkey, key: &Key) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO passkey (id, person_id, credential_id, credential, counter, name, created_at) \
         VALUES ($1, $2, $3, $4, 0, $5, $6)",
    )
    .bind(&passkey.id)
    .bind(person_id)
    .bind(URL_SAFE_NO_PAD.encode(key.cred_id()))
    .bind(json(key)?)
    .bind(&passkey.name)
    .bind(passkey.created_at)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// After a use: the key as it is now, how often it says it was used, and when it was.
pub(super) async fn note_use(tx: &mut Tx, id: &str, key: &Key, counter: i64, now: i64) -> Outcome<()> {
    sqlx::query("UPDATE passkey SET credential = $1, counter = $2, last_used_at = $3 WHERE id = $4")
        .bind(json(key)?)
        .bind(counter)
        .bind(now)
        .bind(id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The name of what was removed, if it was the person's.
pub(super) async fn delete(tx: &mut Tx, person_id: i64, id: &str) -> Outcome<Option<String>> {
    let name = sqlx::query_scalar("DELETE FROM passkey WHERE id = $1 AND person_id = $2 RETURNING name")
        .bind(id)
        .bind(person_id)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(name)
}

fn read(id: &str, credential: &str) -> Outcome<Key> {
    let corrupt = |_| Failure::Corrupt { table: "passkey", column: "credential", id: id.to_owned() };
    serde_json::from_str(credential).map_err(corrupt)
}
