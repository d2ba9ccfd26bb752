//! The letter before a token ends, once: to its maker, while the token works.

use app::values::Lang;

use super::super::{Engine, outbox};
use super::{DAY_MS, NO_PAGE};
use crate::failure::Outcome;
use crate::mail::Letter;

/// The letter comes so long before the end; a token made for less needs none.
const REMINDED_BEFORE_MS: i64 = 7 * DAY_MS;

/// A token with its maker.
#[derive(sqlx::FromRow)]
struct Ending {
    name: String,
    prefix: String,
    expires_at: i64,
    email: String,
    language: Option<String>,
    company: String,
    time_zone: String,
}

/// The tokens that look as if a letter were due.
pub(super) async fn due(engine: &Engine) -> Outcome<Vec<String>> {
    let now = engine.house.now();
    let due = sqlx::query_scalar(
        "SELECT api_token.id \
         FROM api_token \
         JOIN person ON person.id = api_token.created_by \
         WHERE api_token.reminded_at IS NULL \
           AND api_token.revoked_at IS NULL \
           AND api_token.expires_at > $1 \
           AND api_token.expires_at <= $2 \
           AND api_token.expires_at > api_token.created_at + $3 \
           AND person.state = 'active' \
         ORDER BY api_token.expires_at, api_token.id",
    )
    .bind(now)
    .bind(now + REMINDED_BEFORE_MS)
    .bind(REMINDED_BEFORE_MS)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(due)
}

/// Writes to the maker, unless another server has, or the token was revoked meanwhile.
pub(super) async fn remind(engine: &Engine, token_id: &str) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let claimed = sqlx::query(
        "UPDATE api_token \
         SET reminded_at = $1 \
         WHERE id = $2 \
           AND reminded_at IS NULL \
           AND revoked_at IS NULL",
    )
    .bind(engine.house.now())
    .bind(token_id)
    .execute(&mut *tx)
    .await?;
    if claimed.rows_affected() == 0 {
        return Ok(());
    }
    let ending: Ending = sqlx::query_as(
        "SELECT api_token.name, api_token.prefix, api_token.expires_at, person.email, person.language, \
                company.name AS company, company.time_zone \
         FROM api_token \
         JOIN person ON person.id = api_token.created_by \
         JOIN company ON company.id = api_token.company_id \
         WHERE api_token.id = $1",
    )
    .bind(token_id)
    .fetch_one(&mut *tx)
    .await?;
    let lang = Lang::chosen_or(ending.language.as_deref(), NO_PAGE);
    let letter = Letter::TokenEnds {
        name: ending.name,
        prefix: ending.prefix,
        company: ending.company,
        expires_at: ending.expires_at,
        zone: ending.time_zone,
    };
    outbox::enqueue(&mut tx, &engine.house, &ending.email, lang, &letter).await?;
    tx.commit().await?;
    Ok(())
}
