//! `cargo xtask screenshots`: the pictures of the README, from the release binary and its demo data.

use crate::step::step;
use crate::test::browser;

/// Remakes `docs/pictures/*.png`.
pub(crate) fn screenshots() -> anyhow::Result<()> {
    browser::prepare()?;
    step("pictures", || browser::playwright(&["--config=screenshots.config.ts"], &[]))
}
