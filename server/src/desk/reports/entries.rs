//! The entries of a ledger, as statements take them.

use app::values::Kopecks;

use super::super::Connection;
use crate::failure::{Failure, Outcome};
use crate::reports::{Entry, Kind};

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

pub(super) fn kind(text: &str, company_id: i64) -> Outcome<Kind> {
    let corrupt = || Failure::Corrupt { table: "ledger_entry", column: "kind", id: format!("company {company_id}") };
    Kind::parse(text).ok_or_else(corrupt)
}
