//! PostgreSQL, for installations with several servers.

use std::time::Duration;

use sqlx::migrate::MigrateError;
use sqlx::postgres::PgPoolOptions;

pub type Database = sqlx::Postgres;
const BEGIN: &str = "BEGIN";

/// Locks the rows read, where two writers could meet.
macro_rules! for_update {
    () => {
        " FOR UPDATE"
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
}

impl Db {
    /// Begins a transaction that will write.
    pub async fn begin(&self) -> sqlx::Result<sqlx::Transaction<'static, Database>> {
        self.writes.begin_with(BEGIN).await
    }
}

/// Connects to `postgres://…` and migrates the schema.
pub async fn open(url: &str) -> sqlx::Result<Db> {
    let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(10)).connect(url).await?;
    super::migrator().run(&pool).await.map_err(|error: MigrateError| sqlx::Error::Migrate(Box::new(error)))?;
    Ok(Db { reads: pool.clone(), writes: pool })
}
