//! Skipping a step whose inputs have not changed since it last succeeded.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest, Sha256};

/// A file beside a step's output that remembers the inputs it was made from.
pub(crate) struct Stamp {
    file: PathBuf,
    inputs: String,
}

impl Stamp {
    pub(crate) fn new(file: PathBuf, inputs: &[&[u8]]) -> Self {
        Self { file, inputs: hash(inputs) }
    }

    /// Was the output made from exactly these inputs?
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|made_from| made_from == self.inputs)
    }

    /// Remembers that the step succeeded.
    pub(crate) fn keep(&self) -> anyhow::Result<()> {
        write(&self.file, self.inputs.as_bytes())
    }
}

/// A short name of some content, in hexadecimal: SHA-256 over each part and its length, cut to 64 bits.
pub(crate) fn hash(parts: &[&[u8]]) -> String {
    let mut state = Sha256::new();
    for part in parts {
        state.update(part.len().to_le_bytes());
        state.update(part);
    }
    let whole: [u8; 32] = state.finalize().into();
    let (first, _) = whole.split_at(8);
    first.iter().fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
}

/// Reads a whole file; the error names it.
pub(crate) fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Writes a whole file, making its folder; the error names it.
pub(crate) fn write(file: &Path, content: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

/// Removes a folder with all that is in it, if it is there.
pub(crate) fn clear(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot clear {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn moving_a_byte_from_one_input_to_the_next_changes_the_hash() {
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
    }
}
