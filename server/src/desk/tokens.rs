//! Tokens of the API, as the administrators of their company make, see and end them.

#[path = "tokens/holder.rs"]
mod holder;
#[path = "tokens/seat.rs"]
mod seat;

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::tokens::{ApiToken, Lifetime, NewToken, Permission, TokenName, Tokens};
use app::values::{DAY_MS, Invalid, Network, Problem, networks};

pub(super) use seat::open;

use super::actor::CompanyAdmin;
use super::audit::Event;
use super::own_access::{CURRENT_PASSWORD, reauthenticate, tell};
use super::{Engine, second_factor};
use crate::clock::{Token, random_id};
use crate::failure::{Failure, Outcome};
use crate::mail::letter::Change;
use crate::store::Visit;
use crate::zones::offset_minutes;

/// So long a token that ran out stays in the list.
const SHOWN_AFTER_END_MS: i64 = 30 * DAY_MS;
/// By which people and scanners of code recognise a token.
const MARK: &str = "kt_";
/// Characters of a token that stay visible: the mark and 36 of its 256 bits.
const PREFIX_LENGTH: usize = MARK.len() + 6;

#[derive(sqlx::FromRow)]
struct TokenRow {
    id: String,
    name: String,
    permission: String,
    prefix: String,
    networks: String,
    created_by: String,
    expires_at: i64,
    last_used_at: Option<i64>,
    last_address: Option<String>,
}

/// The tokens of the actor's own company that are not revoked, the newest first.
pub(super) async fn list(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<Tokens> {
    let (reads, now, company) = (&engine.db.reads, engine.house.now(), admin.actor().company_id);
    let zone = engine.zone_of(company).await?;
    let rows: Vec<TokenRow> = sqlx::query_as(
        "SELECT api_token.id, api_token.name, api_token.permission, api_token.prefix, api_token.networks, \
                person.full_name AS created_by, api_token.expires_at, api_token.last_used_at, api_token.last_address \
         FROM api_token \
         JOIN person ON person.id = api_token.created_by \
         WHERE api_token.company_id = $1 \
           AND api_token.revoked_at IS NULL \
           AND api_token.expires_at > $2 \
         ORDER BY api_token.created_at DESC, api_token.id",
    )
    .bind(company)
    .bind(now - SHOWN_AFTER_END_MS)
    .fetch_all(reads)
    .await?;
    Ok(Tokens {
        takes_code: second_factor::state(engine, admin.actor().person_id).await?.is_on(),
        tokens: rows.into_iter().map(|row| listed(row, now)).collect::<Outcome<_>>()?,
        zone_offset_minutes: offset_minutes(&zone, now),
        zone,
    })
}

fn listed(row: TokenRow, now: i64) -> Outcome<ApiToken> {
    let corrupt = Failure::Corrupt { table: "api_token", column: "permission", id: row.id.clone() };
    Ok(ApiToken {
        id: row.id,
        name: row.name,
        permission: Permission::parse(&row.permission).ok_or(corrupt)?,
        prefix: row.prefix,
        networks: row.networks.split_whitespace().map(str::to_owned).collect(),
        created_by: row.created_by,
        expires_at: row.expires_at,
        is_expired: row.expires_at <= now,
        last_used_at: row.last_used_at,
        last_address: row.last_address,
    })
}

/// What a new token is to be.
struct Wanted {
    name: TokenName,
    permission: Permission,
    lifetime: Lifetime,
    networks: Vec<Network>,
}

/// Makes a token and tells the maker by letter. What is returned is the only copy of it. Fields: `token_name`,
/// `permission`, `days`, `networks`, `current_password`, and of whoever has a second factor `code` or `passkey`.
pub(super) async fn create(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    fields: Fields,
) -> Outcome<NewToken> {
    let Wanted { name, permission, lifetime, networks } = wanted(&fields)?;
    let reassured = reauthenticate(engine, admin.actor(), &fields).await?;
    let tried = second_factor::note_try_if_on(engine, admin.actor(), &fields).await?;
    let (house, now) = (&*engine.house, engine.house.now());
    let secret = format!("{MARK}{}", Token::new(&*house.chance).as_str());
    let token = ApiToken {
        id: random_id(&*house.chance),
        name: name.as_str().to_owned(),
        permission,
        prefix: secret[..PREFIX_LENGTH].to_owned(),
        networks: networks.iter().map(Network::to_string).collect(),
        created_by: admin.actor().full_name.clone(),
        expires_at: now + i64::from(lifetime.days()) * DAY_MS,
        is_expired: false,
        last_used_at: None,
        last_address: None,
    };
    let mut tx = engine.db.begin().await?;
    reassured.still_holds(&mut tx, admin.actor()).await?;
    second_factor::accept_if_on(&mut tx, engine, visit, admin.actor(), tried.as_ref()).await?;
    sqlx::query(
        "INSERT INTO api_token (id, token_hash, prefix, company_id, created_by, name, permission, networks, created_at, \
                                expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&token.id)
    .bind(Token::presented(&secret).hash())
    .bind(&token.prefix)
    .bind(admin.actor().company_id)
    .bind(admin.actor().person_id)
    .bind(&token.name)
    .bind(permission.as_str())
    .bind(token.networks.join(" "))
    .bind(now)
    .bind(token.expires_at)
    .execute(&mut *tx)
    .await?;
    let person_id = admin.actor().person_id;
    let event = Event::new(AuditKind::TokenCreated, person_id).about(&token.prefix);
    event.change("", &token.name).record(&mut tx, house, visit).await?;
    tell(&mut tx, house, visit, person_id, Change::TokenCreated { name: token.name.clone() }).await?;
    reassured.commit(tx, engine, visit, admin.actor()).await?;
    Ok(NewToken { token, secret })
}

fn wanted(fields: &Fields) -> Outcome<Wanted> {
    let proof = [CURRENT_PASSWORD, second_factor::CODE, second_factor::PASSKEY];
    let known = [&["token_name", "permission", "days", "networks"][..], &proof].concat();
    let mut invalid: Invalid = fields::unknown(fields, &known);
    let name = invalid.check("token_name", TokenName::parse(text(fields, "token_name")));
    let permission = Permission::parse(text(fields, "permission")).ok_or(Problem::UnknownChoice);
    let permission = invalid.check("permission", permission);
    let lifetime = match fields.get("days") {
        Some(days) => invalid.check("days", Lifetime::parse(days)),
        None => Some(Lifetime::default()),
    };
    let networks = invalid.check("networks", networks(text(fields, "networks")));
    match (name, permission, lifetime, networks) {
        (Some(name), Some(permission), Some(lifetime), Some(networks)) if invalid.is_empty() => {
            Ok(Wanted { name, permission, lifetime, networks })
        }
        _ => Err(invalid.into()),
    }
}

/// Ends a token of the actor's own company: the next call with it, and every write under way that has not begun to
/// commit, is refused.
pub(super) async fn revoke(engine: &Engine, admin: CompanyAdmin<'_>, visit: &Visit, id: &str) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let revoked: Option<(String, String)> = sqlx::query_as(
        "UPDATE api_token \
         SET revoked_at = $1 \
         WHERE id = $2 \
           AND company_id = $3 \
           AND revoked_at IS NULL \
         RETURNING prefix, name",
    )
    .bind(engine.house.now())
    .bind(id)
    .bind(admin.actor().company_id)
    .fetch_optional(&mut *tx)
    .await?;
    let (prefix, name) = revoked.ok_or(ApiError::Missing)?;
    let event = Event::new(AuditKind::TokenRevoked, admin.actor().person_id).about(&prefix);
    event.change(&name, "").record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}
