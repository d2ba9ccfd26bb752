//! Everybody within reach where they are too many to be sent: the newest, or those whom a query finds by the page's own
//! rule.

use app::people::{Employee, MOST_FOUND, MOST_USERS, Sought, exactly, found_among};
use app::values::UserId;

use super::super::Engine;
use super::super::actor::Reach;
use super::super::second_factor::has_second_factor;
use super::{grouped, one, people_where, user};
use crate::failure::{Failure, Outcome};

/// So many people are searched at a time.
const PART: i64 = 20_000;

#[derive(sqlx::FromRow)]
struct SoughtRow {
    id: i64,
    full_name: String,
    email: String,
}

/// How many people there are within reach.
pub(super) async fn count(engine: &Engine, reach: Reach) -> Outcome<usize> {
    let count: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE $1 OR company.id = $2 OR company.reseller_id = $2",
    )
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_one(&engine.db.reads)
    .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The newest people within reach, the earliest of them first.
pub(super) async fn newest(engine: &Engine, reach: Reach) -> Outcome<Vec<Employee>> {
    let rows = sqlx::query_as(people_where!(
        "($1 OR company.id = $2 OR company.reseller_id = $2) \
         AND person.id >= (SELECT COALESCE(MIN(newest.id), 0) \
                           FROM (SELECT person.id \
                                 FROM person \
                                 JOIN company ON company.id = person.company_id \
                                 WHERE $1 OR company.id = $2 OR company.reseller_id = $2 \
                                 ORDER BY person.id DESC \
                                 LIMIT $3) AS newest)"
    ))
    .bind(reach.everything)
    .bind(reach.root)
    .bind(i64::try_from(MOST_USERS).unwrap_or(i64::MAX))
    .fetch_all(&engine.db.reads)
    .await?;
    grouped(&rows)
}

/// The newest of those whom a query finds, and whoever has the ID that it is; the earliest first.
pub(super) async fn found(engine: &Engine, reach: Reach, typed: &str) -> Outcome<Vec<Employee>> {
    let mut ids = matching(engine, reach, typed).await?;
    if let Some(id) = exactly(typed).filter(|id| !ids.contains(id))
        && user::find(&engine.db.reads, reach, id).await?.is_some()
    {
        ids.push(id);
    }
    ids.sort_unstable();
    let mut people = Vec::with_capacity(ids.len());
    for id in ids {
        people.extend(one(&engine.db.reads, id.value()).await?);
    }
    Ok(people)
}

/// Part after part, so that not everybody is in memory at once; it ends with the first [`MOST_FOUND`].
async fn matching(engine: &Engine, reach: Reach, typed: &str) -> Outcome<Vec<UserId>> {
    let (mut ids, mut below) = (Vec::new(), i64::MAX);
    while ids.len() < MOST_FOUND {
        let part = part(engine, reach, below).await?;
        let Some(last) = part.last() else { break };
        below = last.id.value();
        let typed = typed.to_owned();
        let searched = tokio::task::spawn_blocking(move || found_among(&part, &typed)).await;
        ids.extend(searched.map_err(|error| Failure::Broken(error.to_string()))?);
    }
    ids.truncate(MOST_FOUND);
    Ok(ids)
}

/// The newest people below an ID.
async fn part(engine: &Engine, reach: Reach, below: i64) -> Outcome<Vec<Sought>> {
    let rows: Vec<SoughtRow> = sqlx::query_as(
        "SELECT person.id, person.full_name, person.email \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE ($1 OR company.id = $2 OR company.reseller_id = $2) \
           AND person.id < $3 \
         ORDER BY person.id DESC \
         LIMIT $4",
    )
    .bind(reach.everything)
    .bind(reach.root)
    .bind(below)
    .bind(PART)
    .fetch_all(&engine.db.reads)
    .await?;
    let sought = |SoughtRow { id, full_name, email }: SoughtRow| {
        let corrupt = |_| Failure::Corrupt { table: "person", column: "id", id: id.to_string() };
        Ok(Sought { id: UserId::try_from(id).map_err(corrupt)?, full_name, email })
    };
    rows.into_iter().map(sought).collect()
}
