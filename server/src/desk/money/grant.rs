//! What a company is granted for a time: a limit on top of its own, and days on which the credit rule suspends nobody.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::money::{Account, Grant, Temporary, percent_of};
use app::people::Right;
use app::values::{CompanyId, DAY_MS, Invalid, Kopecks, Problem, Remark};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx, company_list};
use super::books::Books;
use super::ground::ground;
use super::pool;
use super::seen::Seen;
use super::settle::{self, Trigger};
use crate::failure::Outcome;
use crate::store::Visit;
use crate::zones::{local_instant, local_text};

/// A reseller postpones, and lends, at most so long.
const POSTPONED_DAYS: u32 = 10;
const TEMPORARY_DAYS: u32 = 60;
/// Nobody means a year beyond this.
const FARTHEST_DAYS: u32 = 36_500;
/// The highest increase that anybody grants.
const MAX_INCREASE: Kopecks = Kopecks::new(99_999_999_999);

/// Sets or ends the temporary limit. Fields: `amount` (empty ends it), `unit` (`amount`, or `percent` of the permanent
/// limit), `until` (`2026-11-30T18:00` in the company's zone), `reason`.
/// [`ApiError::PreviewChanged`] where another outcome was `seen`, here and below.
pub(in super::super) async fn set_temporary(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
    seen: Option<Seen>,
) -> Outcome<()> {
    let (mut tx, mut books) = Books::open(engine, admin, Right::SetCredit, id).await?;
    let now = engine.house.now();
    let wish = TemporaryWish::read(&fields, &books, admin, now)?;
    let (before, old) = (books.account.effective_limit(now), told(books.account.temporary));
    let account = Account { temporary: wish.temporary, ..books.account.clone() };
    hold_to(engine, &mut tx, admin, visit, &books, &account, seen.as_ref()).await?;
    books.account = account;
    pool::keep_within(engine, &mut tx, (admin, visit.lang), &books, before, "amount").await?;
    write_temporary(&mut tx, books.company.id, &wish).await?;
    let new = told(wish.temporary);
    let event = Event::new(AuditKind::TemporaryLimitSet, admin.actor().person_id).of_company(books.company.id);
    event.change(&old, &new).because(&wish.reason).record(&mut tx, &engine.house, visit).await?;
    finish(engine, tx, admin, visit, books, Some(Grant::TemporaryLimit)).await
}

/// Until when the credit rule suspends nobody. Fields: `until` (as above; empty ends it), `reason`.
pub(in super::super) async fn postpone(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
    seen: Option<Seen>,
) -> Outcome<()> {
    let (mut tx, mut books) = Books::open(engine, admin, Right::HoldCompanies, id).await?;
    let now = engine.house.now();
    let mut invalid = fields::unknown(&fields, &["until", "reason"]);
    let most = (!admin.actor().is_operator()).then_some(POSTPONED_DAYS);
    let until = until(text(&fields, "until"), &books.company.time_zone, now, most);
    let until = invalid.check("until", until);
    let reason = invalid.check("reason", Remark::parse(text(&fields, "reason")));
    let (Some(until), Some(reason)) = (until, reason.filter(|_| invalid.is_empty())) else {
        return Err(invalid.into());
    };
    let old =
        books.account.postponed_until.map(|until| local_text(&books.company.time_zone, until)).unwrap_or_default();
    let account = Account { postponed_until: until, ..books.account.clone() };
    hold_to(engine, &mut tx, admin, visit, &books, &account, seen.as_ref()).await?;
    books.account = account;
    sqlx::query("UPDATE company SET postponed_until = $1 WHERE id = $2")
        .bind(until)
        .bind(books.company.id)
        .execute(&mut *tx)
        .await?;
    note_postponement(&mut tx, admin, books.company.id, now, until, reason.as_str()).await?;
    let event = Event::new(AuditKind::SuspensionPostponed, admin.actor().person_id).of_company(books.company.id);
    let told = text(&fields, "until").trim().to_owned();
    event.change(&old, &told).because(reason.as_str()).record(&mut tx, &engine.house, visit).await?;
    finish(engine, tx, admin, visit, books, Some(Grant::Postponement)).await
}

/// For the page, which tells it in the company's zone of whatever day.
async fn note_postponement(
    tx: &mut Tx,
    admin: CompanyAdmin<'_>,
    company_id: i64,
    at: i64,
    until: Option<i64>,
    reason: &str,
) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO postponement (company_id, number, at, postponed_until, person_id, side, reason) \
         VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM postponement WHERE company_id = $1), $2, $3, $4, $5, $6)",
    )
    .bind(company_id)
    .bind(at)
    .bind(until)
    .bind(admin.actor().person_id)
    .bind(admin.actor().side_of(company_id).as_str())
    .bind(reason)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// [`ApiError::PreviewChanged`] where another outcome was `seen` than the account would bring about now. `books` are as
/// they were.
pub(super) async fn hold_to(
    engine: &Engine,
    tx: &mut Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    books: &Books,
    account: &Account,
    seen: Option<&Seen>,
) -> Outcome<()> {
    let Some(seen) = seen else { return Ok(()) };
    pool::lock(tx, &books.company).await?;
    let ground = ground(engine, tx, admin, visit.lang, books).await?;
    if seen.is(&ground.outcome(account, ground.email())) {
        return Ok(());
    }
    Err(ApiError::PreviewChanged(Box::new(ground)).into())
}

/// As the audit log keeps it.
fn told(temporary: Option<Temporary>) -> String {
    temporary.map(|temporary| temporary.amount.to_string()).unwrap_or_default()
}

/// What follows from it is settled and written with it.
pub(super) async fn finish(
    engine: &Engine,
    mut tx: Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    mut books: Books,
    grant: Option<Grant>,
) -> Outcome<()> {
    let trigger = Trigger::edit(admin.actor(), visit.lang, grant);
    settle::settle(engine, &mut tx, &books.company, &mut books.account, &trigger).await?;
    company_list::touch(&mut tx, books.company.id).await?;
    tx.commit().await?;
    Ok(())
}

async fn write_temporary(tx: &mut Tx, company_id: i64, wish: &TemporaryWish) -> Outcome<()> {
    sqlx::query(
        "UPDATE company \
         SET temporary_limit = $1, temporary_until = $2, temporary_reason = $3, temporary_announced = FALSE \
         WHERE id = $4",
    )
    .bind(wish.temporary.map(|temporary| temporary.amount.value()))
    .bind(wish.temporary.map(|temporary| temporary.until))
    .bind(&wish.reason)
    .bind(company_id)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

struct TemporaryWish {
    temporary: Option<Temporary>,
    reason: String,
}

impl TemporaryWish {
    fn read(fields: &Fields, books: &Books, admin: CompanyAdmin<'_>, now: i64) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["amount", "unit", "until", "reason"]);
        let reason = invalid.check("reason", Remark::parse(text(fields, "reason")));
        let is_bounded = !admin.actor().is_operator();
        let amount = app::values::optional(text(fields, "amount"), |raw| {
            increase(raw, text(fields, "unit"), books.account.limit, is_bounded)
        });
        let amount = invalid.check("amount", amount).flatten();
        let until = match amount {
            None if invalid.is_empty() && !text(fields, "until").trim().is_empty() => {
                invalid.add("amount", Problem::Required);
                None
            }
            None => None,
            Some(_) => {
                let most = is_bounded.then_some(TEMPORARY_DAYS);
                let until = until(text(fields, "until"), &books.company.time_zone, now, most);
                invalid.check("until", until.and_then(|until| until.ok_or(Problem::Required)))
            }
        };
        match reason {
            Some(reason) if invalid.is_empty() => Ok(Self {
                temporary: amount.zip(until).map(|(amount, until)| Temporary { amount, until }),
                reason: reason.as_str().to_owned(),
            }),
            _ => Err(invalid),
        }
    }
}

/// The amount on top of the permanent limit. Whoever is bounded lends at most as much again.
fn increase(raw: &str, unit: &str, limit: Kopecks, is_bounded: bool) -> Result<Kopecks, Problem> {
    let max = if is_bounded { limit.min(MAX_INCREASE) } else { MAX_INCREASE };
    let amount = match unit {
        "percent" => percent_of(limit, raw)?,
        "amount" => Kopecks::parse_amount(raw)?,
        _ => return Err(Problem::UnknownChoice),
    };
    let min = Kopecks::new(1);
    if (min..=max).contains(&amount) { Ok(amount) } else { Err(Problem::AmountOutOfRange { min, max }) }
}

/// An instant ahead, at most so many days; nothing where nothing is typed.
fn until(raw: &str, zone: &str, now: i64, most_days: Option<u32>) -> Result<Option<i64>, Problem> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let at = local_instant(zone, raw.trim()).ok_or(Problem::NotALocalTime)?;
    if at <= now {
        return Err(Problem::NotInFuture);
    }
    match most_days {
        Some(days) if at > now + i64::from(days) * DAY_MS => Err(Problem::TooFarAhead { days }),
        None if at > now + i64::from(FARTHEST_DAYS) * DAY_MS => Err(Problem::TooFarAhead { days: FARTHEST_DAYS }),
        _ => Ok(Some(at)),
    }
}
