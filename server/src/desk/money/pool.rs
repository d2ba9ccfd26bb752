//! What a reseller may grant to its affiliates together.
//!
//! Whoever raises a limit locks the reseller's row of `credit_pool` after the company itself: two who raise at once
//! never exceed the cap.

use app::audit::AuditKind;
use app::companies::Kind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::money::Pool;
use app::people::Right;
use app::values::{CompanyId, CreditLimit, Invalid, Kopecks, Lang, Problem};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::company_row::CompanyRow;
use super::super::{Connection, Engine, Tx, company_row, outbox};
use super::books::Books;
use crate::failure::Outcome;
use crate::mail::Letter;
use crate::store::Visit;

/// The ID of no company.
const NOBODY: i64 = 0;

/// Refuses at the field what would take the reseller beyond its cap. Lowering is always allowed; an operator, who sets
/// the cap, is not bound by it, but the reseller is told. `books` are as they will be, `before` is the effective limit as it was.
pub(super) async fn keep_within(
    engine: &Engine,
    tx: &mut Tx,
    (admin, page): (CompanyAdmin<'_>, Lang),
    books: &Books,
    before: Kopecks,
    field: &str,
) -> Outcome<()> {
    let now = engine.house.now();
    let after = books.account.effective_limit(now);
    let Some(reseller_id) = books.company.reseller_id.filter(|_| after > before) else { return Ok(()) };
    let Some(cap) = cap_for_update(tx, reseller_id).await? else { return Ok(()) };
    let pool = Pool {
        cap,
        allocated: before.checked_add(allocated(tx, reseller_id, books.company.id, now).await?).unwrap_or(cap),
    };
    if pool.fits(before, after) {
        return Ok(());
    }
    if admin.actor().is_operator() {
        let growth = after.value().saturating_sub(before.value());
        let allocated = Kopecks::new(pool.allocated.value().saturating_add(growth));
        return tell_reseller(engine, tx, page, reseller_id, Pool { cap, allocated }).await;
    }
    Err(Invalid::at(field, Problem::PoolExceeded { free: pool.free() }).into())
}

/// Waits for whoever is raising a limit under the same reseller: what is read of the pool then holds until the end of the
/// transaction.
pub(super) async fn lock(tx: &mut Tx, company: &CompanyRow) -> Outcome<()> {
    if let Some(reseller_id) = company.reseller_id {
        cap_for_update(tx, reseller_id).await?;
    }
    Ok(())
}

/// A row is there from the first raise on: a lock needs one, also before there is a cap.
async fn cap_for_update(tx: &mut Tx, reseller_id: i64) -> Outcome<Option<Kopecks>> {
    sqlx::query("INSERT INTO credit_pool (reseller_id) VALUES ($1) ON CONFLICT (reseller_id) DO NOTHING")
        .bind(reseller_id)
        .execute(&mut **tx)
        .await?;
    let cap: Option<i64> =
        sqlx::query_scalar(concat!("SELECT cap FROM credit_pool WHERE reseller_id = $1", for_update!()))
            .bind(reseller_id)
            .fetch_one(&mut **tx)
            .await?;
    Ok(cap.map(Kopecks::new))
}

/// The sum of what the reseller's affiliates, all but one, may owe at this instant.
async fn allocated(connection: &mut Connection, reseller_id: i64, but: i64, now: i64) -> Outcome<Kopecks> {
    let sum: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(credit_limit + CASE WHEN temporary_until > $2 THEN temporary_limit ELSE 0 END), 0) \
                     AS BIGINT) \
         FROM company \
         WHERE reseller_id = $1 \
           AND id <> $3",
    )
    .bind(reseller_id)
    .bind(now)
    .bind(but)
    .fetch_one(connection)
    .await?;
    Ok(Kopecks::new(sum))
}

/// A reseller's pool; nothing where it has no cap.
pub(super) async fn of(connection: &mut Connection, reseller_id: i64, now: i64) -> Outcome<Option<Pool>> {
    let cap: Option<Option<i64>> = sqlx::query_scalar("SELECT cap FROM credit_pool WHERE reseller_id = $1")
        .bind(reseller_id)
        .fetch_optional(&mut *connection)
        .await?;
    match cap.flatten() {
        Some(cap) => {
            Ok(Some(Pool { cap: Kopecks::new(cap), allocated: allocated(connection, reseller_id, NOBODY, now).await? }))
        }
        None => Ok(None),
    }
}

/// What a reseller's affiliates owe together.
pub(super) async fn used(connection: &mut Connection, reseller_id: i64) -> Outcome<Kopecks> {
    let owed: i64 = sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(-last.balance_after), 0) AS BIGINT) \
         FROM company \
         JOIN ledger_entry AS last ON last.company_id = company.id \
         WHERE company.reseller_id = $1 \
           AND last.number = (SELECT MAX(number) FROM ledger_entry WHERE company_id = company.id) \
           AND last.balance_after < 0",
    )
    .bind(reseller_id)
    .fetch_one(connection)
    .await?;
    Ok(Kopecks::new(owed))
}

/// The operator caps a reseller, or lifts the cap. Fields: `cap` (empty for none).
pub(in super::super) async fn set(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let company = company_row::lock(&mut tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    admin.need(Right::SetPool, company.id, company.kind()?)?;
    let mut invalid = fields::unknown(&fields, &["cap"]);
    if company.kind()? != Kind::Reseller {
        invalid.add("cap", Problem::UnknownField);
    }
    let cap = app::values::optional(text(&fields, "cap"), CreditLimit::parse);
    let Some(cap) = invalid.check("cap", cap).filter(|_| invalid.is_empty()) else { return Err(invalid.into()) };
    cap_for_update(&mut tx, company.id).await?;
    let now = engine.house.now();
    let before = of(&mut tx, company.id, now).await?;
    write(&mut tx, company.id, cap).await?;
    let told = |cap: Option<Kopecks>| cap.map(|cap| cap.to_string()).unwrap_or_default();
    let (old, new) = (told(before.map(|pool| pool.cap)), told(cap.map(CreditLimit::kopecks)));
    let event = Event::new(AuditKind::PoolSet, admin.actor().person_id).of_company(company.id);
    event.change(&old, &new).record(&mut tx, &engine.house, visit).await?;
    tell_where_over(engine, &mut tx, visit.lang, company.id).await?;
    tx.commit().await?;
    Ok(())
}

/// An affiliate that has come with a limit of its own may take its reseller beyond the cap, which then reads of it.
pub(in super::super) async fn tell_of_newcomer(
    engine: &Engine,
    tx: &mut Tx,
    page: Lang,
    (reseller_id, company_id): (i64, i64),
) -> Outcome<()> {
    cap_for_update(tx, reseller_id).await?;
    let now = engine.house.now();
    let others = allocated(tx, reseller_id, company_id, now).await?;
    if others == allocated(tx, reseller_id, NOBODY, now).await? {
        return Ok(());
    }
    tell_where_over(engine, tx, page, reseller_id).await
}

async fn tell_where_over(engine: &Engine, tx: &mut Tx, page: Lang, reseller_id: i64) -> Outcome<()> {
    match of(tx, reseller_id, engine.house.now()).await?.filter(|pool| pool.is_over()) {
        Some(pool) => tell_reseller(engine, tx, page, reseller_id, pool).await,
        None => Ok(()),
    }
}

/// Its administrators read that more is granted than they may.
async fn tell_reseller(engine: &Engine, tx: &mut Tx, page: Lang, reseller_id: i64, pool: Pool) -> Outcome<()> {
    let (reseller, zone): (String, String) = sqlx::query_as("SELECT name, time_zone FROM company WHERE id = $1")
        .bind(reseller_id)
        .fetch_one(&mut **tx)
        .await?;
    let (id, at) = (Some(reseller_id), Some(engine.house.now()));
    let letter = Letter::PoolOverCap { reseller, reseller_id: id, at, zone, allocated: pool.allocated, cap: pool.cap };
    let administrators = outbox::administrators(tx, reseller_id, page).await?;
    outbox::enqueue_for(tx, &engine.house, administrators, &letter).await
}

/// The row stays: whoever waits for it sees the new cap.
async fn write(tx: &mut Tx, reseller_id: i64, cap: Option<CreditLimit>) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO credit_pool (reseller_id, cap) \
         VALUES ($1, $2) \
         ON CONFLICT (reseller_id) DO UPDATE SET cap = excluded.cap",
    )
    .bind(reseller_id)
    .bind(cap.map(|cap| cap.kopecks().value()))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// No cap from now on.
pub(in super::super) async fn remove(tx: &mut Tx, reseller_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM credit_pool WHERE reseller_id = $1").bind(reseller_id).execute(&mut **tx).await?;
    Ok(())
}
