//! `cargo xtask build`: page → glue → site → one self-contained binary.

mod glue;
mod prune;
pub(crate) mod site;
mod sizes;
mod split;
mod style;
pub(crate) mod wasm;

use std::fs::{self, File};
use std::path::PathBuf;

use anyhow::Context;

use crate::places;
use crate::process::{cargo, run};
use crate::step::{note, step};

/// Name of the page's files: `kontora.js`, `kontora_bg.wasm`.
const NAME: &str = "kontora";

/// Builds `target/release/kontora` with the site inside; every part that is up to date is left alone.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    let _turn = take_turn()?;
    let module = step("page, as WebAssembly", wasm::build)?;
    let glue = glue::make(&module)?;
    let style = style::bundle(&places::root().join("style/main.css"))?;
    let folder = site::lay_out(&glue, &style)?;
    step("server, with the site inside", || {
        let arguments = ["build", "--release", "--package", "server", "--bin", "kontora"];
        run(cargo().args(arguments).env(site::VARIABLE, &folder))
    })?;
    sizes::print(&folder)?;
    Ok(places::kontora())
}

/// Two builds at once would clear each other's folders: the second waits until the first drops its lock.
fn take_turn() -> anyhow::Result<File> {
    let lock = places::bundle().join("lock");
    fs::create_dir_all(places::bundle()).context("making the folder of the build")?;
    let turn = File::create(&lock).with_context(|| format!("cannot open {}", lock.display()))?;
    if turn.try_lock().is_err() {
        note("another build is under way; waiting for it");
        turn.lock().with_context(|| format!("cannot lock {}", lock.display()))?;
    }
    Ok(turn)
}
