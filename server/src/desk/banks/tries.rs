//! The tries to load a directory: each is recorded, those that changed nothing too.

use app::directories::{ImportRefusal, ImportReport, ImportTry};

use super::super::{Database, Tx};
use crate::failure::{Failure, Outcome};

/// Those shown; older ones stay recorded.
const SHOWN: i64 = 20;

/// The import whose entries are the directory.
#[derive(sqlx::FromRow)]
pub(super) struct Loaded {
    pub(super) number: i64,
    /// Unix milliseconds.
    pub(super) tried_at: i64,
    pub(super) business_day: String,
    pub(super) entries: i64,
    pub(super) accounts: i64,
}

/// A try as it is recorded.
pub(super) struct Record<'a> {
    pub(super) number: i64,
    pub(super) at: i64,
    pub(super) person_id: Option<i64>,
    pub(super) file_name: &'a str,
    pub(super) report: Option<&'a ImportReport>,
    pub(super) refusal: Option<&'a ImportRefusal>,
}

#[derive(sqlx::FromRow)]
struct TryRow {
    number: i64,
    tried_at: i64,
    full_name: Option<String>,
    file_name: String,
    business_day: Option<String>,
    entries: i64,
    accounts: i64,
    added: i64,
    changed: i64,
    gone: i64,
    refusal: String,
}

/// Nothing while no directory was ever loaded.
pub(super) async fn latest_loaded<'e, E>(executor: E) -> Outcome<Option<Loaded>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let loaded = sqlx::query_as(
        "SELECT number, tried_at, business_day, entries, accounts \
         FROM bank_import \
         WHERE refusal = '' \
         ORDER BY number DESC \
         LIMIT 1",
    )
    .fetch_optional(executor)
    .await?;
    Ok(loaded)
}

/// The latest tries, the newest first.
pub(super) async fn latest<'e, E>(executor: E) -> Outcome<Vec<ImportTry>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let rows: Vec<TryRow> = sqlx::query_as(
        "SELECT bank_import.number, bank_import.tried_at, person.full_name, bank_import.file_name, \
                bank_import.business_day, bank_import.entries, bank_import.accounts, bank_import.added, \
                bank_import.changed, bank_import.gone, bank_import.refusal \
         FROM bank_import \
         LEFT JOIN person ON person.id = bank_import.person_id \
         ORDER BY bank_import.number DESC \
         LIMIT $1",
    )
    .bind(SHOWN)
    .fetch_all(executor)
    .await?;
    rows.into_iter().map(TryRow::read).collect()
}

impl Record<'_> {
    pub(super) async fn write(&self, tx: &mut Tx) -> Outcome<()> {
        let none = ImportReport::default();
        let report = self.report.unwrap_or(&none);
        let refusal = match self.refusal {
            Some(refusal) => serde_json::to_string(refusal).map_err(|error| Failure::Broken(error.to_string()))?,
            None => String::new(),
        };
        sqlx::query(
            "INSERT INTO bank_import (number, tried_at, person_id, file_name, business_day, entries, accounts, added, \
                                      changed, gone, refusal) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(self.number)
        .bind(self.at)
        .bind(self.person_id)
        .bind(self.file_name)
        .bind(self.report.map(|report| report.business_day.as_str()))
        .bind(i64::from(report.entries))
        .bind(i64::from(report.accounts))
        .bind(i64::from(report.added))
        .bind(i64::from(report.changed))
        .bind(i64::from(report.gone))
        .bind(refusal)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

impl TryRow {
    fn read(self) -> Outcome<ImportTry> {
        let refusal = match self.refusal.as_str() {
            "" => None,
            json => Some(serde_json::from_str(json).map_err(|_| self.corrupt("refusal"))?),
        };
        Ok(ImportTry {
            report: self.report(),
            number: self.number,
            at: self.tried_at,
            by: self.full_name,
            file_name: self.file_name,
            refusal,
        })
    }

    fn report(&self) -> Option<ImportReport> {
        let business_day = self.business_day.clone()?;
        let [entries, accounts, added, changed, gone] =
            [self.entries, self.accounts, self.added, self.changed, self.gone].map(count);
        Some(ImportReport { business_day, entries, accounts, added, changed, gone })
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "bank_import", column, id: self.number.to_string() }
    }
}

pub(super) fn count(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or(u32::MAX)
}
