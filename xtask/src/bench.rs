//! `cargo xtask bench`: the search and the checks of requisites by themselves, then the page in Chromium, the server's
//! memory and the demo's time.

use anyhow::bail;

use crate::process::{cargo, run};
use crate::step::step;
use crate::test::browser;

const PARTS: [&str; 3] = ["native", "requisites", "page"];
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
    if is_wanted("page") {
        browser::prepare()?;
        step("page in Chromium, server, demo", || browser::playwright(&["--config=bench.config.ts"], &[]))?;
    }
    Ok(())
}
