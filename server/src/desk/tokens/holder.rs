//! Whom a token stands for: its maker, with the rights that this person has now, within the token's own right.

use std::net::IpAddr;

use app::companies::Kind;
use app::error::ApiError;
use app::people::Role;
use app::tokens::Permission;
use app::values::{MINUTE_MS, networks};

use super::super::actor::Actor;
use super::super::{Database, Engine, Tx};
use crate::clock::Token;
use crate::failure::{Failure, Outcome};

/// Use is noted at most so often, so that calls do not keep the database writing.
const NOTED_EVERY_MS: i64 = MINUTE_MS;

/// A live token at this request.
pub(super) struct Holder {
    pub(super) token_id: String,
    pub(super) token_hash: String,
    pub(super) permission: Permission,
    pub(super) actor: Actor,
}

impl Holder {
    /// [`ApiError::Refused`] for a token that only reads.
    pub(super) fn needs_money(&self) -> Result<(), ApiError> {
        let needed = Permission::Money;
        if self.permission == needed { Ok(()) } else { Err(ApiError::Refused(needed.as_str().to_owned())) }
    }
}

/// One row a role of the maker's.
#[derive(sqlx::FromRow)]
struct HolderRow {
    token_id: String,
    token_name: String,
    permission: String,
    networks: String,
    last_used_at: Option<i64>,
    person_id: i64,
    full_name: String,
    email: String,
    language: Option<String>,
    company_id: i64,
    company_kind: String,
    role: String,
}

/// Who holds the token that a call from `address` brings. `None` when it is unknown, has ended, is not for that
/// address, or its maker administers nothing any more: never told apart.
pub(super) async fn find(engine: &Engine, address: IpAddr, presented: &str) -> Outcome<Option<Holder>> {
    let (hash, now) = (Token::presented(presented).hash(), engine.house.now());
    let rows = rows(&engine.db.reads, &hash, now).await?;
    let Some(holder) = holder(&rows, &hash)? else { return Ok(None) };
    if !rows.iter().all(|row| is_welcome(row, address)) {
        return Ok(None);
    }
    if rows.iter().all(|row| row.last_used_at.is_none_or(|last| last <= now - NOTED_EVERY_MS)) {
        note_use(engine, &holder.token_id, address, now).await;
    }
    Ok(Some(holder))
}

/// Keeps the token alive until the transaction ends, for a write in its name; calls of one token do not wait for each
/// other. [`ApiError::Unauthenticated`] when it ended since it was found.
pub(super) async fn hold(tx: &mut Tx, token_hash: &str, now: i64) -> Outcome<Holder> {
    let _: Option<String> = sqlx::query_scalar(concat!("SELECT id FROM api_token WHERE token_hash = $1", for_share!()))
        .bind(token_hash)
        .fetch_optional(&mut **tx)
        .await?;
    let rows = rows(&mut **tx, token_hash, now).await?;
    holder(&rows, token_hash)?.ok_or_else(|| ApiError::Unauthenticated.into())
}

async fn rows<'e, E>(executor: E, token_hash: &str, now: i64) -> Outcome<Vec<HolderRow>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let rows = sqlx::query_as(
        "SELECT api_token.id AS token_id, api_token.name AS token_name, api_token.permission, \
                api_token.networks, api_token.last_used_at, person.id AS person_id, person.full_name, person.email, person.language, \
                person.company_id, company.kind AS company_kind, person_role.role \
         FROM api_token \
         JOIN person ON person.id = api_token.created_by \
         JOIN company ON company.id = person.company_id \
         JOIN person_role ON person_role.person_id = person.id \
         WHERE api_token.token_hash = $1 \
           AND api_token.revoked_at IS NULL \
           AND api_token.expires_at > $2 \
           AND api_token.company_id = person.company_id \
           AND person.state = 'active'",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_all(executor)
    .await?;
    Ok(rows)
}

fn holder(rows: &[HolderRow], token_hash: &str) -> Outcome<Option<Holder>> {
    let Some(row) = rows.first() else { return Ok(None) };
    let corrupt = |table, column, id: String| Failure::Corrupt { table, column, id };
    let role = |row: &HolderRow| {
        Role::parse(&row.role).ok_or_else(|| corrupt("person_role", "role", row.person_id.to_string()))
    };
    let actor = Actor {
        viewing_id: None,
        person_id: row.person_id,
        full_name: row.full_name.clone(),
        email: row.email.clone(),
        language: row.language.clone(),
        company_id: row.company_id,
        company_kind: Kind::parse(&row.company_kind)
            .ok_or_else(|| corrupt("company", "kind", row.company_id.to_string()))?,
        roles: rows.iter().map(role).collect::<Outcome<_>>()?,
        // What other systems do goes on while a person sets the factor up.
        owes_second_factor: false,
        // No session can be ended in its name.
        session_id: String::new(),
        session_hash: String::new(),
        token: Some(row.token_name.clone()),
    };
    if actor.company_admin().is_err() {
        return Ok(None);
    }
    Ok(Some(Holder {
        token_id: row.token_id.clone(),
        token_hash: token_hash.to_owned(),
        permission: Permission::parse(&row.permission)
            .ok_or_else(|| corrupt("api_token", "permission", row.token_id.clone()))?,
        actor,
    }))
}

/// A list that does not parse lets nobody in.
fn is_welcome(row: &HolderRow, address: IpAddr) -> bool {
    row.networks.is_empty()
        || networks(&row.networks).is_ok_and(|known| known.iter().any(|network| network.contains(address)))
}

/// Reading does not fail because the writer is busy, nor waits for a call that holds the token: a later one notes it.
async fn note_use(engine: &Engine, token_id: &str, address: IpAddr, now: i64) {
    let Some(mut writer) = engine.db.writer_soon().await else { return };
    let noted = sqlx::query(concat!(
        "UPDATE api_token \
         SET last_used_at = $1, last_address = $2 \
         WHERE id IN (SELECT id \
                      FROM api_token \
                      WHERE id = $3 \
                        AND (last_used_at IS NULL OR last_used_at < $1)",
        skip_locked!(),
        ")"
    ))
    .bind(now)
    .bind(address.to_string())
    .bind(token_id)
    .execute(&mut *writer)
    .await;
    if let Err(error) = noted {
        tracing::warn!(%error, "use of a token not noted");
    }
}
