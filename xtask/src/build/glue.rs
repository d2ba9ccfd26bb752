//! The module made ready for the browser: taken apart into chunks, wasm-bindgen's JavaScript glue, then wasm-opt where
//! Node.js is at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use wasm_bindgen_cli_support::Bindgen;

use super::NAME;
use super::prune::{NEVER_RUN, prune};
use super::split::{Parts, files_of_chunks, split};
use crate::fresh::{Stamp, clear, read, write};
use crate::process::run;
use crate::step::{note, step};
use crate::{node, places};

/// What the compiler and the glue use of WebAssembly; wasm-opt refuses a module with a feature it was not told of.
const OPTIMIZE: [&str; 9] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Makes the glue for `module` and returns the folder it is in.
pub(crate) fn make(module: &Path) -> anyhow::Result<PathBuf> {
    let folder = places::bundle().join("glue");
    let optimizer = optimizer();
    let with = if optimizer.is_some() { OPTIMIZE.join(" ") } else { String::new() };
    let own_lock = read(&places::root().join("Cargo.lock"))?;
    let tools = versions_of_tools(&own_lock);
    let optimizer_lock = read(&places::root().join("xtask/node/package-lock.json"))?;
    let inputs: [&[u8]; 5] = [&read(module)?, NEVER_RUN.as_bytes(), tools.as_bytes(), with.as_bytes(), &optimizer_lock];
    let stamp = Stamp::new(places::bundle().join("glue.stamp"), &inputs);
    if stamp.is_fresh() && folder.is_dir() && files_of_chunks().is_file() {
        return Ok(folder);
    }
    clear(&folder)?;
    let apart = places::bundle().join("apart");
    clear(&apart)?;
    let Parts { main, chunks, loader } = step("module, taken apart", || split(module, &apart))?;
    step("JavaScript glue", || {
        Bindgen::new()
            .input_bytes(NAME, prune(&main)?)
            .web(true)?
            .typescript(false)
            // The chunks work on the module’s memory and table.
            .keep_lld_exports(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&folder)
            .context("wasm-bindgen")
    })?;
    let beside = |file: &Path| folder.join(file.file_name().unwrap_or_default());
    write(&beside(&loader), &read(&loader)?)?;
    for chunk in &chunks {
        write(&beside(chunk), &prune(chunk)?)?;
    }
    match optimizer {
        Some(program) => step("wasm-opt", || {
            let main = folder.join(format!("{NAME}_bg.wasm"));
            chunks.iter().map(|chunk| beside(chunk)).chain([main]).try_for_each(|file| optimize(&program, &file))
        })?,
        None => note("no wasm-opt: it comes with Node.js and npm; the page works without, about twice as large"),
    }
    stamp.keep()?;
    Ok(folder)
}

/// The script of wasm-opt, installed if Node.js is here and npm can install it.
fn optimizer() -> Option<PathBuf> {
    let folder = places::root().join("xtask/node");
    if !node::is_here() {
        return None;
    }
    if let Err(error) = node::install(&folder) {
        note(&format!("{error:#}"));
        return None;
    }
    Some(folder.join("node_modules/binaryen/bin/wasm-opt"))
}

fn optimize(program: &Path, module: &Path) -> anyhow::Result<()> {
    let smaller = module.with_extension("opt");
    run(Command::new("node").arg(program).args(OPTIMIZE).arg(module).arg("-o").arg(&smaller))?;
    fs::rename(&smaller, module).context("replacing the module by the optimised one")
}

/// The entries of Cargo.lock for what writes the glue and takes the module apart: another version writes others.
fn versions_of_tools(lock: &[u8]) -> String {
    let lock = String::from_utf8_lossy(lock);
    let is_tool = |package: &&str| {
        ["wasm-bindgen-cli-support", "wasm_split_cli_support", "walrus"]
            .iter()
            .any(|tool| package.contains(&format!("name = \"{tool}\"")))
    };
    lock.split("[[package]]").filter(is_tool).collect()
}
