//! `cargo xtask bench`: the search and the checks of requisites by themselves, the ledger on both engines, then the page in
//! Chromium, the server's memory and the demo's time.

use anyhow::bail;

use crate::build::site;
use crate::postgres::{self, Durability, Postgres};
use crate::process::{cargo, run};
use crate::step::step;
use crate::test::browser;

const PARTS: [&str; 4] = ["native", "requisites", "ledger", "page"];
const REQUISITES: [&str; 7] = ["bench", "--package", "app", "--features", "ssr", "--bench", "requisites"];

/// Runs the named parts, or all, and leaves their figures on the screen.
pub(crate) fn bench(only: &[&str]) -> anyhow::Result<()> {
    if let Some(unknown) = only.iter().find(|part| !PARTS.contains(part)) {
        bail!("no part {unknown:?}; there are {}", PARTS.join(", "));
    }
    let is_wanted = |part: &str| only.is_empty() || only.contains(&part);
    if is_wanted("native") {
        step("search, compiled for this machine", || run(cargo().args(["bench", "--package", "search"])))?;
    }
    if is_wanted("requisites") {
        step("checks of requisites, compiled for this machine", || run(cargo().args(REQUISITES)))?;
    }
    if is_wanted("ledger") {
        let server = Postgres::start(Durability::Full)?;
        let ledger = ["bench", "--package", "server", "--bench", "ledger"];
        step("ledger, through the server’s router", || {
            let mut measure = cargo();
            measure.args(ledger).env(postgres::VARIABLE, &server.url);
            // With the site that a build has left, so that its program is not compiled anew without one.
            if site::folder().is_dir() {
                measure.env(site::VARIABLE, site::folder());
            }
            run(&mut measure)
        })?;
    }
    if is_wanted("page") {
        browser::prepare()?;
        step("page in Chromium, server, demo", || browser::playwright(&["--config=bench.config.ts"], &[]))?;
    }
    Ok(())
}
