//! What time alone brings about: unconfirmed registrations are reminded of and removed, the end of tokens is
//! announced, what has run out is forgotten.
//!
//! Everything is told from the rows, so it may run anywhere, any number of times, on several servers at once.

#[path = "tidy/forget.rs"]
mod forget;
#[path = "tidy/remind.rs"]
mod remind;
#[path = "tidy/remove.rs"]
mod remove;
#[path = "tidy/tokens.rs"]
mod tokens;

use app::values::DAY_MS;

use super::outbox::NO_PAGE;
use super::{Engine, Tx, viewing};
use crate::failure::Outcome;
use crate::store::Visit;

/// An unconfirmed registration is reminded of at this age, and removed at that, milliseconds.
const REMINDED_AFTER_MS: i64 = 3 * DAY_MS;
pub(super) const REMOVED_AFTER_MS: i64 = 7 * DAY_MS;

/// One round. A company that fails is logged and does not hold up the others.
pub(super) async fn run(engine: &Engine) -> Outcome<()> {
    for company_id in remove::due(engine).await? {
        if let Err(failure) = remove::remove(engine, company_id).await {
            tracing::error!(company_id, error = %failure, "unconfirmed registration not removed");
        }
    }
    for company_id in remind::due(engine).await? {
        if let Err(failure) = remind::remind(engine, company_id).await {
            tracing::error!(company_id, error = %failure, "unconfirmed registration not reminded of");
        }
    }
    for token_id in tokens::due(engine).await? {
        if let Err(failure) = tokens::remind(engine, &token_id).await {
            tracing::error!(token_id, error = %failure, "end of a token not announced");
        }
    }
    let nobody = Visit { lang: NO_PAGE, ..Visit::unknown() };
    for id in viewing::overdue(engine).await? {
        if let Err(failure) = viewing::end(engine, &nobody, &id).await {
            tracing::error!(id, error = %failure, "look through another's eyes not closed");
        }
    }
    forget::forget(engine).await
}

/// Until the transaction ends no other server tidies.
async fn take_turn(tx: &mut Tx) -> Outcome<()> {
    let _: i64 = sqlx::query_scalar(concat!("SELECT value FROM counter WHERE name = 'tidy'", for_update!()))
        .fetch_one(&mut **tx)
        .await?;
    Ok(())
}
