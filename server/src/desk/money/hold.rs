//! Suspending by hand, and ending what somebody has suspended by hand.
//!
//! The lower level never ends what the upper has begun; paying ends neither.

use app::audit::AuditKind;
use app::companies::Kind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::money::Cause;
use app::people::Right;
use app::values::{CompanyId, Invalid, Lang, Problem, Remark};

use super::super::actor::{CompanyAdmin, Reach};
use super::super::audit::Event;
use super::super::{Engine, Tx, company_list};
use super::books::Books;
use super::letters::Sheet;
use super::suspension::{self, Proof};
use crate::failure::Outcome;
use crate::store::Visit;

/// Suspends a company in the name of whoever does it: an operator, or its reseller. Fields: `reason`, and
/// `with_affiliates` (`on`) where an operator suspends a reseller.
pub(in super::super) async fn suspend(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<()> {
    let (mut tx, mut books) = Books::open(engine, admin, Right::HoldCompanies, id).await?;
    let cause = own_cause(admin);
    let (reason, takes_affiliates) = read_wish(&fields, books.company.kind()?, cause)?;
    if books.account.recorded.contains(&cause) {
        return Err(Invalid::at("form", Problem::AlreadySuspended).into());
    }
    begin(engine, &mut tx, (admin, visit.lang), &mut books, cause, reason.as_str()).await?;
    if takes_affiliates {
        for affiliate in affiliates(&mut tx, books.company.id).await? {
            let mut books = Books::lock(engine, &mut tx, Reach::EVERYTHING, affiliate).await?;
            if !books.account.recorded.contains(&Cause::Cascade) {
                // What the operator says of the reseller is not for its affiliates to read.
                begin(engine, &mut tx, (admin, visit.lang), &mut books, Cause::Cascade, "").await?;
                suspended(admin, &books).record(&mut tx, &engine.house, visit).await?;
            }
        }
    }
    suspended(admin, &books).because(reason.as_str()).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends a suspension by hand. Fields: `cause` (`operator` or `reseller`), `reason`.
pub(in super::super) async fn resume(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<()> {
    let (mut tx, mut books) = Books::open(engine, admin, Right::HoldCompanies, id).await?;
    let mut invalid = fields::unknown(&fields, &["cause", "reason"]);
    let by_hand =
        Cause::parse(text(&fields, "cause")).filter(|cause| matches!(cause, Cause::Operator | Cause::Reseller));
    let cause = invalid.check("cause", by_hand.ok_or(Problem::UnknownChoice));
    let reason = invalid.check("reason", Remark::parse(text(&fields, "reason")));
    let (Some(cause), Some(reason)) = (cause, reason.filter(|_| invalid.is_empty())) else {
        return Err(invalid.into());
    };
    if cause < own_cause(admin) {
        return Err(ApiError::from(Right::HoldCompanies).into());
    }
    if !books.account.recorded.contains(&cause) {
        return Err(Invalid::at("form", Problem::NotSuspended).into());
    }
    end(engine, &mut tx, (admin, visit.lang), &mut books, cause, reason.as_str()).await?;
    if cause == Cause::Operator {
        for affiliate in held_with(&mut tx, books.company.id).await? {
            let mut books = Books::lock(engine, &mut tx, Reach::EVERYTHING, affiliate).await?;
            end(engine, &mut tx, (admin, visit.lang), &mut books, Cause::Cascade, "").await?;
            resumed(admin, &books, Cause::Cascade).record(&mut tx, &engine.house, visit).await?;
        }
    }
    resumed(admin, &books, cause).because(reason.as_str()).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}

fn suspended<'a>(admin: CompanyAdmin<'_>, books: &Books) -> Event<'a> {
    Event::new(AuditKind::CompanySuspended, admin.actor().person_id).of_company(books.company.id)
}

/// Which of its causes has ended stands with the event.
fn resumed<'a>(admin: CompanyAdmin<'_>, books: &Books, cause: Cause) -> Event<'a> {
    let event = Event::new(AuditKind::CompanyResumed, admin.actor().person_id).of_company(books.company.id);
    event.change("", cause.as_str())
}

fn own_cause(admin: CompanyAdmin<'_>) -> Cause {
    if admin.actor().is_operator() { Cause::Operator } else { Cause::Reseller }
}

fn read_wish(fields: &Fields, kind: Kind, cause: Cause) -> Result<(Remark, bool), Invalid> {
    let may_take_affiliates = kind == Kind::Reseller && cause == Cause::Operator;
    let known: &[&str] = if may_take_affiliates { &["reason", "with_affiliates"] } else { &["reason"] };
    let mut invalid = fields::unknown(fields, known);
    let with_affiliates = invalid.check("with_affiliates", fields::switch(fields, "with_affiliates"));
    match invalid.check("reason", Remark::parse(text(fields, "reason"))) {
        Some(reason) if invalid.is_empty() => Ok((reason, with_affiliates.flatten().unwrap_or_default())),
        _ => Err(invalid),
    }
}

async fn begin(
    engine: &Engine,
    tx: &mut Tx,
    (admin, page): (CompanyAdmin<'_>, Lang),
    books: &mut Books,
    cause: Cause,
    reason: &str,
) -> Outcome<()> {
    let now = engine.house.now();
    books.account.recorded.insert(cause);
    let proof = proof(admin, books, reason, now);
    suspension::begin(tx, books.company.id, cause, now, &proof).await?;
    sheet(engine, books, now, page).suspended(tx, cause, &proof).await?;
    company_list::touch(tx, books.company.id).await
}

async fn end(
    engine: &Engine,
    tx: &mut Tx,
    (admin, page): (CompanyAdmin<'_>, Lang),
    books: &mut Books,
    cause: Cause,
    reason: &str,
) -> Outcome<()> {
    let now = engine.house.now();
    books.account.recorded.remove(&cause);
    let proof = proof(admin, books, reason, now);
    let since = suspension::end(tx, books.company.id, cause, now, &proof).await?;
    sheet(engine, books, now, page).resumed(tx, cause, since, &proof).await?;
    company_list::touch(tx, books.company.id).await
}

fn sheet<'a>(engine: &'a Engine, books: &'a Books, now: i64, page: Lang) -> Sheet<'a> {
    Sheet { house: &engine.house, company: &books.company, account: &books.account, now, page }
}

fn proof<'a>(admin: CompanyAdmin<'a>, books: &Books, reason: &'a str, now: i64) -> Proof<'a> {
    Proof {
        by: Some(admin.actor()),
        reason,
        entry: None,
        grant: None,
        balance_before: books.account.balance,
        balance_after: books.account.balance,
        effective_limit: books.account.effective_limit(now),
    }
}

async fn affiliates(tx: &mut Tx, reseller_id: i64) -> Outcome<Vec<CompanyId>> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM company WHERE reseller_id = $1 ORDER BY id")
        .bind(reseller_id)
        .fetch_all(&mut **tx)
        .await?;
    Ok(ids.into_iter().filter_map(CompanyId::new).collect())
}

/// The affiliates that a suspension of their reseller holds.
async fn held_with(tx: &mut Tx, reseller_id: i64) -> Outcome<Vec<CompanyId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT company.id \
         FROM company \
         JOIN suspension ON suspension.company_id = company.id \
         WHERE company.reseller_id = $1 \
           AND suspension.cause = 'cascade' \
         ORDER BY company.id",
    )
    .bind(reseller_id)
    .fetch_all(&mut **tx)
    .await?;
    Ok(ids.into_iter().filter_map(CompanyId::new).collect())
}
