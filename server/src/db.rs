//! The two engines. Each file names its driver's types and loads the one shared text of the desk.

pub mod postgres;
pub mod sqlite;

use std::sync::Arc;
use std::time::Duration;

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
                let behind = behind(&applied).map_err(|reason| refused(url, &reason))?;
                Ok(Found::Here { store: Arc::new(sqlite::desk::Engine::new(db, house)), behind })
            }
        },
        Engine::Postgres => {
            let (db, applied) = postgres::look(url).await.map_err(|error| broken(url, &error))?;
            let behind = behind(&applied).map_err(|reason| refused(url, &reason))?;
            Ok(Found::Here { store: Arc::new(postgres::desk::Engine::new(db, house)), behind })
        }
    }
}

/// A connection, if one is to be had within a quarter of a second.
async fn soon<D: sqlx::Database>(pool: &sqlx::Pool<D>) -> Option<sqlx::pool::PoolConnection<D>> {
    tokio::time::timeout(Duration::from_millis(250), pool.acquire()).await.ok()?.ok()
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
    refused(url, &error.to_string())
}

fn refused(url: &str, reason: &str) -> String {
    format!("KONTORA_DATABASE_URL: {}: {reason}", without_password(url))
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

/// What the database keeps of one change of its schema: version, checksum, and whether it went through.
type Applied = (i64, Vec<u8>, bool);

/// How many changes of the schema are still to be made.
///
/// # Errors
/// What the next start would refuse: a change that broke off, that this program does not know, or knows otherwise.
fn behind(applied: &[Applied]) -> Result<usize, String> {
    let migrator = migrator();
    for (version, checksum, is_done) in applied {
        let known = migrator.iter().find(|migration| migration.version == *version);
        match known {
            _ if !is_done => return Err(format!("change {version} of the schema broke off")),
            None => return Err(format!("made by a newer program: change {version} of the schema is not known")),
            Some(known) if *known.checksum != **checksum => {
                return Err(format!("change {version} of the schema is not the one that this program knows"));
            }
            Some(_) => {}
        }
    }
    Ok(migrator.iter().count() - applied.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied() -> Vec<Applied> {
        migrator().iter().map(|known| (known.version, known.checksum.to_vec(), true)).collect()
    }

    #[test]
    fn what_is_missing_is_counted() {
        assert_eq!(behind(&applied()), Ok(0));
        assert_eq!(behind(&applied()[1..]), Ok(1));
    }

    #[test]
    fn what_the_start_would_refuse_is_an_error() {
        let changed = |change: fn(&mut Applied)| {
            let mut applied = applied();
            change(&mut applied[0]);
            behind(&applied)
        };
        assert!(changed(|(version, ..)| *version = 9_999_999).is_err());
        assert!(changed(|(_, checksum, _)| checksum[0] ^= 1).is_err());
        assert!(changed(|(.., is_done)| *is_done = false).is_err());
    }

    #[test]
    fn neither_password_nor_options_are_told() {
        assert_eq!(without_password("postgres://u:p@host/kontora?password=x"), "postgres://…@host/kontora");
        assert_eq!(without_password("sqlite:data/kontora.db"), "sqlite:data/kontora.db");
    }
}
