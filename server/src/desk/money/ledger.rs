//! The ledger itself. But for the demo's beginning this file alone writes to it, and all it can do is append.

use app::money::{Entry, EntryKind, EntryNumber, IdempotencyKey, MAX_BALANCE, NewEntry, Service};
use app::values::{Invalid, Kopecks, Problem};

use super::super::Tx;
use super::super::actor::Actor;
use crate::failure::{Failure, Outcome};

/// An entry as stored.
#[derive(sqlx::FromRow, Clone, Debug)]
pub(in super::super) struct EntryRow {
    pub(in super::super) number: i64,
    pub(in super::super) kind: String,
    pub(in super::super) amount: i64,
    pub(in super::super) balance_after: i64,
    pub(in super::super) occurred_at: i64,
    pub(in super::super) recorded_at: i64,
    pub(in super::super) description: String,
    pub(in super::super) service: String,
    pub(in super::super) reference: String,
    pub(in super::super) reverses: Option<i64>,
    pub(in super::super) request_hash: Option<String>,
}

/// The columns of [`EntryRow`].
macro_rules! entry_columns {
    () => {
        "number, kind, amount, balance_after, occurred_at, recorded_at, description, service, reference, reverses, \
         request_hash"
    };
}

/// Who writes an entry, and by what a repetition of the same request is known.
#[derive(Clone, Copy)]
pub(super) struct Sender<'a> {
    pub(super) actor: &'a Actor,
    pub(super) key: &'a IdempotencyKey,
    /// Of the request's body.
    pub(super) hash: &'a str,
}

/// What stands in the ledger before an entry.
struct Last {
    number: i64,
    balance: Kopecks,
    recorded_at: i64,
}

/// Appends to the ledger of a company that the transaction has locked. `recorded_at` never runs back within a company,
/// whatever the clock does.
pub(super) async fn append(
    tx: &mut Tx,
    company_id: i64,
    entry: &NewEntry,
    reverses: Option<EntryNumber>,
    sender: Sender<'_>,
    now: i64,
) -> Outcome<EntryRow> {
    let last = last(tx, company_id).await?;
    let balance_after = within_range(last.balance, entry.amount())?;
    let recorded_at = now.max(last.recorded_at);
    let row = EntryRow {
        number: last.number + 1,
        kind: entry.kind().as_str().to_owned(),
        amount: entry.amount().value(),
        balance_after: balance_after.value(),
        occurred_at: entry.occurred_at().unwrap_or(recorded_at),
        recorded_at,
        description: entry.description().to_owned(),
        service: entry.service().map(|service| service.as_str().to_owned()).unwrap_or_default(),
        reference: entry.reference().to_owned(),
        reverses: reverses.map(EntryNumber::value),
        request_hash: Some(sender.hash.to_owned()),
    };
    insert(tx, company_id, &row, sender).await?;
    Ok(row)
}

async fn insert(tx: &mut Tx, company_id: i64, row: &EntryRow, sender: Sender<'_>) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, occurred_at, recorded_at, \
                                   description, service, reference, reverses, person_id, side, token, \
                                   key_company_id, idempotency_key, request_hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(company_id)
    .bind(row.number)
    .bind(&row.kind)
    .bind(row.amount)
    .bind(row.balance_after)
    .bind(row.occurred_at)
    .bind(row.recorded_at)
    .bind(&row.description)
    .bind(&row.service)
    .bind(&row.reference)
    .bind(row.reverses)
    .bind(sender.actor.person_id)
    .bind(sender.actor.side_of(company_id).as_str())
    .bind(sender.actor.token.as_deref().unwrap_or_default())
    .bind(sender.actor.company_id)
    .bind(sender.key.as_str())
    .bind(&row.request_hash)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn last(tx: &mut Tx, company_id: i64) -> Outcome<Last> {
    let row: Option<(i64, i64, i64)> = sqlx::query_as(
        "SELECT number, balance_after, recorded_at \
         FROM ledger_entry \
         WHERE company_id = $1 \
         ORDER BY number DESC \
         LIMIT 1",
    )
    .bind(company_id)
    .fetch_optional(&mut **tx)
    .await?;
    let (number, balance, recorded_at) = row.unwrap_or((0, 0, i64::MIN));
    Ok(Last { number, balance: Kopecks::new(balance), recorded_at })
}

fn within_range(balance: Kopecks, amount: Kopecks) -> Result<Kopecks, Invalid> {
    let range = -MAX_BALANCE.value()..=MAX_BALANCE.value();
    let after = balance.checked_add(amount).filter(|after| range.contains(&after.value()));
    after.ok_or_else(|| Invalid::at("amount", Problem::BalanceOutOfRange))
}

/// The entry that an earlier request with this key has made, if one has.
pub(super) async fn made_by(
    tx: &mut Tx,
    company_id: i64,
    kind: EntryKind,
    actor: &Actor,
    key: &IdempotencyKey,
) -> Outcome<Option<EntryRow>> {
    let row = sqlx::query_as(concat!(
        "SELECT ",
        entry_columns!(),
        " FROM ledger_entry \
         WHERE company_id = $1 \
           AND key_company_id = $2 \
           AND kind = $3 \
           AND idempotency_key = $4"
    ))
    .bind(company_id)
    .bind(actor.company_id)
    .bind(kind.as_str())
    .bind(key.as_str())
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row)
}

/// An entry by its number, and by which it was taken back.
pub(super) async fn find(
    tx: &mut Tx,
    company_id: i64,
    number: EntryNumber,
) -> Outcome<Option<(EntryRow, Option<i64>)>> {
    let row: Option<EntryRow> = sqlx::query_as(concat!(
        "SELECT ",
        entry_columns!(),
        " FROM ledger_entry \
         WHERE company_id = $1 \
           AND number = $2"
    ))
    .bind(company_id)
    .bind(number.value())
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let reversed_by = sqlx::query_scalar("SELECT number FROM ledger_entry WHERE company_id = $1 AND reverses = $2")
        .bind(company_id)
        .bind(number.value())
        .fetch_optional(&mut **tx)
        .await?;
    Ok(Some((row, reversed_by)))
}

impl EntryRow {
    pub(super) fn kind(&self, company_id: i64) -> Outcome<EntryKind> {
        EntryKind::parse(&self.kind).ok_or_else(|| self.corrupt("kind", company_id))
    }

    pub(super) fn number(&self, company_id: i64) -> Outcome<EntryNumber> {
        EntryNumber::new(self.number).ok_or_else(|| self.corrupt("number", company_id))
    }

    /// The entry itself, without who wrote it and what became of it.
    pub(super) fn entry(self, company_id: i64) -> Outcome<Entry> {
        let service = app::values::optional(&self.service, Service::parse);
        Ok(Entry {
            number: self.number(company_id)?,
            kind: self.kind(company_id)?,
            amount: Kopecks::new(self.amount),
            balance_after: Kopecks::new(self.balance_after),
            occurred_at: self.occurred_at,
            recorded_at: self.recorded_at,
            service: service.map_err(|_| self.corrupt("service", company_id))?,
            description: self.description,
            reference: self.reference,
            by: None,
            reverses: self.reverses.and_then(EntryNumber::new),
            reversed_by: None,
        })
    }

    fn corrupt(&self, column: &'static str, company_id: i64) -> Failure {
        Failure::Corrupt { table: "ledger_entry", column, id: format!("{} of company {company_id}", self.number) }
    }
}
