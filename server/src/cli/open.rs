//! What every command begins with: the house and its database.

use std::sync::Arc;

use server::AppState;
use server::clock::{SystemChance, SystemClock};
use server::config::Config;
use server::db;
use server::house::House;
use server::passwords::Passwords;

/// Makes the folders, opens the database, brings its schema up to date.
pub async fn open(config: Config) -> Result<AppState, String> {
    config.make_folders()?;
    let passwords = Passwords::new().map_err(|failure| failure.to_string())?;
    let house = Arc::new(House::new(config, Arc::new(SystemClock), Arc::new(SystemChance), passwords));
    let store = db::open(&house.config.database_url, Arc::clone(&house)).await?;
    Ok(AppState::new(house, store))
}
