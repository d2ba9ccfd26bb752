//! The entries of a ledger, as statements take them.

use app::money::EntryKind;
use app::values::Kopecks;

use super::super::Connection;
use crate::failure::{Failure, Outcome};
use crate::reports::Entry;

#[derive(sqlx::FromRow)]
struct EntryRow {
    number: i64,
    kind: String,
    amount: i64,
    balance_after: i64,
    service: String,
    recorded_at: i64,
    occurred_at: i64,
    description: String,
    reference: String,
}

/// Those beyond the one number, up to the other.
pub(super) async fn entries(reader: &mut Connection, company_id: i64, after: i64, last: i64) -> Outcome<Vec<Entry>> {
    let rows: Vec<EntryRow> = sqlx::query_as(
        "SELECT number, kind, amount, balance_after, service, recorded_at, occurred_at, description, reference \
         FROM ledger_entry \
         WHERE company_id = $1 \
           AND number > $2 \
           AND number <= $3 \
         ORDER BY number",
    )
    .bind(company_id)
    .bind(after)
    .bind(last)
    .fetch_all(reader)
    .await?;
    rows.into_iter().map(|row| row.entry(company_id)).collect()
}

/// The balance that an entry left; nothing before the first one. `None` where there is no such entry.
pub(super) async fn balance_after(reader: &mut Connection, company_id: i64, number: i64) -> Outcome<Option<Kopecks>> {
    if number == 0 {
        return Ok(Some(Kopecks::ZERO));
    }
    let balance: Option<i64> =
        sqlx::query_scalar("SELECT balance_after FROM ledger_entry WHERE company_id = $1 AND number = $2")
            .bind(company_id)
            .bind(number)
            .fetch_optional(reader)
            .await?;
    Ok(balance.map(Kopecks::new))
}

impl EntryRow {
    fn entry(self, company_id: i64) -> Outcome<Entry> {
        Ok(Entry {
            number: self.number,
            kind: kind(&self.kind, company_id)?,
            amount: Kopecks::new(self.amount),
            balance_after: Kopecks::new(self.balance_after),
            service: self.service,
            recorded_at: self.recorded_at,
            occurred_at: self.occurred_at,
            description: self.description,
            reference: self.reference,
        })
    }
}

pub(super) fn kind(text: &str, company_id: i64) -> Outcome<EntryKind> {
    let corrupt = || Failure::Corrupt { table: "ledger_entry", column: "kind", id: format!("company {company_id}") };
    EntryKind::parse(text).ok_or_else(corrupt)
}
