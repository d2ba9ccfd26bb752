//! The end of a registration that nobody confirmed: company and people go, the address is free again.

use super::super::{Engine, Tx, company_list, outbox};
use super::{NO_PAGE, REMOVED_AFTER_MS, take_turn};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;

#[derive(sqlx::FromRow)]
struct Removed {
    name: String,
    reseller_id: Option<i64>,
}

/// The companies to remove. One in which somebody has an account in use, money was booked or asked for, stays.
pub(super) async fn due(engine: &Engine) -> Outcome<Vec<i64>> {
    let due = sqlx::query_scalar(
        "SELECT company.id \
         FROM company \
         WHERE company.confirmed_at IS NULL \
           AND company.created_at <= $1 \
           AND NOT EXISTS (SELECT 1 FROM person WHERE person.company_id = company.id AND person.state <> 'invited') \
           AND NOT EXISTS (SELECT 1 FROM ledger_entry WHERE ledger_entry.company_id = company.id) \
           AND NOT EXISTS (SELECT 1 FROM invoice WHERE invoice.company_id = company.id) \
         ORDER BY company.id",
    )
    .bind(engine.house.now() - REMOVED_AFTER_MS)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(due)
}

/// Removes the company, unless it was confirmed meanwhile or is gone already.
pub(super) async fn remove(engine: &Engine, company_id: i64) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    take_turn(&mut tx).await?;
    remove_people(&mut tx, company_id).await?;
    company_list::leave_count(&mut tx, company_id).await?;
    let removed: Option<Removed> = sqlx::query_as(
        "DELETE FROM company \
         WHERE id = $1 \
           AND confirmed_at IS NULL \
         RETURNING name, reseller_id",
    )
    .bind(company_id)
    .fetch_optional(&mut *tx)
    .await?;
    // Without a commit nothing has happened.
    let Some(removed) = removed else { return Ok(()) };
    tell_reseller(&mut tx, &engine.house, removed).await?;
    tx.commit().await?;
    Ok(())
}

/// Links go first: whoever is just using one is done before anything else is touched.
async fn remove_people(tx: &mut Tx, company_id: i64) -> Outcome<()> {
    for statement in [
        "DELETE FROM access_link WHERE person_id IN (SELECT id FROM person WHERE company_id = $1)",
        "DELETE FROM person_role WHERE person_id IN (SELECT id FROM person WHERE company_id = $1)",
        "DELETE FROM company_edit WHERE company_id = $1",
        "DELETE FROM threshold WHERE company_id = $1",
        "DELETE FROM suspension WHERE company_id = $1",
        "DELETE FROM suspension_event WHERE company_id = $1",
        "DELETE FROM postponement WHERE company_id = $1",
        "DELETE FROM report WHERE company_id = $1",
        "DELETE FROM person WHERE company_id = $1 AND state = 'invited'",
    ] {
        sqlx::query(statement).bind(company_id).execute(&mut **tx).await?;
    }
    Ok(())
}

async fn tell_reseller(tx: &mut Tx, house: &House, removed: Removed) -> Outcome<()> {
    let Some(reseller_id) = removed.reseller_id else { return Ok(()) };
    let letter = Letter::AffiliateRemoved { company: removed.name };
    let administrators = outbox::administrators(tx, reseller_id, NO_PAGE).await?;
    outbox::enqueue_for(tx, house, administrators, &letter).await
}
