//! The one XML in a file that may be plain or a ZIP.

use std::io::{Cursor, Read};

use app::directories::ImportRefusal;
use zip::ZipArchive;

use super::bounded::Bounded;

/// The message unpacked, bytes. The whole directory is some two MiB.
const LARGEST: usize = 64 * 1024 * 1024;

/// What every ZIP begins with, an empty one too.
const ZIP: &[u8] = b"PK";

/// Hands over the XML as a stream of at most 64 MiB.
pub(super) fn with_xml<T>(
    file: &[u8],
    read: impl FnOnce(&mut dyn Read) -> Result<T, ImportRefusal>,
) -> Result<T, ImportRefusal> {
    if file.is_empty() {
        return Err(ImportRefusal::Empty);
    }
    if !file.starts_with(ZIP) {
        return read(&mut Bounded::new(file, LARGEST));
    }
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| ImportRefusal::BrokenZip)?;
    let index = only_xml(&archive)?;
    let packed = archive.by_index(index).map_err(|_| ImportRefusal::BrokenZip)?;
    read(&mut Bounded::new(packed, LARGEST))
}

fn only_xml(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<usize, ImportRefusal> {
    let is_xml = |name: &[u8]| name.len() >= 4 && name[name.len() - 4..].eq_ignore_ascii_case(b".xml");
    let found: Vec<usize> =
        archive.file_names_raw().enumerate().filter(|(_, name)| is_xml(name)).map(|(index, _)| index).collect();
    match found[..] {
        [] => Err(ImportRefusal::ZipWithoutXml),
        [index] => Ok(index),
        _ => Err(ImportRefusal::ZipWithSeveralXml { count: u32::try_from(found.len()).unwrap_or(u32::MAX) }),
    }
}
