//! Rows that nothing asks about any more.

use super::super::sessions::{ABSOLUTE_MS, IDLE_MS};
use super::super::{Engine, money};
use super::DAY_MS;
use crate::failure::Outcome;

/// As long as the longest window of a limit.
const ATTEMPTS_KEPT_MS: i64 = DAY_MS;
/// For a while an ended link still shows that a reminder went out, and when an invitation ran out.
const LINKS_KEPT_MS: i64 = 30 * DAY_MS;
/// As long as the browser keeps the cookie.
const DEVICES_KEPT_MS: i64 = 365 * DAY_MS;
/// Three years.
const AUDIT_KEPT_MS: i64 = 3 * 365 * DAY_MS;

/// Each statement stands for itself: what one round leaves, the next one finds.
pub(super) async fn forget(engine: &Engine) -> Outcome<()> {
    let (writes, now) = (&engine.db.writes, engine.house.now());
    sqlx::query("DELETE FROM attempt WHERE at <= $1").bind(now - ATTEMPTS_KEPT_MS).execute(writes).await?;
    sqlx::query("DELETE FROM session WHERE created_at <= $1 OR seen_at <= $2")
        .bind(now - ABSOLUTE_MS)
        .bind(now - IDLE_MS)
        .execute(writes)
        .await?;
    sqlx::query("DELETE FROM access_link WHERE expires_at <= $1").bind(now - LINKS_KEPT_MS).execute(writes).await?;
    sqlx::query("DELETE FROM known_device WHERE seen_at <= $1").bind(now - DEVICES_KEPT_MS).execute(writes).await?;
    sqlx::query("DELETE FROM audit_event WHERE at <= $1").bind(now - AUDIT_KEPT_MS).execute(writes).await?;
    sqlx::query("DELETE FROM viewing WHERE ended_at <= $1").bind(now - AUDIT_KEPT_MS).execute(writes).await?;
    sqlx::query("DELETE FROM pending_sign_in WHERE begun_at <= $1").bind(now - DAY_MS).execute(writes).await?;
    sqlx::query("DELETE FROM passkey_challenge WHERE begun_at <= $1").bind(now - DAY_MS).execute(writes).await?;
    sqlx::query("DELETE FROM email_change WHERE asked_at <= $1").bind(now - LINKS_KEPT_MS).execute(writes).await?;
    sqlx::query("DELETE FROM spending WHERE day < $1").bind(money::spending_counts_from(now)).execute(writes).await?;
    Ok(())
}
