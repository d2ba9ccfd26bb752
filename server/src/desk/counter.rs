//! Small increasing numbers for what people name aloud: companies, users, requests.

use super::{Engine, Tx};
use crate::failure::Outcome;

/// The next number of a counter. Taken in the transaction that uses it, so that none is lost.
pub(super) async fn next(tx: &mut Tx, name: &'static str) -> Outcome<i64> {
    take(tx, name, 1).await
}

/// Reserves `count` numbers at once; the first of them.
pub(super) async fn take(tx: &mut Tx, name: &'static str, count: i64) -> Outcome<i64> {
    let last: i64 = sqlx::query_scalar("UPDATE counter SET value = value + $1 WHERE name = $2 RETURNING value")
        .bind(count)
        .bind(name)
        .fetch_one(&mut **tx)
        .await?;
    Ok(last - count + 1)
}

/// Fails where the database takes no writes: a counter that nobody reads goes up. SQLite reads on without its disk.
pub(super) async fn probe(engine: &Engine) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    sqlx::query(
        "INSERT INTO counter (name, value) \
         VALUES ('probe', 0) \
         ON CONFLICT (name) DO UPDATE SET value = counter.value + 1",
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(())
}
