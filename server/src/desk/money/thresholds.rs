//! The table of thresholds and whether they have fired.

use app::money::{Level, Slot, Watch};

use super::super::{Connection, Engine, Tx};
use crate::failure::Outcome;

pub(super) async fn add(tx: &mut Tx, company_id: i64, watch: Watch) -> Outcome<()> {
    let (is_share, level) = match watch.level {
        Level::Amount(amount) => (false, amount.value()),
        Level::Share(percent) => (true, i64::from(percent)),
    };
    sqlx::query(
        "INSERT INTO threshold (company_id, slot, is_share, level, has_fired) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(company_id)
    .bind(i64::from(watch.slot.number()))
    .bind(is_share)
    .bind(level)
    .bind(watch.has_fired)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(super) async fn remove(tx: &mut Tx, company_id: i64, slot: Slot) -> Outcome<()> {
    sqlx::query("DELETE FROM threshold WHERE company_id = $1 AND slot = $2")
        .bind(company_id)
        .bind(i64::from(slot.number()))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// It has fired, or is armed again.
pub(super) async fn note(tx: &mut Tx, company_id: i64, watch: Watch, now: i64) -> Outcome<()> {
    sqlx::query("UPDATE threshold SET has_fired = $3, noticed_at = $4 WHERE company_id = $1 AND slot = $2")
        .bind(company_id)
        .bind(i64::from(watch.slot.number()))
        .bind(watch.has_fired)
        .bind(watch.has_fired.then_some(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Which of a company's thresholds were told of no later than this.
pub(super) async fn noticed_before(tx: &mut Tx, company_id: i64, at: i64) -> Outcome<Vec<Slot>> {
    let slots: Vec<i64> = sqlx::query_scalar("SELECT slot FROM threshold WHERE company_id = $1 AND noticed_at <= $2")
        .bind(company_id)
        .bind(at)
        .fetch_all(&mut **tx)
        .await?;
    Ok(slots.into_iter().filter_map(|slot| u8::try_from(slot).ok().and_then(Slot::new)).collect())
}

/// Whether the company's notices are repeated weekly.
pub(super) async fn are_repeated(connection: &mut Connection, company_id: i64) -> Outcome<bool> {
    let repeated =
        sqlx::query_scalar("SELECT repeats_notices FROM company WHERE id = $1").bind(company_id).fetch_one(connection);
    Ok(repeated.await?)
}

/// Whether they are repeated from now on.
pub(super) async fn repeat(tx: &mut Tx, company_id: i64, is_repeated: bool) -> Outcome<()> {
    sqlx::query("UPDATE company SET repeats_notices = $2 WHERE id = $1")
        .bind(company_id)
        .bind(is_repeated)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Of thresholds that are reached and were never told of the week begins now.
pub(super) async fn begin_weeks(engine: &Engine, now: i64) -> Outcome<()> {
    let is_any: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM threshold WHERE has_fired AND noticed_at IS NULL)")
            .fetch_one(&engine.db.reads)
            .await?;
    if is_any {
        sqlx::query("UPDATE threshold SET noticed_at = $1 WHERE has_fired AND noticed_at IS NULL")
            .bind(now)
            .execute(&engine.db.writes)
            .await?;
    }
    Ok(())
}
