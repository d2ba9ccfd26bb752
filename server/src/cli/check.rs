//! `kontora check`: settings, database and mail, a line each. It looks and changes nothing.

use std::sync::Arc;

use server::config::Config;
use server::db::{self, Found};
use server::house::House;
use server::store::Store;

use super::open::{house, told};

const WIDTH: usize = 10;

/// Prints four lines; an error when any of what they tell of fails.
pub async fn check(config: Config) -> Result<(), String> {
    say("settings", "ok");
    let house = house(config)?;
    let found = db::look(&house.config.database_url, Arc::clone(&house)).await;
    let database = match &found {
        Ok(found) => database(found).await,
        Err(reason) => Err(reason.clone()),
    };
    let ledgers = ledgers(found.as_ref().ok()).await;
    let mail = mail(&house, found.as_ref().ok()).await;
    let failed =
        [("database", &database), ("ledgers", &ledgers), ("mail", &mail)].into_iter().filter(|(name, outcome)| {
            say(name, outcome.as_ref().map_or_else(|reason| format!("FAILED: {reason}"), Clone::clone).as_str());
            outcome.is_err()
        });
    let failed: Vec<&str> = failed.map(|(name, _)| name).collect();
    if let Ok(Found::Here { store, .. }) = found {
        store.close().await;
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// The same for settings that could not even be read.
pub fn settings_are_wrong(problems: &str) -> String {
    say("settings", &format!("FAILED: {}", problems.replace('\n', "; ")));
    say("database", "not checked");
    say("ledgers", "not checked");
    say("mail", "not checked");
    "failed: settings".to_owned()
}

async fn database(found: &Found) -> Result<String, String> {
    match found {
        Found::Nothing => Ok("ok, none yet: the first start makes it".to_owned()),
        Found::Here { behind: 0, store } if store.is_empty().await.map_err(told)? => {
            Ok("ok, without any company: kontora create-operator EMAIL".to_owned())
        }
        Found::Here { behind: 0, .. } => Ok("ok".to_owned()),
        Found::Here { behind, .. } => Ok(format!("ok, changes of the schema that the next start makes: {behind}")),
    }
}

/// Whether every balance is the sum of its entries, without gaps; the first company whose is not is named.
async fn ledgers(found: Option<&Found>) -> Result<String, String> {
    match found {
        Some(Found::Here { behind: 0, store }) => match store.broken_ledger().await.map_err(told)? {
            None => Ok("ok".to_owned()),
            Some(company) => Err(format!("the balance of company {company} is not the sum of its entries")),
        },
        Some(Found::Nothing) => Ok("ok, none yet".to_owned()),
        _ => Ok("not checked".to_owned()),
    }
}

/// Letters are counted first: they matter most while none can leave.
async fn mail(house: &House, found: Option<&Found>) -> Result<String, String> {
    let undelivered = undelivered(found).await;
    match house.post.probe().await {
        Ok(()) => Ok(format!("ok{undelivered}")),
        Err(reason) => Err(format!("{reason}{undelivered}")),
    }
}

async fn undelivered(found: Option<&Found>) -> String {
    let store: &Arc<dyn Store> = match found {
        Some(Found::Here { behind: 0, store }) => store,
        Some(Found::Nothing) => return ", undelivered letters: 0".to_owned(),
        _ => return String::new(),
    };
    store.dead_letters().await.map_or_else(|_| String::new(), |dead| format!(", undelivered letters: {dead}"))
}

fn say(name: &str, outcome: &str) {
    println!("{name:WIDTH$}{outcome}");
}
