//! What time alone brings about: temporary limits and postponements end, their end is announced, notices are repeated.
//!
//! Everything is told from the rows, so it may run anywhere, any number of times, on several servers at once.

use app::money::Slot;
use app::values::{CompanyId, DAY_MS, Kopecks};

use super::super::actor::Reach;
use super::super::outbox::NO_PAGE;
use super::super::{Engine, Tx};
use super::books::Books;
use super::letters::Sheet;
use super::thresholds;
use crate::failure::Outcome;

/// The end of a temporary limit is announced so long before.
const ANNOUNCED_MS: i64 = DAY_MS;
/// Notices are repeated after so long, while the threshold stays reached.
const REPEATED_MS: i64 = 7 * DAY_MS;
/// Companies a round; the rest follows in the next.
const AT_ONCE: i64 = 500;

/// One round. A company that fails is logged and does not hold up the others.
pub(in super::super) async fn keep_time(engine: &Engine) -> Outcome<()> {
    let now = engine.house.now();
    thresholds::begin_weeks(engine, now).await?;
    for company_id in due(engine, now).await? {
        if let Err(failure) = keep_time_of(engine, company_id, now).await {
            tracing::error!(company_id, error = %failure, "limits and notices not brought up to date");
        }
    }
    Ok(())
}

/// What has ended comes first, notices that are only repeated last.
async fn due(engine: &Engine, now: i64) -> Outcome<Vec<i64>> {
    let due = sqlx::query_scalar(
        "SELECT company_id \
         FROM (SELECT id AS company_id, 0 AS urgency \
               FROM company \
               WHERE temporary_until <= $1 \
               UNION ALL \
               SELECT id, 0 \
               FROM company \
               WHERE postponed_until <= $1 \
               UNION ALL \
               SELECT company.id, 1 \
               FROM company \
               JOIN ledger_entry AS last ON last.company_id = company.id \
               WHERE company.temporary_until <= $2 \
                 AND NOT company.temporary_announced \
                 AND (company.postponed_until IS NULL OR company.postponed_until <= company.temporary_until) \
                 AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE company_id = company.id) \
                 AND last.balance_after < -company.credit_limit \
               UNION ALL \
               SELECT threshold.company_id, 2 \
               FROM threshold \
               JOIN company ON company.id = threshold.company_id \
               WHERE threshold.noticed_at <= $3 \
                 AND threshold.has_fired \
                 AND company.repeats_notices) AS due \
         GROUP BY company_id \
         ORDER BY MIN(urgency), company_id \
         LIMIT $4",
    )
    .bind(now)
    .bind(now + ANNOUNCED_MS)
    .bind(now - REPEATED_MS)
    .bind(AT_ONCE)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(due)
}

/// Under the company's lock everything is looked at once more: another server may have been here.
async fn keep_time_of(engine: &Engine, company_id: i64, now: i64) -> Outcome<()> {
    let Some(id) = CompanyId::new(company_id) else { return Ok(()) };
    let mut tx = engine.db.begin().await?;
    let books = Books::lock(engine, &mut tx, Reach::EVERYTHING, id).await?;
    announce_end(engine, &mut tx, &books, now).await?;
    repeat_notice(engine, &mut tx, &books, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells of the end of a temporary limit a day before, where that would suspend.
async fn announce_end(engine: &Engine, tx: &mut Tx, books: &Books, now: i64) -> Outcome<()> {
    let Some(temporary) = books.account.temporary.filter(|temporary| temporary.until <= now + ANNOUNCED_MS) else {
        return Ok(());
    };
    let Some(needed) = books.account.sum_to_resume(temporary.until) else { return Ok(()) };
    if books.account.is_postponed(temporary.until) {
        return Ok(());
    }
    let announced =
        sqlx::query("UPDATE company SET temporary_announced = TRUE WHERE id = $1 AND NOT temporary_announced")
            .bind(books.company.id)
            .execute(&mut **tx)
            .await?;
    if announced.rows_affected() == 1 {
        sheet(engine, books, now).temporary_limit_ends(tx, temporary.until, needed).await?;
    }
    Ok(())
}

async fn repeat_notice(engine: &Engine, tx: &mut Tx, books: &Books, now: i64) -> Outcome<()> {
    let limit = books.account.effective_limit(now);
    let due: Vec<Slot> = thresholds::noticed_before(tx, books.company.id, now - REPEATED_MS).await?;
    let repeated: Vec<_> =
        books.account.watches.iter().filter(|watch| watch.has_fired && due.contains(&watch.slot)).copied().collect();
    if repeated.is_empty() || !thresholds::are_repeated(tx, books.company.id).await? {
        return Ok(());
    }
    for watch in &repeated {
        thresholds::note(tx, books.company.id, *watch, now).await?;
    }
    let mut reached: Vec<Kopecks> = repeated.iter().map(|watch| watch.level.balance(limit)).collect();
    reached.sort_unstable_by(|one, other| other.cmp(one));
    reached.dedup();
    sheet(engine, books, now).threshold_reached(tx, &reached, true).await
}

fn sheet<'a>(engine: &'a Engine, books: &'a Books, now: i64) -> Sheet<'a> {
    Sheet { house: &engine.house, company: &books.company, account: &books.account, now, page: NO_PAGE }
}
