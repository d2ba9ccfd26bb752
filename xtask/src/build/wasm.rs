//! The page compiled to WebAssembly, with rustup's standard library for it or, where that cannot be had, Debian's.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs::{self, Need};
use crate::places;
use crate::process::{cargo, on_path, output, run};
use crate::step::note;

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// What `rust-version` of the workspace asks for, 1.95.
const OLDEST_MINOR: u32 = 95;

/// Who compiles for the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// The toolchain that runs this tool has the target.
    Own,
    /// Debian's newer compiler, which builds the standard library from its source package.
    Debian,
}

impl Compiler {
    /// The toolchain's own target, after adding it if need be; else Debian's compiler, after installing it if need be.
    pub(crate) fn find() -> anyhow::Result<Self> {
        if has_target() {
            return Ok(Self::Own);
        }
        if on_path("rustup").is_some()
            && run(Command::new("rustup").args(["target", "add", TARGET])).is_ok()
            && has_target()
        {
            note(&format!("{TARGET}: added by rustup"));
            return Ok(Self::Own);
        }
        needs::meet(&[
            Need { package: "rustc-web", is_met: || debian_rustc_minor().is_some_and(|minor| minor >= OLDEST_MINOR) },
            Need { package: "cargo-web", is_met: || Path::new("/usr/bin/cargo").is_file() },
            Need { package: "rust-web-src", is_met: has_debian_source },
            Need { package: "lld-22", is_met: || linker().is_some() },
        ])?;
        note(&format!(
            "{TARGET}: rustup cannot add it; taking Debian's rustc-web, which builds the standard library itself"
        ));
        Ok(Self::Debian)
    }

    /// `cargo SUBCOMMAND` for the browser's target.
    pub(crate) fn cargo(self, subcommand: &str) -> Command {
        match self {
            Self::Own => {
                let mut command = cargo();
                command.args([subcommand, "--target", TARGET]);
                command
            }
            Self::Debian => {
                let mut command = Command::new("/usr/bin/cargo");
                command.current_dir(places::root()).args([
                    subcommand,
                    "-Zbuild-std=std,panic_abort",
                    "--target",
                    TARGET,
                ]);
                command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTUP_TOOLCHAIN");
                if let Some(linker) = linker() {
                    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                }
                command
            }
        }
    }
}

/// Builds the page and returns the module as the compiler leaves it, with what tells which code calls which.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    let page = ["--package", "frontend", "--features", "split", "--profile", PROFILE];
    run(Compiler::find()?.cargo("rustc").args(page).args(["--", "-Clink-arg=--emit-relocs"]))?;
    Ok(places::target().join(TARGET).join(PROFILE).join("frontend.wasm"))
}

fn has_target() -> bool {
    let libraries = output(rustc().args(["--print", "target-libdir", "--target", TARGET]));
    libraries.is_ok_and(|dir| Path::new(&dir).is_dir())
}

/// The 96 of Debian's `rustc 1.96.0 (…)`.
fn debian_rustc_minor() -> Option<u32> {
    let version = output(Command::new("/usr/bin/rustc").arg("--version")).ok()?;
    version.strip_prefix("rustc 1.")?.split('.').next()?.parse().ok()
}

fn has_debian_source() -> bool {
    let root = output(Command::new("/usr/bin/rustc").args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(&root).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
}

/// The toolchain's `rust-lld`, else Debian's `wasm-ld`.
fn linker() -> Option<PathBuf> {
    let libraries = output(rustc().args(["--print", "target-libdir"])).unwrap_or_default();
    let own = Path::new(&libraries).with_file_name("bin").join("rust-lld");
    if own.is_file() { Some(own) } else { on_path("wasm-ld-22") }
}

fn rustc() -> Command {
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.current_dir(places::root());
    command
}
