//! The module taken apart: what every page needs, and the chunks that pages ask for when they are gone to.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use wasm_split_cli_support::{Options, transform};

use super::NAME;
use crate::fresh::{read, write};
use crate::places;

/// What the module was taken apart into.
pub(crate) struct Parts {
    /// For wasm-bindgen to finish.
    pub main: PathBuf,
    /// Each as it is, named as the loader asks for it.
    pub chunks: Vec<PathBuf>,
    /// JavaScript that loads the chunks.
    pub loader: PathBuf,
}

/// The loader's name among the page's files.
pub(crate) const LOADER: &str = "kontora_split.js";

/// Which files each chunk needs, a line a chunk: `dialog chunk_1.wasm split_dialog.wasm`.
pub(crate) fn files_of_chunks() -> PathBuf {
    places::bundle().join("chunks.txt")
}

/// Takes `module` apart into a folder.
pub(crate) fn split(module: &Path, folder: &Path) -> anyhow::Result<Parts> {
    let module = read(module)?;
    let (main, script, loader) = (folder.join("main.wasm"), format!("./{NAME}.js"), format!("./{LOADER}"));
    let mut options = Options::new(&module);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &script;
    options.link_name = &loader;
    let split = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let mut lines: Vec<String> = split.prefetch_map.into_iter().map(|(chunk, files)| line(chunk, files)).collect();
    lines.sort();
    write(&files_of_chunks(), lines.join("\n").as_bytes())?;
    Ok(Parts { main, chunks: split.split_modules, loader: folder.join(LOADER) })
}

fn line(chunk: String, files: Vec<String>) -> String {
    files.into_iter().fold(chunk, |line, file| format!("{line} {file}.wasm"))
}
