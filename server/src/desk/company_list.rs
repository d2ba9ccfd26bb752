//! Every company that one person may see, in memory by version.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use app::companies::list::{CompanyList, Numbers};
use app::companies::{Book, Kind};
use app::money::{Burn, Cause};
use app::values::{CompanyId, HOUR_MS, Kopecks};

use super::actor::CompanyAdmin;
use super::company_row::{CompanyRow, company_columns};
use super::{Engine, Tx, money};
use crate::failure::{Failure, Outcome};
use crate::lists::Scope;
use crate::zones::offset_minutes;

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    company: CompanyRow,
    created_at: i64,
    employees: i64,
    lacks_administrator: bool,
}

/// The list with its version: the same version means the same list.
pub(super) async fn load(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<(String, Arc<Book>)> {
    let house = &engine.house;
    let (scope, now) = (admin.scope(), house.now());
    let version = version(engine, scope, now).await?;
    if let Some(book) = house.lists.find(scope, &version, now) {
        return Ok((version, book));
    }
    let book = Arc::new(bind(read(engine, admin).await?, admin).await?);
    house.lists.keep(scope, version.clone(), Arc::clone(&book), now);
    Ok((version, book))
}

/// Counts the change of anything that a list shows of this company. On its own row: a reseller's affiliates do not wait
/// for each other.
pub(super) async fn touch(tx: &mut Tx, company_id: i64) -> Outcome<()> {
    sqlx::query("UPDATE company SET list_version = list_version + 1 WHERE id = $1")
        .bind(company_id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Leaves the count of a company that is about to go with its reseller, so that no sum comes twice.
pub(super) async fn leave_count(tx: &mut Tx, company_id: i64) -> Outcome<()> {
    sqlx::query(
        "UPDATE company \
         SET list_version = list_version + 1 + (SELECT list_version FROM company WHERE id = $1) \
         WHERE id = (SELECT reseller_id FROM company WHERE id = $1)",
    )
    .bind(company_id)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Zone offsets are part of the list, so the version changes with the hour too.
async fn version(engine: &Engine, scope: Scope, now: i64) -> Outcome<String> {
    let (counted, companies): (i64, i64) = match scope {
        Scope::All => {
            sqlx::query_as("SELECT CAST(COALESCE(SUM(list_version), 0) AS BIGINT), COUNT(*) FROM company")
                .fetch_one(&engine.db.reads)
                .await?
        }
        Scope::Tree(id) => {
            sqlx::query_as(
                "SELECT CAST(COALESCE(SUM(list_version), 0) AS BIGINT), COUNT(*) \
                 FROM company \
                 WHERE id = $1 \
                    OR reseller_id = $1",
            )
            .bind(id)
            .fetch_one(&engine.db.reads)
            .await?
        }
    };
    Ok(format!("{counted}-{companies}-{}", now.div_euclid(HOUR_MS)))
}

async fn read(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<CompanyList> {
    let reach = admin.reach();
    let now = engine.house.now();
    let rows: Vec<ListedRow> = sqlx::query_as(concat!(
        "SELECT ",
        company_columns!(),
        ", company.created_at, (SELECT COUNT(*) FROM person WHERE person.company_id = company.id) AS employees, \
           NOT EXISTS (SELECT 1 \
                       FROM person \
                       JOIN person_role ON person_role.person_id = person.id \
                       WHERE person.company_id = company.id \
                         AND person.state = 'active' \
                         AND person_role.role <> 'chat_operator') AS lacks_administrator \
         FROM company \
         WHERE $1 OR company.id = $2 OR company.reseller_id = $2 \
         ORDER BY company.id"
    ))
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_all(&engine.db.reads)
    .await?;
    let suspensions = money::suspensions(engine, reach).await?;
    let mut burns = money::Burns::read(engine, reach).await?;
    let mut offsets = HashMap::new();
    let mut list = CompanyList::default();
    for row in &rows {
        let zone = row.company.time_zone.as_str();
        let offset = *offsets.entry(zone).or_insert_with(|| offset_minutes(zone, now));
        let since = suspensions.get(&row.company.id);
        list.push(numbers(row, since, burns.of(&row.company, row.created_at), now)?, zone, offset, texts(&row.company));
    }
    Ok(list)
}

/// Indexing and sorting a hundred thousand companies takes a good part of a second: not on the runtime's threads.
async fn bind(list: CompanyList, admin: CompanyAdmin<'_>) -> Outcome<Book> {
    let own =
        CompanyId::new(admin.reach().root).ok_or_else(|| Failure::Broken("an actor without a company".to_owned()))?;
    let work = tokio::task::spawn_blocking(move || Book::new(list, own));
    work.await.map_err(|error| Failure::Broken(error.to_string()))
}

fn numbers(row: &ListedRow, since: Option<&BTreeMap<Cause, i64>>, burn: Burn, now: i64) -> Outcome<Numbers> {
    let company = &row.company;
    let corrupt = |column| Failure::Corrupt { table: "company", column, id: company.id.to_string() };
    Ok(Numbers {
        id: CompanyId::new(company.id).ok_or_else(|| corrupt("id"))?,
        kind: Kind::parse(&company.kind).ok_or_else(|| corrupt("kind"))?,
        is_confirmed: company.confirmed_at.is_some(),
        balance: company.balance(),
        credit_limit: company.credit_limit(),
        effective_limit: money::effective_limit(company, now),
        burn,
        threshold: company.notification_threshold.map(Kopecks::new),
        suspended: money::suspended(company, since.unwrap_or(&BTreeMap::new()), now),
        postponed: money::postponed(company, now),
        employees: u32::try_from(row.employees).unwrap_or(u32::MAX),
        lacks_administrator: row.lacks_administrator,
        zone: 0,
    })
}

fn texts(company: &CompanyRow) -> [&str; 12] {
    [
        &company.name,
        &company.email,
        &company.phone,
        &company.inn,
        &company.kpp,
        &company.ogrn,
        &company.bic,
        &company.bank,
        &company.correspondent_account,
        &company.account,
        &company.legal_address,
        &company.postal_address,
    ]
}
