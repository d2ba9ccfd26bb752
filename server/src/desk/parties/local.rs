//! The table `party`, the platform's own directory of organizations.

use std::collections::{BTreeSet, HashMap};

use app::requisites::{Inn, LookUp, LookUpTrouble, Party, PartySource};
use app::values::DAY_MS;
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use sqlx::QueryBuilder;

use super::super::{Database, Tx};
use crate::failure::Outcome;

const FRESH_MS: i64 = 30 * DAY_MS;
/// Rows a statement, well under what either engine takes in parameters.
const ROWS: usize = 500;

/// Where rows come from.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Source {
    LookUp,
    Upload,
    Demo,
}

/// What the directory has of one INN.
pub(super) struct Local {
    found: Vec<Party>,
    /// Unix milliseconds; nothing where nothing was found.
    fetched_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct PartyRow {
    inn: String,
    kpp: String,
    ogrn: String,
    name: String,
    legal_address: String,
    status: String,
    is_branch: bool,
    actual_on: String,
    fetched_at: i64,
}

impl Local {
    pub(super) async fn find<'e, E>(executor: E, inn: &Inn) -> Outcome<Self>
    where
        E: sqlx::Executor<'e, Database = Database>,
    {
        let rows: Vec<PartyRow> = sqlx::query_as(
            "SELECT inn, kpp, ogrn, name, legal_address, status, is_branch, actual_on, fetched_at \
             FROM party \
             WHERE inn = $1 \
             ORDER BY place",
        )
        .bind(inn.as_str())
        .fetch_all(executor)
        .await?;
        let fetched_at = rows.iter().map(|row| row.fetched_at).min();
        Ok(Self { found: rows.into_iter().map(Party::from).collect(), fetched_at })
    }

    /// Good enough to ask nobody else.
    pub(super) fn is_fresh(&self, now: i64) -> bool {
        self.fetched_at.is_some_and(|at| now - at < FRESH_MS)
    }

    pub(super) fn answer(self, trouble: Option<LookUpTrouble>) -> LookUp {
        LookUp { found: self.found, trouble, as_of: self.fetched_at.map(day) }
    }
}

/// The day in Moscow, `YYYY-MM-DD`.
fn day(at: i64) -> String {
    let instant = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    let moscow = TimeZoneDatabase::bundled().get("Europe/Moscow").unwrap_or(TimeZone::UTC);
    moscow.to_datetime(instant).date().to_string()
}

pub(in super::super) async fn known<'e, E>(executor: E, inns: &BTreeSet<Inn>) -> Outcome<BTreeSet<String>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    if inns.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut select = QueryBuilder::<Database>::new("SELECT DISTINCT inn FROM party WHERE inn IN (");
    let mut list = select.separated(", ");
    for inn in inns {
        list.push_bind(inn.as_str());
    }
    select.push(")");
    let known: Vec<String> = select.build_query_scalar().fetch_all(executor).await?;
    Ok(known.into_iter().collect())
}

/// Writes these in place of whatever was known of their INNs. Of one INN the head office comes first.
pub(in super::super) async fn replace(tx: &mut Tx, parties: &[Party], source: Source, now: i64) -> Outcome<()> {
    let inns: Vec<&str> = parties.iter().map(|party| party.inn.as_str()).collect::<BTreeSet<_>>().into_iter().collect();
    for inns in inns.chunks(ROWS) {
        remove(tx, inns).await?;
    }
    let mut rows = placed(parties);
    // Two that write the same rows wait for each other, whatever order each was given them in.
    rows.sort_by_key(|(place, party)| (party.inn.as_str(), *place));
    for rows in rows.chunks(ROWS) {
        insert(tx, rows, source, now).await?;
    }
    Ok(())
}

/// Each with its place among those of its INN.
fn placed(parties: &[Party]) -> Vec<(i64, &Party)> {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    let mut placed = Vec::with_capacity(parties.len());
    for party in parties {
        let count = counts.entry(&party.inn).or_insert(0);
        placed.push((*count, party));
        *count += 1;
    }
    placed
}

async fn remove(tx: &mut Tx, inns: &[&str]) -> Outcome<()> {
    let mut delete = QueryBuilder::<Database>::new("DELETE FROM party WHERE inn IN (");
    let mut list = delete.separated(", ");
    for inn in inns {
        list.push_bind(*inn);
    }
    delete.push(")");
    delete.build().execute(&mut **tx).await?;
    Ok(())
}

/// A row that somebody else wrote since the removal gives way.
async fn insert(tx: &mut Tx, rows: &[(i64, &Party)], source: Source, now: i64) -> Outcome<()> {
    let mut insert = QueryBuilder::<Database>::new(
        "INSERT INTO party (inn, place, kpp, ogrn, name, legal_address, status, is_branch, actual_on, source, \
                            fetched_at) ",
    );
    insert.push_values(rows, |mut row, (place, party)| {
        row.push_bind(party.inn.as_str())
            .push_bind(*place)
            .push_bind(party.kpp.as_str())
            .push_bind(party.ogrn.as_str())
            .push_bind(party.name.as_str())
            .push_bind(party.legal_address.as_str())
            .push_bind(party.status.as_str())
            .push_bind(party.is_branch)
            .push_bind(party.actual_on.as_str())
            .push_bind(source.as_str())
            .push_bind(now);
    });
    insert.push(
        " ON CONFLICT (inn, place) DO UPDATE \
          SET kpp = excluded.kpp, ogrn = excluded.ogrn, name = excluded.name, \
              legal_address = excluded.legal_address, status = excluded.status, is_branch = excluded.is_branch, \
              actual_on = excluded.actual_on, source = excluded.source, fetched_at = excluded.fetched_at",
    );
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

impl Source {
    fn as_str(self) -> &'static str {
        match self {
            Self::LookUp => "look_up",
            Self::Upload => "upload",
            Self::Demo => "demo",
        }
    }
}

impl From<PartyRow> for Party {
    fn from(row: PartyRow) -> Self {
        Self {
            inn: row.inn,
            kpp: row.kpp,
            ogrn: row.ogrn,
            name: row.name,
            legal_address: row.legal_address,
            status: row.status,
            is_branch: row.is_branch,
            actual_on: row.actual_on,
            source: PartySource::Local,
        }
    }
}
