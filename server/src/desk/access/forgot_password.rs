//! A forgotten password: a letter where there is somebody to write to, and the same answer where there is not.

use std::time::Duration;

use app::fields::{self, Fields};
use app::values::{Email, HOUR_MS};

use super::super::attempts::{self, Limit};
use super::super::{Engine, Tx};
use super::account::account;
use crate::failure::Outcome;
use crate::store::Visit;

const PER_ACCOUNT: Limit = Limit { action: "forgot_account", most: 3, window_ms: HOUR_MS };
const PER_ADDRESS: Limit = Limit { action: "forgot_address", most: 20, window_ms: HOUR_MS };
/// No answer comes sooner: writing a letter takes less, so its time does not show.
const SAME_TIME: Duration = Duration::from_millis(100);

/// Writes to an active account a reset link, to an invited one its invitation again, to nobody else.
pub(in super::super) async fn forgot_password(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<()> {
    let mut invalid = fields::unknown(&fields, &["email"]);
    let email = invalid.check("email", Email::parse(fields::text(&fields, "email")));
    invalid.into_result()?;
    let Some(email) = email else { return Ok(()) };
    let (answer, ()) = tokio::join!(answer(engine, visit, &email), tokio::time::sleep(SAME_TIME));
    answer
}

/// Counts a letter that an administrator starts for somebody with those that the person asks for. First in the
/// transaction, like every check of attempts.
pub(in super::super) async fn ration_reset(tx: &mut Tx, email: &str, now: i64) -> Outcome<()> {
    let key = Email::parse(email).map(|email| email.normalized()).unwrap_or_default();
    attempts::check(tx, PER_ACCOUNT, &key, now).await?;
    attempts::record(tx, PER_ACCOUNT, &key, now).await?;
    Ok(())
}

async fn answer(engine: &Engine, visit: &Visit, email: &Email) -> Outcome<()> {
    let (now, address, key) = (engine.house.now(), attempts::network(visit.address), email.normalized());
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, PER_ADDRESS, &address, now).await?;
    attempts::record(&mut tx, PER_ADDRESS, &address, now).await?;
    // Kept quiet: a limit that only known accounts reach would tell which are known.
    if attempts::wait(&mut tx, PER_ACCOUNT, &key, now).await?.is_none() {
        attempts::record(&mut tx, PER_ACCOUNT, &key, now).await?;
        if let Some(account) = account(&mut tx, email.as_str()).await? {
            account.write(&mut tx, &engine.house, visit).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
