//! Debian and Ubuntu packages that a command needs: installed where root and apt are at hand, otherwise named.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::bail;

use crate::process::{on_path, run};
use crate::step::step;

/// Something that must be on the machine, and the package that brings it.
pub(crate) struct Need {
    pub(crate) package: &'static str,
    pub(crate) is_met: fn() -> bool,
}

pub(crate) const POSTGRES: Need = Need { package: "postgresql", is_met: || postgres_programs().is_some() };
pub(crate) const CHROMIUM: Need = Need { package: "chromium", is_met: || on_path("chromium").is_some() };
pub(crate) const INTER: Need =
    Need { package: "fonts-inter", is_met: || has_font("opentype/inter") || has_font("truetype/inter") };
pub(crate) const DEJAVU: Need = Need { package: "fonts-dejavu-core", is_met: || has_font("truetype/dejavu") };

/// Installs the packages of the needs that are not met.
///
/// Fails, naming the packages, where that is impossible.
pub(crate) fn meet(needs: &[Need]) -> anyhow::Result<()> {
    let missing: Vec<&str> = needs.iter().filter(|need| !(need.is_met)()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_root() || on_path("apt-get").is_none() {
        bail!("missing on this machine: {names}\ninstall with: sudo apt-get install {names}");
    }
    step(&format!("installing {names}"), || {
        run(apt().arg("update").arg("-qq"))?;
        run(apt().args(["install", "-y", "-qq", "--no-install-recommends", "--no-remove"]).args(&missing))
    })?;
    match needs.iter().find(|need| !(need.is_met)()) {
        Some(need) => bail!("the package {} was installed, yet what it should bring is not there", need.package),
        None => Ok(()),
    }
}

/// The folder of `initdb` and `postgres`: the newest of Debian's, else wherever `PATH` has them.
pub(crate) fn postgres_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").is_file() && bin.join("postgres").is_file())
        .max_by_key(|(version, _)| *version)
        .map(|(_, bin)| bin);
    newest.or_else(|| on_path("initdb")?.parent().map(Path::to_path_buf))
}

/// Is this Debian itself, whose Chromium is a package? Ubuntu's is a snap, of no use in a container.
pub(crate) fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

/// Does this process run as root? `/proc/self` belongs to whoever runs it.
pub(crate) fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn has_font(folder: &str) -> bool {
    Path::new("/usr/share/fonts").join(folder).is_dir()
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
