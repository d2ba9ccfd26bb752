//! How the demo's companies stand, on record: as if each balance had been reached by its last entry.

use super::super::Tx;
use crate::failure::Outcome;

/// From the balances that the ledger ends with. Nobody below a threshold has been told of it.
pub(super) async fn record(tx: &mut Tx) -> Outcome<()> {
    for statement in [
        "INSERT INTO threshold (company_id, slot, is_share, level, has_fired) \
         SELECT company.id, 0, FALSE, company.notification_threshold, \
                COALESCE(last.balance_after, 0) <= company.notification_threshold \
         FROM company \
         LEFT JOIN ledger_entry AS last \
           ON last.company_id = company.id \
          AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE ledger_entry.company_id = company.id) \
         WHERE company.notification_threshold IS NOT NULL",
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
