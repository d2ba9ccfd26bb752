//! What follows from an edit of the credit limit or the notification threshold.

use app::companies::{Draft, Field};
use app::error::ApiError;
use app::money::Impact;
use app::values::{CreditLimit, Kopecks, Lang, Threshold};

use super::super::actor::{Actor, CompanyAdmin};
use super::super::company_row::CompanyRow;
use super::super::{Engine, Tx, outbox, people};
use super::books::Books;
use super::ground::ground;
use super::letters::{Sheet, address_of};
use super::pool;
use super::settle::{self, NO_PAGE, Trigger};
use crate::failure::Outcome;
use crate::mail::Letter;

/// Acts on the changed fields of a company that the transaction has locked; `row` is as it was before them. What it has
/// brought about.
///
/// # Errors
/// [`ApiError::PreviewChanged`] where another outcome was `seen`, [`Problem::PoolExceeded`](app::values::Problem) at the
/// limit.
pub(in super::super) async fn credit_edited(
    engine: &Engine,
    tx: &mut Tx,
    admin: CompanyAdmin<'_>,
    page: Lang,
    row: &CompanyRow,
    changes: &Draft,
    seen: Option<&Impact>,
) -> Outcome<Impact> {
    let limit = changes.get(&Field::CreditLimit).map(|text| CreditLimit::parse(text)).transpose();
    let threshold = changes.get(&Field::NotificationThreshold).map(|text| Threshold::parse(text)).transpose();
    let broken = |_| row.broken("a checked amount does not parse");
    let limit = limit.map_err(broken)?.map(CreditLimit::kopecks);
    let threshold = threshold.map_err(broken)?.map(Threshold::kopecks);
    let mut books = Books::of(tx, row.clone()).await?;
    let ground = ground(engine, tx, admin, page, &books).await?;
    let impact = ground.impact(limit, threshold);
    if limit.is_none() && threshold.is_none() {
        return Ok(impact);
    }
    if seen.is_some_and(|seen| !impact.keeps_the_promise_of(seen)) {
        return Err(ApiError::PreviewChanged(Box::new(ground)).into());
    }
    let (now, before) = (ground.at, books.account.effective_limit(ground.at));
    books.account = ground.edited(limit, threshold);
    if limit.is_some() {
        pool::keep_within(tx, admin, &books, before, now, Field::CreditLimit.wire()).await?;
        tell_of_limit(engine, tx, admin.actor(), &books, row.credit_limit()).await?;
    }
    if threshold.is_some() {
        settle::set_main_threshold(tx, row.id, &books.account).await?;
    }
    settle::settle(engine, tx, row, &mut books.account, &Trigger::edit(admin.actor(), page)).await?;
    Ok(impact)
}

/// The company reads what another has granted to it, or taken.
async fn tell_of_limit(engine: &Engine, tx: &mut Tx, actor: &Actor, books: &Books, old: Kopecks) -> Outcome<()> {
    let Books { company, account, .. } = books;
    if actor.company_id == company.id {
        return Ok(());
    }
    let by = people::acting(tx, actor).await?;
    let sheet = Sheet { house: &engine.house, company, account, now: engine.house.now(), page: NO_PAGE };
    let letter = Letter::CreditLimitChanged { account: sheet.facts(), old, new: account.limit, by };
    let receiver = address_of(tx, company.id).await?;
    outbox::enqueue(tx, &engine.house, &receiver.email, receiver.lang, &letter).await?;
    Ok(())
}
