//! The finished site: files laid out under the addresses they are served at, each with its compressed twins.
//!
//! What the build makes lies under `assets/HASH/`, HASH being that of the content: such an address never changes its
//! content. Files of `public/` keep their names. `manifest.txt` lists all: role, hash, address, blank-separated.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::split::{LOADER, files_of_chunks};
use crate::fresh::{Stamp, clear, hash, read, write};
use crate::places;
use crate::step::step;

/// One file of the site.
struct File {
    /// `script`, `loader`, `wasm`, `style`: what the page's shell asks for; `chunk:` and the names of the chunks that
    /// need it; `part`: what the script asks for; `public`: the rest.
    role: String,
    /// Address without the leading slash.
    address: String,
    content: Vec<u8>,
}

/// Tells the compiler of the server which site to put inside.
pub(crate) const VARIABLE: &str = "KONTORA_SITE_DIR";

/// Where the site is laid out.
pub(crate) fn folder() -> PathBuf {
    places::bundle().join("site")
}

/// Lays out the site and returns its folder.
pub(crate) fn lay_out(glue: &Path, style: &str) -> anyhow::Result<PathBuf> {
    let folder = folder();
    let files = collect(glue, style)?;
    let inputs: Vec<&[u8]> =
        files.iter().flat_map(|file| [file.role.as_bytes(), file.address.as_bytes(), &file.content]).collect();
    let stamp = Stamp::new(places::bundle().join("site.stamp"), &inputs);
    if stamp.is_fresh() && folder.is_dir() {
        return Ok(folder);
    }
    clear(&folder)?;
    step("site, compressed", || files.iter().try_for_each(|file| lay_out_one(&folder, file)))?;
    let lines = files.iter().map(|file| [file.role.as_str(), &hash(&[&file.content]), &file.address].join(" "));
    write(&folder.join("manifest.txt"), lines.collect::<Vec<_>>().join("\n").as_bytes())?;
    stamp.keep()?;
    Ok(folder)
}

fn collect(glue: &Path, style: &str) -> anyhow::Result<Vec<File>> {
    let mut files = Vec::new();
    let made = contents(glue)?;
    let parts: Vec<&[u8]> = made.iter().map(|(_, content)| content.as_slice()).collect();
    let made_of = hash(&parts);
    let chunks = String::from_utf8(read(&files_of_chunks())?)?;
    for (name, content) in made {
        let role = match name.as_str() {
            "kontora.js" => "script".to_owned(),
            "kontora_bg.wasm" => "wasm".to_owned(),
            LOADER => "loader".to_owned(),
            part => role_of_part(part, &chunks),
        };
        files.push(File { role, address: format!("assets/{made_of}/{name}"), content });
    }
    let style = style.as_bytes().to_vec();
    files.push(File {
        role: "style".to_owned(),
        address: format!("assets/{}/kontora.css", hash(&[&style])),
        content: style,
    });
    for (name, content) in contents(&places::root().join("public"))? {
        files.push(File { role: "public".to_owned(), address: name, content });
    }
    Ok(files)
}

/// `chunk:dialog,company` for a file that two chunks need.
fn role_of_part(name: &str, chunks: &str) -> String {
    let needs = |line: &&str| line.split(' ').skip(1).any(|file| file == name);
    let of: Vec<&str> = chunks.lines().filter(needs).filter_map(|line| line.split(' ').next()).collect();
    if of.is_empty() { "part".to_owned() } else { format!("chunk:{}", of.join(",")) }
}

/// The files under a folder, by name relative to it, in a fixed order.
fn contents(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot list {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name =
                path.strip_prefix(folder)?.to_str().with_context(|| format!("{} is not UTF-8", path.display()))?;
            found.push((name.to_owned(), read(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

fn lay_out_one(folder: &Path, file: &File) -> anyhow::Result<()> {
    let path = folder.join(&file.address);
    write(&path, &file.content)?;
    for (ending, small) in [("br", brotli(&file.content)?), ("gz", gzip(&file.content)?)] {
        // A picture or a font is compressed as it is; a twin that saves nothing is not worth its place in the binary.
        if small.len() < file.content.len() * 9 / 10 {
            write(&folder.join(format!("{}.{ending}", file.address)), &small)?;
        }
    }
    Ok(())
}

fn brotli(content: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut small = Vec::new();
    let (quality, window) = (11, 22);
    brotli::CompressorWriter::new(&mut small, 4096, quality, window).write_all(content)?;
    Ok(small)
}

fn gzip(content: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
