//! PostgreSQL, for installations with several servers.

use std::time::Duration;

use app::error::{ApiError, VIEWING};
use sqlx::migrate::MigrateError;
use sqlx::postgres::PgPoolOptions;

use crate::failure::Outcome;

pub type Database = sqlx::Postgres;
const BEGIN: &str = "BEGIN";

/// Locks the rows read, where two writers could meet. What only refers to them does not wait.
macro_rules! for_update {
    () => {
        " FOR NO KEY UPDATE"
    };
}

/// Passes over rows that others hold: for what can wait.
macro_rules! skip_locked {
    () => {
        " FOR UPDATE SKIP LOCKED"
    };
}

/// Keeps the rows read as they are, where many may rely on them at once.
macro_rules! for_share {
    () => {
        " FOR SHARE"
    };
}

#[expect(clippy::duplicate_mod, reason = "one SQL text, compiled against each driver's concrete types")]
#[path = "../desk.rs"]
pub mod desk;

/// Where to read and where to write: the same pool.
#[derive(Clone)]
pub struct Db {
    pub reads: sqlx::PgPool,
    pub writes: sqlx::PgPool,
    is_for_looking: bool,
}

impl Db {
    /// Begins a transaction that will write.
    pub(crate) async fn begin(&self) -> Outcome<sqlx::Transaction<'static, Database>> {
        if self.is_for_looking {
            return Err(ApiError::Refused(VIEWING.to_owned()).into());
        }
        Ok(self.writes.begin_with(BEGIN).await?)
    }

    /// A connection that writes, where one is to be had at once or nearly so: for what is noted beside a read.
    pub(crate) async fn writer_soon(&self) -> Option<sqlx::pool::PoolConnection<Database>> {
        super::soon(&self.writes).await
    }

    /// The same database, where every transaction that would write is refused.
    pub(crate) fn for_looking(&self) -> Self {
        Self { is_for_looking: true, ..self.clone() }
    }
}

/// Connects to `postgres://…` and migrates the schema.
pub async fn open(url: &str) -> sqlx::Result<Db> {
    let pool = connect(url).await?;
    super::migrator().run(&pool).await.map_err(|error: MigrateError| sqlx::Error::Migrate(Box::new(error)))?;
    Ok(Db { reads: pool.clone(), writes: pool, is_for_looking: false })
}

/// Connects without changing anything; with the migrations that have been applied.
pub async fn look(url: &str) -> sqlx::Result<(Db, Vec<super::Applied>)> {
    let pool = connect(url).await?;
    let has_been_migrated: bool =
        sqlx::query_scalar("SELECT to_regclass('_sqlx_migrations') IS NOT NULL").fetch_one(&pool).await?;
    let applied = if has_been_migrated {
        sqlx::query_as("SELECT version, checksum, success FROM _sqlx_migrations").fetch_all(&pool).await?
    } else {
        Vec::new()
    };
    Ok((Db { reads: pool.clone(), writes: pool, is_for_looking: false }, applied))
}

async fn connect(url: &str) -> sqlx::Result<sqlx::PgPool> {
    PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(10)).connect(url).await
}
