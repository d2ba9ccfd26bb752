//! Node.js: packages installed from a lock file, once for each state of that file.

use std::path::Path;
use std::process::Command;

use anyhow::bail;

use crate::fresh::{Stamp, read};
use crate::process::{on_path, output, run};
use crate::step::step;

/// The oldest major version that Playwright runs on.
const OLDEST: u32 = 20;

/// Are Node.js and npm on this machine?
pub(crate) fn is_here() -> bool {
    on_path("node").is_some() && on_path("npm").is_some()
}

/// Brings `folder/node_modules` to the state of `folder/package-lock.json`.
pub(crate) fn install(folder: &Path) -> anyhow::Result<()> {
    if !is_here() {
        bail!("Node.js and npm are missing\ninstall with: sudo apt-get install nodejs npm");
    }
    let version = output(Command::new("node").arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST) {
        bail!("Node.js is {version}; {OLDEST} or newer is needed");
    }
    let lock = read(&folder.join("package-lock.json"))?;
    let stamp = Stamp::new(folder.join("node_modules/.installed-from"), &[&lock]);
    if stamp.is_fresh() {
        return Ok(());
    }
    step(&format!("Node packages of {}", folder.display()), || {
        run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder))?;
        stamp.keep()
    })
}
