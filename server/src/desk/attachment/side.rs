//! The companies of a request, as far as it matters whether one can come under the other.

use std::collections::HashMap;

use app::companies::Kind;

use super::super::{Database, Tx};
use crate::failure::{Failure, Outcome};

/// One company, seen from a request.
#[derive(sqlx::FromRow, Clone, Debug)]
pub(super) struct Side {
    pub(super) id: i64,
    pub(super) kind: String,
    pub(super) reseller_id: Option<i64>,
    pub(super) name: String,
    pub(super) currency: String,
    pub(super) time_zone: String,
    pub(super) confirmed_at: Option<i64>,
    pub(super) affiliates: i64,
    pub(super) balance: i64,
}

/// The columns of [`Side`].
macro_rules! side_columns {
    () => {
        "company.id, company.kind, company.reseller_id, company.name, company.currency, company.time_zone, \
         company.confirmed_at, \
         (SELECT COUNT(*) FROM company AS affiliate WHERE affiliate.reseller_id = company.id) AS affiliates, \
         COALESCE((SELECT ledger_entry.balance_after \
                   FROM ledger_entry \
                   WHERE ledger_entry.company_id = company.id \
                   ORDER BY ledger_entry.number DESC \
                   LIMIT 1), 0) AS balance"
    };
}

/// Those of all open requests, by ID.
pub(super) async fn of_open_requests<'e, E>(executor: E) -> Outcome<HashMap<i64, Side>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let sides: Vec<Side> = sqlx::query_as(concat!(
        "SELECT ",
        side_columns!(),
        " FROM company \
         WHERE company.id IN (SELECT reseller_id FROM support_request WHERE state = 'new' \
                              UNION SELECT company_id FROM support_request WHERE state = 'new')"
    ))
    .fetch_all(executor)
    .await?;
    Ok(sides.into_iter().map(|side| (side.id, side)).collect())
}

/// The two of one request, locked until the transaction ends: in the order of their IDs, so that two requests
/// that name the same companies the other way round do not wait for each other.
pub(super) async fn lock(tx: &mut Tx, reseller_id: i64, company_id: i64) -> Outcome<(Option<Side>, Option<Side>)> {
    sqlx::query(concat!("SELECT id FROM company WHERE id = $1 OR id = $2 ORDER BY id", for_update!()))
        .bind(reseller_id)
        .bind(company_id)
        .fetch_all(&mut **tx)
        .await?;
    // Read again: what they were before the wait may have changed.
    let reseller = find(tx, reseller_id).await?;
    Ok((reseller, find(tx, company_id).await?))
}

async fn find(tx: &mut Tx, id: i64) -> Outcome<Option<Side>> {
    let side = sqlx::query_as(concat!("SELECT ", side_columns!(), " FROM company WHERE company.id = $1"))
        .bind(id)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(side)
}

impl Side {
    pub(super) fn kind(&self) -> Outcome<Kind> {
        let corrupt = || Failure::Corrupt { table: "company", column: "kind", id: self.id.to_string() };
        Kind::parse(&self.kind).ok_or_else(corrupt)
    }
}

#[cfg(test)]
impl Side {
    /// A confirmed company in rubles that owes nothing.
    pub(super) fn example(id: i64, kind: Kind) -> Self {
        Self {
            id,
            kind: kind.as_str().to_owned(),
            reseller_id: (kind == Kind::Affiliate).then_some(99),
            name: String::new(),
            currency: "RUB".to_owned(),
            time_zone: "UTC".to_owned(),
            confirmed_at: Some(0),
            affiliates: 0,
            balance: 0,
        }
    }
}
