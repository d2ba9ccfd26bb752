//! Puts the built site into the binary: a table of its files, from the folder that `KONTORA_SITE_DIR` names.
//!
//! Without that variable (tests, `cargo check`) the table is empty. Compiled for `cargo leptos watch`, which sets
//! `LEPTOS_SITE_ROOT`, the server reads the files from the disk instead.

use std::path::{Path, PathBuf};
use std::{env, error, fmt::Write, fs};

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-env-changed=KONTORA_SITE_DIR");
    println!("cargo::rerun-if-changed=../migrations");
    let site = env::var_os("KONTORA_SITE_DIR").filter(|dir| !dir.is_empty());
    let table = match site.map(PathBuf::from) {
        Some(site) => table(&site)?,
        None => "&[]".to_owned(),
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("site.rs"), table)?;
    Ok(())
}

/// The table as a Rust expression; a line of the manifest is `role hash address`.
fn table(site: &Path) -> Result<String, Box<dyn error::Error>> {
    let manifest = site.join("manifest.txt");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let mut table = String::from("&[");
    for line in text.lines() {
        let [role, hash, address] = line.splitn(3, ' ').collect::<Vec<_>>()[..] else {
            return Err(format!("not a line of a manifest: {line:?}").into());
        };
        writeln!(
            table,
            "File {{ role: {role:?}, hash: {hash:?}, path: {:?}, mime: {:?}, plain: {}, brotli: {}, gzip: {} }},",
            format!("/{address}"),
            mime(address),
            bytes(&site.join(address)),
            twin(site, address, "br"),
            twin(site, address, "gz"),
        )?;
    }
    table.push(']');
    Ok(table)
}

/// A file's type, by its ending; what is not known here is offered as bytes.
fn mime(address: &str) -> &'static str {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn bytes(file: &Path) -> String {
    format!("include_bytes!({:?})", file.display().to_string())
}

fn twin(site: &Path, address: &str, ending: &str) -> String {
    let file = site.join(format!("{address}.{ending}"));
    if file.is_file() { format!("Some({})", bytes(&file)) } else { "None".to_owned() }
}
