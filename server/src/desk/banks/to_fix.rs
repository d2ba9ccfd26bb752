//! Companies within reach whose stored bank or correspondent account is not valid by the loaded directory.

use std::collections::BTreeMap;

use app::requisites::{BankFault, Bic, ToFix};
use app::values::CompanyId;
use sqlx::QueryBuilder;

use super::super::actor::{CompanyAdmin, Reach};
use super::super::{Connection, Database, Engine};
use super::{loaded, today};
use crate::failure::{Failure, Outcome};

/// Pairs a statement, well under what either engine takes in parameters, and the longest list given.
const PAIRS: usize = 500;
const LISTED: usize = 1000;

#[derive(sqlx::FromRow)]
struct Stored {
    id: i64,
    name: String,
    bic: String,
    correspondent_account: String,
}

/// A BIC with a correspondent account, as companies have stored them.
type Pair = (String, String);

/// By ID, at most 1000; none while no directory is loaded. Many companies share few banks, so the pairs are judged and
/// only the companies of those at fault are read.
pub(in super::super) async fn to_fix(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<Vec<ToFix>> {
    let mut connection = engine.db.reads.acquire().await?;
    let Some(banks) = loaded(engine, &mut connection).await? else { return Ok(Vec::new()) };
    let today = today(&engine.house);
    let mut faults: BTreeMap<Pair, BankFault> = BTreeMap::new();
    for (bic, account) in pairs(&mut connection, admin.reach()).await? {
        let bank = Bic::parse(&bic).ok().and_then(|bic| banks.find(&bic));
        if let Some(fault) = BankFault::of(bank, &account, &today) {
            faults.insert((bic, account), fault);
        }
    }
    let mut holders: Vec<Stored> = Vec::new();
    for pairs in faults.keys().collect::<Vec<_>>().chunks(PAIRS) {
        holders.extend(of_pairs(&mut connection, admin.reach(), pairs).await?);
        holders.sort_by_key(|stored| stored.id);
        holders.truncate(LISTED);
    }
    holders.into_iter().filter_map(|stored| stored.with_reason(&faults)).collect()
}

/// Each pair that is stored within reach, once.
async fn pairs(connection: &mut Connection, reach: Reach) -> Outcome<Vec<Pair>> {
    let pairs = sqlx::query_as(
        "SELECT DISTINCT bic, correspondent_account \
         FROM company \
         WHERE bic <> '' \
           AND ($1 OR company.id = $2 OR company.reseller_id = $2)",
    )
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_all(connection)
    .await?;
    Ok(pairs)
}

/// The first companies within reach that have stored one of these pairs.
async fn of_pairs(connection: &mut Connection, reach: Reach, pairs: &[&Pair]) -> Outcome<Vec<Stored>> {
    let mut select = QueryBuilder::<Database>::new(
        "SELECT id, name, bic, correspondent_account FROM company WHERE (bic, correspondent_account) IN (VALUES ",
    );
    let mut list = select.separated(", ");
    for (bic, account) in pairs {
        list.push("(").push_bind_unseparated(bic.as_str()).push_unseparated(", ");
        list.push_bind_unseparated(account.as_str()).push_unseparated(")");
    }
    select.push(") AND (").push_bind(reach.everything);
    select.push(" OR company.id = ").push_bind(reach.root);
    select.push(" OR company.reseller_id = ").push_bind(reach.root);
    select.push(") ORDER BY company.id LIMIT ").push_bind(i64::try_from(LISTED).unwrap_or(i64::MAX));
    Ok(select.build_query_as().fetch_all(connection).await?)
}

impl Stored {
    /// Nothing where the company was saved with another bank between the two questions.
    fn with_reason(self, faults: &BTreeMap<Pair, BankFault>) -> Option<Outcome<ToFix>> {
        let Self { id, name, bic, correspondent_account } = self;
        let pair = (bic, correspondent_account);
        let reason = *faults.get(&pair)?;
        let corrupt = || Failure::Corrupt { table: "company", column: "id", id: id.to_string() };
        Some(CompanyId::new(id).ok_or_else(corrupt).map(|id| ToFix { id, name, bic: pair.0, reason }))
    }
}
