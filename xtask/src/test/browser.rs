//! The browser stories: Playwright against the release binary.

use std::fs;
use std::process::Command;

use anyhow::Context;

use super::tally::Tally;
use crate::needs::{self, CHROMIUM, DEJAVU, INTER};
use crate::process::{run, watch};
use crate::{build, node, places, postgres};

/// Type-checks the test scripts.
pub(super) fn types() -> anyhow::Result<Tally> {
    node::install(&places::end2end())?;
    Ok(Tally::of_one(watch(&mut npx(&["tsc", "--noEmit"]), |_| ())?))
}

/// Builds the binary and plays the stories on it.
pub(super) fn stories(postgres_url: &str) -> anyhow::Result<Tally> {
    prepare()?;
    let report = places::target().join("playwright-report.json");
    // A trace of every step costs a good part of the time; whoever looks into a failure plays that story alone.
    let mut command = npx(&["playwright", "test", "--reporter=list,json", "--trace=off"]);
    command.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report).env(postgres::VARIABLE, postgres_url);
    fs::remove_file(&report).or_else(
        |error| {
            if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
        },
    )?;
    let is_well = watch(&mut command, |_| ())?;
    let text = fs::read_to_string(&report).context("Playwright left no report")?;
    Ok(Tally::of_playwright(&serde_json::from_str(&text)?).and_ended(is_well))
}

/// `cargo xtask e2e …`: builds, then Playwright with the person's own arguments.
pub(crate) fn playwright_alone(arguments: &[String]) -> anyhow::Result<()> {
    prepare()?;
    playwright(&[], arguments)
}

/// Runs Playwright; its own output is what the person reads.
pub(crate) fn playwright(settings: &[&str], arguments: &[String]) -> anyhow::Result<()> {
    run(npx(&["playwright", "test"]).args(settings).args(arguments))
}

/// Everything that a browser run needs: the binary, Chromium with the fonts of the design, the Node packages.
pub(crate) fn prepare() -> anyhow::Result<()> {
    node::install(&places::end2end())?;
    if needs::is_debian() {
        needs::meet(&[CHROMIUM, INTER, DEJAVU])?;
    } else {
        needs::meet(&[INTER, DEJAVU])?;
        run(&mut npx(&["playwright", "install", "--with-deps", "chromium"]))?;
    }
    build::build()?;
    Ok(())
}

fn npx(arguments: &[&str]) -> Command {
    let mut command = Command::new("npx");
    command.arg("--no-install").args(arguments).current_dir(places::end2end());
    command.env("KONTORA_BINARY", places::kontora());
    command
}
