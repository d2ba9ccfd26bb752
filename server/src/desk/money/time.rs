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
    let lent = account.temporary.map(|temporary| (temporary.until, Grant::TemporaryLimit));
    let postponed = account.postponed_until.map(|until| (until, Grant::Postponement));
    let mut ended: Vec<(i64, Grant)> = lent.into_iter().chain(postponed).filter(|(until, _)| *until <= now).collect();
    if ended.is_empty() {
        return Ok(());
    }
    ended.sort_unstable_by_key(|(until, _)| *until);
    for (until, grant) in ended {
        let statement = if grant == Grant::Postponement {
            account.postponed_until = None;
            "UPDATE company SET postponed_until = NULL WHERE id = $1"
        } else {
            account.temporary = None;
            "UPDATE company SET temporary_limit = NULL, temporary_until = NULL WHERE id = $1"
        };
        sqlx::query(statement).bind(books.company.id).execute(&mut **tx).await?;
        settle::settle(engine, tx, &books.company, account, &Trigger::time(until, grant)).await?;
    }
    company_list::touch(tx, books.company.id).await
}
