//! Reports: a month's are made when the month has ended, others when they are ordered. Making one settles which entries
//! of the ledger are in it and adds them up; its file is written out of those whenever it is downloaded.

#[path = "reports/clock.rs"]
mod clock;
#[path = "reports/due.rs"]
mod due;
#[path = "reports/entries.rs"]
mod entries;
#[path = "reports/file.rs"]
mod file;
#[path = "reports/ledger.rs"]
mod ledger;
#[path = "reports/list.rs"]
mod list;
#[path = "reports/make.rs"]
mod make;
#[path = "reports/new.rs"]
mod new;
#[path = "reports/news.rs"]
mod news;
#[path = "reports/order.rs"]
mod order;
#[path = "reports/row.rs"]
mod row;

pub(super) use file::file;
pub(super) use ledger::ledger_file;
pub(super) use list::list;
pub(super) use order::{delete_file, make_again, order};

use super::Engine;
use crate::failure::Outcome;

/// Makes what is due, the oldest first; told from the rows, so it may run anywhere, any number of times, on several
/// servers at once. One that fails is logged and does not hold up the others.
pub(super) async fn make_due(engine: &Engine) -> Outcome<()> {
    let clock = clock::check(engine).await?;
    if clock.is_behind && due::add(engine, clock.seen).await? {
        clock::caught_up(engine, clock.seen).await?;
    }
    for id in make::waiting(engine).await? {
        if let Err(failure) = make::make(engine, engine.db.begin().await?, &id, None).await {
            tracing::error!(id, error = %failure, "report not made");
        }
    }
    Ok(())
}
