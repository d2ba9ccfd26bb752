//! What every command begins with: the house and its database.

use std::sync::Arc;

use app::error::ApiError;
use app::values::{Lang, message};
use app::words;
use server::AppState;
use server::clock::{SystemChance, SystemClock};
use server::config::Config;
use server::db;
use server::failure::Failure;
use server::house::House;
use server::passwords::Passwords;

/// Makes the folders, opens the database, brings its schema up to date.
pub async fn open(config: Config) -> Result<AppState, String> {
    config.make_folders()?;
    let house = house(config)?;
    let store = db::open(&house.config.database_url, Arc::clone(&house)).await?;
    Ok(AppState::new(house, store))
}

/// The house with the system's clock and chance.
pub fn house(config: Config) -> Result<Arc<House>, String> {
    let passwords = Passwords::new().map_err(|failure| failure.to_string())?;
    Ok(Arc::new(House::new(config, Arc::new(SystemClock), Arc::new(SystemChance), passwords)))
}

/// A failure in words for whoever typed the command.
pub fn told(failure: Failure) -> String {
    match failure {
        Failure::Refused(error) => refusal(&error),
        broken => broken.to_string(),
    }
}

fn refusal(error: &ApiError) -> String {
    let Some(invalid) = error.invalid() else {
        return words::problems::text(error, Lang::En);
    };
    let lines = invalid.iter().flat_map(|(field, problems)| {
        problems.iter().map(move |problem| format!("{field}: {}", message(problem, Lang::En)))
    });
    lines.collect::<Vec<_>>().join("\n")
}
