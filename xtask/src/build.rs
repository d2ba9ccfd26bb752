//! `cargo xtask build`: page → glue → site → one self-contained binary.

mod glue;
mod site;
mod sizes;
mod style;
pub(crate) mod wasm;

use std::path::PathBuf;

use crate::places;
use crate::process::{cargo, run};
use crate::step::step;

/// Builds `target/release/kontora` with the site inside; every part that is up to date is left alone.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    let module = step("page, as WebAssembly", wasm::build)?;
    let glue = glue::make(&module)?;
    let style = style::bundle(&places::root().join("style/main.css"))?;
    let site = site::lay_out(&glue, &style)?;
    step("server, with the site inside", || {
        let arguments = [
            "build",
            "--release",
            "--package",
            "server",
            "--bin",
            "kontora",
        ];
        run(cargo().args(arguments).env("KONTORA_SITE_DIR", &site))
    })?;
    sizes::print(&site)?;
    Ok(places::kontora())
}
