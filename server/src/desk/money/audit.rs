//! Whether every ledger is what it has to be.

use super::super::Engine;
use crate::failure::Outcome;

/// The first company, by ID, in whose ledger a number is missing or a balance is not the one before and the amount. By
/// induction the last balance of all others is the sum of their entries.
pub(in super::super) async fn broken_ledger(engine: &Engine) -> Outcome<Option<i64>> {
    let company = sqlx::query_scalar(
        "SELECT entry.company_id \
         FROM ledger_entry AS entry \
         LEFT JOIN ledger_entry AS before \
           ON before.company_id = entry.company_id \
          AND before.number = entry.number - 1 \
         WHERE entry.balance_after <> entry.amount + COALESCE(before.balance_after, 0) \
            OR (before.number IS NULL) <> (entry.number = 1) \
         ORDER BY entry.company_id \
         LIMIT 1",
    )
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(company)
}
