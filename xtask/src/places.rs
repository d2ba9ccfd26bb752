//! Where things lie in the workspace.

use std::path::{Path, PathBuf};

/// The workspace's root folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Cargo's target folder, `CARGO_TARGET_DIR` respected.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// What is made of the page on its way into the server: glue, finished site, stamps.
pub(crate) fn bundle() -> PathBuf {
    target().join("bundle")
}

/// The self-contained release binary.
pub(crate) fn kontora() -> PathBuf {
    target().join("release/kontora")
}

/// The browser tests and their Node packages.
pub(crate) fn end2end() -> PathBuf {
    root().join("end2end")
}
