//! Formatting, lints and tests of the Rust code, package by package: the page's features never meet the server's.

use std::process::Command;

use anyhow::bail;

use super::tally::Tally;
use crate::build::wasm::Compiler;
use crate::postgres;
use crate::process::{cargo, on_path, run, watch};

/// rustfmt and clippy, which the smallest toolchain comes without; added where rustup is here, else named.
pub(super) fn meet_components() -> anyhow::Result<()> {
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(call, _)| !cargo().args([call, "--version"]).output().is_ok_and(|said| said.status.success()))
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!("missing beside the Rust toolchain: {}", missing.join(", "));
    }
    run(Command::new("rustup").args(["component", "add"]).args(&missing))
}

pub(super) fn formatting() -> Command {
    let mut command = cargo();
    command.args(["fmt", "--all", "--", "--check"]);
    command
}

/// Every package with the features that it is built with, for the machine and for the browser.
pub(super) fn lints() -> anyhow::Result<Vec<(&'static str, Command)>> {
    let compiler = Compiler::find()?;
    Ok(vec![
        ("search", on_machine(&["--package", "search"])),
        ("app, for the server", on_machine(&["--package", "app", "--features", "ssr"])),
        ("server", on_machine(&["--package", "server"])),
        ("xtask", on_machine(&["--package", "xtask"])),
        ("app, for the browser", in_browser(compiler, &["--package", "app", "--features", "hydrate"])),
        ("frontend, in chunks", in_browser(compiler, &["--package", "frontend", "--features", "split"])),
    ])
}

/// A command that is one check by itself.
pub(super) fn one(command: &mut Command) -> anyhow::Result<Tally> {
    Ok(Tally::of_one(watch(command, |_| ())?))
}

/// The tests of rules, stories and the tool itself; stories find their PostgreSQL at `url`.
pub(super) fn tests(url: &str) -> anyhow::Result<Tally> {
    // One call for all: what they share is compiled once. None of them turns on the page's features.
    let packages = ["search", "app", "server", "xtask"].map(|name| ["--package", name]);
    let mut command = cargo();
    command.args(["test", "--no-fail-fast", "--features", "app/ssr"]).args(packages.concat());
    command.env(postgres::VARIABLE, url);
    let mut tally = Tally::default();
    let is_well = watch(&mut command, |line| tally.add_libtest_line(line))?;
    Ok(tally.and_ended(is_well))
}

fn on_machine(package: &[&str]) -> Command {
    let mut command = cargo();
    command.args(["clippy", "--all-targets"]).args(package).args(["--", "--deny", "warnings"]);
    command
}

fn in_browser(compiler: Compiler, package: &[&str]) -> Command {
    match compiler {
        Compiler::Own => {
            let mut command = compiler.cargo("clippy");
            command.args(package).args(["--", "--deny", "warnings"]);
            command
        }
        // Debian's clippy is not of the version that builds the standard library; its compiler still checks.
        Compiler::Debian => {
            let mut command = compiler.cargo("check");
            command.args(package);
            command
        }
    }
}
