//! `cargo xtask test`: every check that CI runs, all of them even when one fails, and a summary line at the end.

pub(crate) mod browser;
mod rust;
mod tally;

use std::process::ExitCode;

use anyhow::{bail, ensure};

use crate::postgres::{self, Durability, Postgres};
use crate::step::step;
use tally::Tally;

/// Parts in the order they run: the quick ones first.
const PARTS: [&str; 4] = ["fmt", "clippy", "rust", "e2e"];

/// Runs the named parts, or all.
pub(crate) fn test(only: &[&str]) -> anyhow::Result<ExitCode> {
    if let Some(unknown) = only.iter().find(|part| !PARTS.contains(part)) {
        bail!("no part {unknown:?}; there are {}", PARTS.join(", "));
    }
    let is_wanted = |part: &str| only.is_empty() || only.contains(&part);
    let mut report = Report::default();
    if is_wanted("fmt") || is_wanted("clippy") {
        rust::meet_components()?;
    }
    if is_wanted("fmt") {
        report.add("formatting", || rust::one(&mut rust::formatting()));
    }
    if is_wanted("clippy") {
        for (what, mut lint) in rust::lints()? {
            report.add(&format!("clippy: {what}"), || rust::one(&mut lint));
        }
    }
    if is_wanted("rust") || is_wanted("e2e") {
        run_with_database(&is_wanted, &mut report)?;
    }
    Ok(report.close())
}

/// The tests that want a database server; one already named in the environment is used as it is.
fn run_with_database(is_wanted: &dyn Fn(&str) -> bool, report: &mut Report) -> anyhow::Result<()> {
    let (_server, url) = if let Ok(url) = std::env::var(postgres::VARIABLE) {
        (None, url)
    } else {
        let server = Postgres::start(Durability::None)?;
        let url = server.url.clone();
        (Some(server), url)
    };
    if is_wanted("rust") {
        report.add("Rust tests", || rust::tests(&url));
    }
    if is_wanted("e2e") {
        report.add("page scripts, type-checked", browser::types);
        report.add("browser stories", || browser::stories(&url));
    }
    Ok(())
}

/// What has passed and failed so far.
#[derive(Default)]
struct Report {
    tally: Tally,
    failures: Vec<String>,
}

impl Report {
    fn add(&mut self, name: &str, check: impl FnOnce() -> anyhow::Result<Tally>) {
        let mut tally = Tally::default();
        let result = step(name, || {
            tally = check()?;
            ensure!(tally.failed == 0, "{} failed", tally.failed);
            Ok(())
        });
        if let Err(error) = result {
            tally = tally.and_ended(false);
            self.failures.push(format!("{name}: {error:#}"));
        }
        self.tally += tally;
    }

    fn close(self) -> ExitCode {
        for failure in &self.failures {
            eprintln!("✘ {failure}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
