//! What a first visit downloads, as brotli: the figure that the project holds down. Beside it, what a chunk adds where
//! nothing of it is there yet.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::fresh::read;

/// Aim for module, script and style together, in bytes of brotli.
const AIM: u64 = 300_000;

/// Prints the size of each part and of their sum.
pub(crate) fn print(site: &Path) -> anyhow::Result<()> {
    let manifest = String::from_utf8(read(&site.join("manifest.txt"))?)?;
    let (mut sum, mut chunks) = (0, BTreeMap::<&str, u64>::new());
    for line in manifest.lines() {
        let mut words = line.splitn(3, ' ');
        let (Some(role), Some(_hash), Some(address)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        if role == "public" {
            continue;
        }
        let whole = fs::metadata(site.join(address))?.len();
        let small = fs::metadata(site.join(format!("{address}.br"))).map_or(whole, |file| file.len());
        if let Some(of) = role.strip_prefix("chunk:") {
            of.split(',').for_each(|chunk| *chunks.entry(chunk).or_default() += small);
            continue;
        }
        println!("{role:>8} {:>8} KB brotli {:>9} KB", thousands(small), thousands(whole));
        sum += small;
    }
    println!("{:>8} {:>8} KB brotli, aim ≤ {} KB", "sum", thousands(sum), AIM / 1000);
    for (chunk, small) in chunks {
        println!("{chunk:>8} {:>8} KB brotli, once it is needed", thousands(small));
    }
    Ok(())
}

/// Bytes as thousands with one place, rounded up.
fn thousands(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}
