//! A fresh database for one story, gone with it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{env, fs, process};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Where the throw-away server is: the URL of a database from which others may be created.
const SERVER: &str = "KONTORA_TEST_POSTGRES";
/// Set where a story on PostgreSQL must not be passed over.
const REQUIRED: &str = "KONTORA_TEST_REQUIRE_POSTGRES";

pub struct Database {
    pub engine: Engine,
    pub url: String,
    /// For what lies in files: a database of SQLite, and the letters.
    pub folder: PathBuf,
    name: String,
}

impl Database {
    /// `None` where the engine is PostgreSQL and no server is named.
    pub async fn create(engine: Engine) -> Option<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!("story_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}/kontora.db", env::temp_dir().join(&name).display()),
            Engine::Postgres => with_database(&server()?, &name),
        };
        let folder = env::temp_dir().join(&name);
        fs::create_dir_all(&folder).unwrap();
        let database = Self { engine, url, folder, name };
        if engine == Engine::Postgres {
            database.at_server("CREATE DATABASE").await;
        }
        Some(database)
    }

    /// After the last connection has been closed.
    pub async fn remove(&self) {
        if self.engine == Engine::Postgres {
            self.at_server("DROP DATABASE").await;
        }
        fs::remove_dir_all(&self.folder).unwrap();
    }

    async fn at_server(&self, statement: &str) {
        let mut server = PgConnection::connect(&server().unwrap()).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("{statement} {}", self.name))).execute(&mut server).await.unwrap();
        server.close().await.unwrap();
    }

    /// Runs a statement past the product, as a broken program would; how many rows it touched.
    pub async fn execute(&self, statement: &'static str) -> sqlx::Result<u64> {
        match self.engine {
            Engine::Sqlite => {
                let mut connection = SqliteConnection::connect(&self.url).await?;
                let done = sqlx::query(statement).execute(&mut connection).await;
                connection.close().await?;
                Ok(done?.rows_affected())
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&self.url).await?;
                let done = sqlx::query(statement).execute(&mut connection).await;
                connection.close().await?;
                Ok(done?.rows_affected())
            }
        }
    }

    /// Runs a statement that nobody sees until it is committed, as another server would.
    pub async fn begin(&self, statement: &'static str) -> Begun {
        match self.engine {
            Engine::Sqlite => {
                let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
                sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
                sqlx::query(statement).execute(&mut connection).await.unwrap();
                Begun::Sqlite(connection)
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&self.url).await.unwrap();
                sqlx::query("BEGIN").execute(&mut connection).await.unwrap();
                sqlx::query(statement).execute(&mut connection).await.unwrap();
                Begun::Postgres(connection)
            }
        }
    }

    /// The one number that a query finds.
    pub async fn number(&self, query: &'static str) -> i64 {
        match self.engine {
            Engine::Sqlite => {
                let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
                sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&self.url).await.unwrap();
                sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
            }
        }
    }

    /// The one text that a query finds.
    pub async fn text(&self, query: &'static str) -> String {
        match self.engine {
            Engine::Sqlite => {
                let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
                sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
            }
            Engine::Postgres => {
                let mut connection = PgConnection::connect(&self.url).await.unwrap();
                sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
            }
        }
    }
}

/// A transaction of another server's.
pub enum Begun {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Begun {
    pub async fn commit(self) {
        match self {
            Self::Sqlite(mut connection) => {
                sqlx::query("COMMIT").execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
            }
            Self::Postgres(mut connection) => {
                sqlx::query("COMMIT").execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
            }
        }
    }
}

fn server() -> Option<String> {
    let server = env::var(SERVER).ok();
    if server.is_none() {
        assert!(env::var_os(REQUIRED).is_none(), "{REQUIRED} is set, but {SERVER} names no server");
        eprintln!("skipped: {SERVER} names no PostgreSQL server");
    }
    server
}

fn with_database(server: &str, name: &str) -> String {
    let (address, options) =
        server.split_once('?').map_or((server, String::new()), |(address, options)| (address, format!("?{options}")));
    let (address, _) = address.rsplit_once('/').unwrap();
    format!("{address}/{name}{options}")
}
