//! How the demo's companies stand, on record: as if each balance had been reached by its last entry.

use super::super::Tx;
use crate::failure::Outcome;

/// From the balances that the ledger ends with. Whoever is below a threshold was told of it just now.
pub(super) async fn record(tx: &mut Tx, now: i64) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO threshold (company_id, slot, is_share, level, has_fired, noticed_at) \
         SELECT company.id, 0, FALSE, company.notification_threshold, \
                COALESCE(last.balance_after, 0) <= company.notification_threshold, \
                CASE WHEN COALESCE(last.balance_after, 0) <= company.notification_threshold THEN $1 END \
         FROM company \
         LEFT JOIN ledger_entry AS last \
           ON last.company_id = company.id \
          AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id) \
         WHERE company.notification_threshold IS NOT NULL",
    )
    .bind(now)
    .execute(&mut **tx)
    .await?;
    for statement in [
        "INSERT INTO suspension (company_id, cause, since) \
         SELECT company.id, 'credit', last.recorded_at \
         FROM company \
         JOIN ledger_entry AS last \
           ON last.company_id = company.id \
          AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id) \
         WHERE last.balance_after < -company.credit_limit",
        "INSERT INTO suspension_event (company_id, number, at, cause, begins, side, reason, entry_number, \
                                       balance_before, balance_after, effective_limit) \
         SELECT company.id, 1, last.recorded_at, 'credit', TRUE, 'platform', '', last.number, \
                last.balance_after - last.amount, last.balance_after, company.credit_limit \
         FROM company \
         JOIN suspension ON suspension.company_id = company.id \
         JOIN ledger_entry AS last \
           ON last.company_id = company.id \
          AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id)",
    ] {
        sqlx::query(statement).execute(&mut **tx).await?;
    }
    Ok(())
}
