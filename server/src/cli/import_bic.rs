//! `kontora import-bic`: the directory of banks from a file of the Bank of Russia.

use std::fs;
use std::path::Path;

use app::directories::ImportReport;
use server::config::Config;
use server::directory::LARGEST_FILE;

use super::open::{open, told};

/// Prints what the import changed; an error, with nothing changed, when the file is refused.
pub async fn import(config: Config, path: &Path, is_confirmed: bool) -> Result<(), String> {
    let unread = |reason: String| format!("{}: {reason}", path.display());
    let size = fs::metadata(path).map_err(|error| unread(error.to_string()))?.len();
    if size > LARGEST_FILE as u64 {
        return Err(unread("too large for the directory of BICs".to_owned()));
    }
    let file = fs::read(path).map_err(|error| unread(error.to_string()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let state = open(config).await?;
    let imported = state.store.import_banks(&name, file, is_confirmed).await.map_err(told);
    state.store.close().await;
    say(&imported?);
    Ok(())
}

fn say(report: &ImportReport) {
    let ImportReport { business_day, entries, accounts, added, changed, gone } = report;
    println!("Directory of BICs of {business_day}: {entries} entries, {accounts} accounts");
    println!("{added} added, {changed} changed, {gone} gone");
}
