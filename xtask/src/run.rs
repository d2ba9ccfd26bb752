//! `cargo xtask run`: build, a demo database if there is none, serve.

use std::fs;
use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, bail};

use crate::fresh::clear;
use crate::process::run as finish;
use crate::step::{note, step};
use crate::{build, places};

const SIGN_INS: &str = "  operator@demo.test    the platform's operator
  reseller@demo.test    administrator of New ways partner, a reseller with 300 affiliates
  affiliate@demo.test   administrator of its first affiliate
  sibir@demo.test       administrator of Sibir Connect, another reseller
  single@demo.test      administrator of a stand-alone company
  chat@demo.test        a chat operator of New ways partner
  password of all:      kontora-demo-2026";

/// Builds and serves until interrupted; the server takes this process's place, so signals reach it directly.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    if !arguments.is_empty() {
        bail!("`run` takes no arguments; settings come from the environment or kontora.toml");
    }
    let kontora = build::build()?;
    if has_own_settings() {
        note("demo data: none, since you have settings of your own");
    } else {
        make_demo()?;
        let address = std::env::var("KONTORA_PUBLIC_URL").unwrap_or_else(|_| "http://localhost:3000".to_owned());
        println!("\nKontora at {address}, sign in as\n{SIGN_INS}\n");
    }
    let error = Command::new(&kontora).arg("serve").current_dir(places::root()).exec();
    Err(error).with_context(|| format!("cannot start {}", kontora.display()))
}

/// Whether the person may have named a database of their own.
fn has_own_settings() -> bool {
    std::env::var_os("KONTORA_DATABASE_URL").is_some() || places::root().join("kontora.toml").exists()
}

/// Fills `data/kontora.db` unless it is there.
///
/// The file takes its place only when it is whole, so an interrupted run leaves nothing half full behind.
fn make_demo() -> anyhow::Result<()> {
    let root = places::root();
    let (data, making) = (root.join("data"), root.join("data/making"));
    if data.join("kontora.db").exists() {
        note("demo data: the database is there already");
        return Ok(());
    }
    clear(&making)?;
    fs::create_dir_all(&making).context("making the folder data")?;
    step("demo data", || {
        finish(
            Command::new(places::kontora())
                .arg("demo")
                .current_dir(root)
                .env("KONTORA_DATABASE_URL", "sqlite:data/making/kontora.db"),
        )
    })?;
    for file in fs::read_dir(&making)? {
        let file = file?;
        fs::rename(file.path(), data.join(file.file_name())).context("putting the demo database in its place")?;
    }
    clear(&making)
}
