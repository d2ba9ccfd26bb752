//! What time has brought about, put on record before anything else is.

use app::money::Grant;

use super::super::{Engine, Tx, company_list};
use super::books::Books;
use super::settle::{self, Trigger};
use crate::failure::Outcome;

/// Ends what is over by now: in its own name and at its own instant, not in that of whoever comes next. It is taken off
/// the record, so that it does not come back with a clock that is set back.
pub(super) async fn catch_up(engine: &Engine, tx: &mut Tx, books: &mut Books) -> Outcome<()> {
    let (now, account) = (engine.house.now(), &mut books.account);
    let lent = account.temporary.map(|temporary| temporary.until).filter(|until| *until <= now);
    let postponed = account.postponed_until.filter(|until| *until <= now);
    let ended = [lent.map(|at| (at, Grant::TemporaryLimit)), postponed.map(|at| (at, Grant::Postponement))];
    let Some((ended_at, grant)) = ended.into_iter().flatten().max_by_key(|(at, _)| *at) else { return Ok(()) };
    if lent.is_some() {
        account.temporary = None;
        sqlx::query("UPDATE company SET temporary_limit = NULL, temporary_until = NULL WHERE id = $1")
            .bind(books.company.id)
            .execute(&mut **tx)
            .await?;
    }
    if postponed.is_some() {
        account.postponed_until = None;
        sqlx::query("UPDATE company SET postponed_until = NULL WHERE id = $1")
            .bind(books.company.id)
            .execute(&mut **tx)
            .await?;
    }
    settle::settle(engine, tx, &books.company, account, &Trigger::time(ended_at, grant)).await?;
    company_list::touch(tx, books.company.id).await
}
