//! `kontora import-parties`: organizations of a CSV file into the platform's own directory, all of them or none.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use app::values::Lang;
use server::config::Config;
use server::directory::LARGEST_PARTIES_FILE;

use super::open::{open, told};

pub async fn import(config: Config, file: &Path) -> Result<(), String> {
    let bytes = read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let state = open(config).await?;
    let imported = state.store.import_parties(bytes).await.map_err(told);
    state.store.close().await;
    let report = imported?;
    if report.faults.is_empty() {
        println!("Organizations stored: {}", report.stored);
        return Ok(());
    }
    let lines = report.faults.iter().map(|fault| fault.text(Lang::En)).chain(["nothing was stored".to_owned()]);
    Err(lines.collect::<Vec<_>>().join("\n"))
}

/// At most one byte more than is taken, whatever lies there: that much says that it is too large.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST_PARTIES_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
