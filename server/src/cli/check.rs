//! `kontora check`: settings, database and mail, a line each.

use server::AppState;
use server::config::Config;

use super::open::{open, told};

const WIDTH: usize = 10;

/// Prints three lines; an error when any of the three fails.
pub async fn check(config: Config) -> Result<(), String> {
    say("settings", "ok");
    let opened = open(config.clone()).await;
    let database = match &opened {
        Ok(state) => database(state).await,
        Err(reason) => Err(reason.clone()),
    };
    let mail = match &opened {
        Ok(state) => mail(state).await,
        Err(_) => server::mail::Post::new(&config).probe().await.map(|()| "ok".to_owned()),
    };
    let failed = [("database", &database), ("mail", &mail)].into_iter().filter(|(name, outcome)| {
        say(name, outcome.as_ref().map_or_else(|reason| format!("FAILED: {reason}"), Clone::clone).as_str());
        outcome.is_err()
    });
    let failed: Vec<&str> = failed.map(|(name, _)| name).collect();
    if let Ok(state) = opened {
        state.store.close().await;
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// The same for settings that could not even be read.
pub fn settings_are_wrong(problems: &str) -> String {
    say("settings", &format!("FAILED: {}", problems.replace('\n', "; ")));
    say("database", "not checked");
    say("mail", "not checked");
    "failed: settings".to_owned()
}

async fn database(state: &AppState) -> Result<String, String> {
    let is_empty = state.store.is_empty().await.map_err(told)?;
    Ok(if is_empty { "ok, without any company: kontora create-operator EMAIL".to_owned() } else { "ok".to_owned() })
}

async fn mail(state: &AppState) -> Result<String, String> {
    let dead = state.store.dead_letters().await.map_err(told)?;
    state.house.post.probe().await?;
    Ok(format!("ok, undelivered letters: {dead}"))
}

fn say(name: &str, outcome: &str) {
    println!("{name:WIDTH$}{outcome}");
}
