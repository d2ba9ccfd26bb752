//! What is on record of how a company stands.

use std::collections::{BTreeMap, HashMap};

use app::error::ApiError;
use app::money::{Account, Cause, Level, Slot, Suspended, Until, Watch};
use app::people::Right;
use app::values::{CompanyId, Kopecks};

use super::super::actor::{CompanyAdmin, Reach};
use super::super::company_row::{self, CompanyRow};
use super::super::{Connection, Engine, Tx};
use super::time;
use crate::failure::{Failure, Outcome};
use crate::zones::offset_minutes;

/// What suspends companies within reach, by company, as the record has it.
pub(in super::super) async fn suspensions(
    engine: &Engine,
    reach: Reach,
) -> Outcome<HashMap<i64, BTreeMap<Cause, i64>>> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(
        "SELECT suspension.company_id, suspension.cause, suspension.since \
         FROM suspension \
         JOIN company ON company.id = suspension.company_id \
         WHERE $1 OR company.id = $2 OR company.reseller_id = $2",
    )
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_all(&engine.db.reads)
    .await?;
    let mut suspensions: HashMap<i64, BTreeMap<Cause, i64>> = HashMap::new();
    for (company_id, cause, since) in rows {
        suspensions.entry(company_id).or_default().insert(parse(&cause, company_id)?, since);
    }
    Ok(suspensions)
}

/// What suspends the company at this instant: the causes on record, and what the credit rule says by now.
pub(in super::super) fn suspended(company: &CompanyRow, since: &BTreeMap<Cause, i64>, now: i64) -> Option<Suspended> {
    let cause = *account(company, since, Vec::new()).causes(now).first()?;
    let since = since.get(&cause).copied().unwrap_or(now);
    Some(Suspended { cause, since, offset_minutes: offset_minutes(&company.time_zone, since) })
}

/// Until when the credit rule suspends nobody, while that lasts.
pub(in super::super) fn postponed(company: &CompanyRow, now: i64) -> Option<Until> {
    let at = company.postponed_until.filter(|until| now < *until)?;
    Some(Until { at, offset_minutes: offset_minutes(&company.time_zone, at) })
}

/// The limit with what was granted on top for a time.
pub(in super::super) fn effective_limit(company: &CompanyRow, now: i64) -> Kopecks {
    account(company, &BTreeMap::new(), Vec::new()).effective_limit(now)
}

fn account(company: &CompanyRow, since: &BTreeMap<Cause, i64>, watches: Vec<Watch>) -> Account {
    Account {
        balance: company.balance(),
        limit: company.credit_limit(),
        temporary: company.temporary(),
        postponed_until: company.postponed_until,
        recorded: since.keys().copied().collect(),
        is_confirmed: company.confirmed_at.is_some(),
        watches,
    }
}

/// A company with its account.
pub(in super::super) struct Books {
    pub(in super::super) company: CompanyRow,
    pub(in super::super) account: Account,
    /// Since when each recorded cause has been there, Unix milliseconds.
    pub(in super::super) since: BTreeMap<Cause, i64>,
}

impl Books {
    /// Of a company that somebody is about to do something about: they have the right, and it stays locked until the
    /// transaction ends. [`ApiError::Missing`] out of reach, [`ApiError::Refused`] without the right.
    pub(super) async fn open(
        engine: &Engine,
        admin: CompanyAdmin<'_>,
        right: Right,
        id: CompanyId,
    ) -> Outcome<(Tx, Self)> {
        let mut tx = engine.db.begin().await?;
        let books = Self::lock(engine, &mut tx, admin.reach(), id).await?;
        admin.need(right, books.company.id, books.company.kind()?)?;
        Ok((tx, books))
    }

    /// Locked until the transaction ends, what is over by now put on record. [`ApiError::Missing`] out of reach.
    pub(in super::super) async fn lock(engine: &Engine, tx: &mut Tx, reach: Reach, id: CompanyId) -> Outcome<Self> {
        let company = company_row::lock(tx, reach, id).await?.ok_or(ApiError::Missing)?;
        let mut books = Self::of(tx, company).await?;
        time::catch_up(engine, tx, &mut books).await?;
        Ok(books)
    }

    /// As it stands, for reading. [`ApiError::Missing`] out of reach.
    pub(in super::super) async fn find(engine: &Engine, reach: Reach, id: CompanyId) -> Outcome<Self> {
        let mut reader = engine.db.reads.acquire().await?;
        let company = company_row::find(&mut *reader, reach, id).await?.ok_or(ApiError::Missing)?;
        Self::read(&mut reader, company).await
    }

    /// Of a row that the caller has locked.
    pub(in super::super) async fn of(connection: &mut Connection, mut company: CompanyRow) -> Outcome<Self> {
        company.balance = balance(connection, company.id).await?;
        Self::read(connection, company).await
    }

    /// Of a row that the caller has read: its limit and its balance are of one instant.
    pub(in super::super) async fn read(connection: &mut Connection, company: CompanyRow) -> Outcome<Self> {
        let since = recorded(connection, company.id).await?;
        let account = account(&company, &since, watches(connection, company.id).await?);
        Ok(Self { company, account, since })
    }
}

/// In a statement of its own: the one that has waited for the company's lock saw the ledger as it was before.
async fn balance(connection: &mut Connection, company_id: i64) -> Outcome<i64> {
    let balance: Option<i64> = sqlx::query_scalar(
        "SELECT balance_after \
         FROM ledger_entry \
         WHERE company_id = $1 \
         ORDER BY number DESC \
         LIMIT 1",
    )
    .bind(company_id)
    .fetch_optional(connection)
    .await?;
    Ok(balance.unwrap_or(0))
}

async fn recorded(connection: &mut Connection, company_id: i64) -> Outcome<BTreeMap<Cause, i64>> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT cause, since FROM suspension WHERE company_id = $1")
        .bind(company_id)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|(cause, since)| Ok((parse(&cause, company_id)?, since))).collect()
}

fn parse(cause: &str, company_id: i64) -> Outcome<Cause> {
    let corrupt = || Failure::Corrupt { table: "suspension", column: "cause", id: company_id.to_string() };
    Cause::parse(cause).ok_or_else(corrupt)
}

async fn watches(connection: &mut Connection, company_id: i64) -> Outcome<Vec<Watch>> {
    let rows: Vec<(i64, bool, i64, bool)> = sqlx::query_as(
        "SELECT slot, is_share, level, has_fired \
         FROM threshold \
         WHERE company_id = $1 \
         ORDER BY slot",
    )
    .bind(company_id)
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| watch(row, company_id)).collect()
}

fn watch((slot, is_share, level, has_fired): (i64, bool, i64, bool), company_id: i64) -> Outcome<Watch> {
    let corrupt = |column| Failure::Corrupt { table: "threshold", column, id: company_id.to_string() };
    let slot = u8::try_from(slot).ok().and_then(Slot::new).ok_or_else(|| corrupt("slot"))?;
    let level = if is_share {
        Level::Share(u8::try_from(level).map_err(|_| corrupt("level"))?)
    } else {
        Level::Amount(Kopecks::new(level))
    };
    Ok(Watch { slot, level, has_fired })
}
