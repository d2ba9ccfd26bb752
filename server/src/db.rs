//! The two engines. Each file names its driver's types and loads the one shared text of the desk.

pub mod postgres;
pub mod sqlite;

use std::sync::Arc;

use sqlx::migrate::Migrator;

use crate::house::House;
use crate::store::Store;

/// A database as it was found, and left.
pub enum Found {
    /// No file yet: the first start makes it.
    Nothing,
    /// There; the next start makes so many changes to its schema.
    Here { store: Arc<dyn Store>, behind: usize },
}

/// Opens the database that the address names and brings its schema up to date.
///
/// # Errors
/// Names the setting, the address and what is wrong with it: unknown scheme, unreachable server, broken file, newer
/// schema.
pub async fn open(url: &str, house: Arc<House>) -> Result<Arc<dyn Store>, String> {
    match engine(url)? {
        Engine::Sqlite => {
            let db = sqlite::open(url).await.map_err(|error| broken(url, &error))?;
            Ok(Arc::new(sqlite::desk::Engine::new(db, house)))
        }
        Engine::Postgres => {
            let db = postgres::open(url).await.map_err(|error| broken(url, &error))?;
            Ok(Arc::new(postgres::desk::Engine::new(db, house)))
        }
    }
}

/// Looks at the database without changing anything in it. Errors as in [`open`].
pub async fn look(url: &str, house: Arc<House>) -> Result<Found, String> {
    match engine(url)? {
        Engine::Sqlite => match sqlite::look(url).await.map_err(|error| broken(url, &error))? {
            None => Ok(Found::Nothing),
            Some((db, applied)) => {
                Ok(Found::Here { store: Arc::new(sqlite::desk::Engine::new(db, house)), behind: behind(applied) })
            }
        },
        Engine::Postgres => {
            let (db, applied) = postgres::look(url).await.map_err(|error| broken(url, &error))?;
            Ok(Found::Here { store: Arc::new(postgres::desk::Engine::new(db, house)), behind: behind(applied) })
        }
    }
}

enum Engine {
    Sqlite,
    Postgres,
}

fn engine(url: &str) -> Result<Engine, String> {
    if url.starts_with("sqlite:") {
        Ok(Engine::Sqlite)
    } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        Ok(Engine::Postgres)
    } else {
        Err("KONTORA_DATABASE_URL: neither sqlite: nor postgres://".to_owned())
    }
}

fn broken(url: &str, error: &sqlx::Error) -> String {
    format!("KONTORA_DATABASE_URL: {}: {error}", without_password(url))
}

/// Neither the name and password before the host nor the options behind the database's name.
fn without_password(url: &str) -> String {
    let url = url.split('?').next().unwrap_or_default();
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) => format!("{}://…{}", &url[..scheme], &url[at..]),
        _ => url.to_owned(),
    }
}

fn migrator() -> Migrator {
    sqlx::migrate!("../migrations")
}

/// How many changes of the schema are not among the `applied` ones.
fn behind(applied: i64) -> usize {
    migrator().iter().count().saturating_sub(usize::try_from(applied).unwrap_or_default())
}
