//! The two engines. Each file names its driver's types and loads the one shared text of the desk.

pub mod postgres;
pub mod sqlite;

use std::sync::Arc;

use crate::house::House;
use crate::store::Store;

/// Opens the database that the address names and brings its schema up to date.
///
/// # Errors
/// Names the address and what is wrong with it: unknown scheme, unreachable server, broken file, newer schema.
pub async fn open(url: &str, house: Arc<House>) -> Result<Arc<dyn Store>, String> {
    let broken = |error: sqlx::Error| format!("database {}: {error}", without_password(url));
    if url.starts_with("sqlite:") {
        let db = sqlite::open(url).await.map_err(broken)?;
        Ok(Arc::new(sqlite::desk::Engine::new(db, house)))
    } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        let db = postgres::open(url).await.map_err(broken)?;
        Ok(Arc::new(postgres::desk::Engine::new(db, house)))
    } else {
        Err("KONTORA_DATABASE_URL: neither sqlite: nor postgres://".to_owned())
    }
}

fn without_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) => format!("{}://…{}", &url[..scheme], &url[at..]),
        _ => url.to_owned(),
    }
}

fn migrator() -> sqlx::migrate::Migrator {
    sqlx::migrate!("../migrations")
}
