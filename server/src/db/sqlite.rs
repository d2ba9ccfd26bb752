//! SQLite, embedded: one writer, several readers, every commit on disk before it is answered.

use std::str::FromStr as _;
use std::time::Duration;

use app::error::{ApiError, VIEWING};
use sqlx::Connection as _;
use sqlx::migrate::MigrateError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::failure::Outcome;

pub type Database = sqlx::Sqlite;
/// Takes the write lock at once, so that a transaction never fails half way for want of it.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// SQLite has one writer at a time, so no row needs locking.
macro_rules! for_update {
    () => {
        ""
    };
}

/// Nor passed over.
macro_rules! skip_locked {
    () => {
        ""
    };
}

/// Nor kept as it is.
macro_rules! for_share {
    () => {
        ""
    };
}

#[path = "../desk.rs"]
pub mod desk;

/// Where to read and where to write.
#[derive(Clone)]
pub struct Db {
    pub reads: sqlx::SqlitePool,
    pub writes: sqlx::SqlitePool,
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

/// Opens or creates the file of `sqlite:PATH` and migrates it.
pub async fn open(url: &str) -> sqlx::Result<Db> {
    let options = options(url)?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let writes = SqlitePoolOptions::new()
        .max_connections(1)
        // A full disk ends a transaction behind the driver's back, which then believes in it for ever: such a connection
        // gives way to a new one. The ping comes after whatever was still to be rolled back.
        .after_release(|connection, _| {
            Box::pin(async move {
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
        .connect_with(options.clone())
        .await?;
    super::migrator().run(&writes).await.map_err(|error: MigrateError| sqlx::Error::Migrate(Box::new(error)))?;
    let reads = SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?;
    Ok(Db { reads, writes, is_for_looking: false })
}

/// Opens the file for reading, if it is there; with the migrations that have been applied to it.
pub async fn look(url: &str) -> sqlx::Result<Option<(Db, Vec<super::Applied>)>> {
    let options = options(url)?;
    if !options.get_filename().exists() {
        return Ok(None);
    }
    let reads = SqlitePoolOptions::new().max_connections(1).connect_with(options.read_only(true)).await?;
    let has_been_migrated: bool =
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations')")
            .fetch_one(&reads)
            .await?;
    let applied = if has_been_migrated {
        sqlx::query_as("SELECT version, checksum, success FROM _sqlx_migrations").fetch_all(&reads).await?
    } else {
        Vec::new()
    };
    Ok(Some((Db { reads: reads.clone(), writes: reads, is_for_looking: false }, applied)))
}

fn options(url: &str) -> sqlx::Result<SqliteConnectOptions> {
    Ok(SqliteConnectOptions::from_str(url)?.busy_timeout(Duration::from_secs(10)))
}
