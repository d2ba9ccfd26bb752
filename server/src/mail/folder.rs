//! Letters as `.eml` files: for demonstrations, development, and installations that hand them over themselves.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Parcel, Undelivered};

/// Writes the letter whole or not at all. A repetition replaces the file of the first attempt.
pub(super) async fn put(folder: &Path, parcel: &Parcel, letter: Vec<u8>) -> Result<(), Undelivered> {
    let (folder, name) = (folder.to_owned(), file_name(parcel));
    on_disk(move || write(&folder, &name, &letter)).await.map_err(Undelivered::Later)
}

/// Whether a letter could be written.
pub(super) async fn probe(folder: &Path) -> Result<(), String> {
    let folder = folder.to_owned();
    on_disk(move || {
        fs::create_dir_all(&folder)?;
        let file = folder.join(".probe");
        File::create(&file)?;
        fs::remove_file(&file)
    })
    .await
}

/// Sorts by time, then by letter: `20260314T120455.123Z-ID.eml`.
fn file_name(parcel: &Parcel) -> String {
    let created_at = Timestamp::from_millisecond(parcel.created_at).unwrap_or(Timestamp::UNIX_EPOCH);
    format!("{}-{}.eml", created_at.strftime("%Y%m%dT%H%M%S.%3fZ"), parcel.id)
}

fn write(folder: &Path, name: &str, letter: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let unfinished: PathBuf = folder.join(format!(".{name}.part"));
    let mut file = File::create(&unfinished)?;
    file.write_all(letter)?;
    file.sync_all()?;
    fs::rename(unfinished, folder.join(name))
}

async fn on_disk(work: impl FnOnce() -> io::Result<()> + Send + 'static) -> Result<(), String> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| error.to_string()),
        Err(panic) => Err(panic.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Letter;
    use app::values::Lang;

    #[test]
    fn files_sort_by_the_time_of_the_letter() {
        let letter = Letter::AlreadyRegistered { login: "a@b.test".to_owned() };
        let parcel = |id: &str, created_at| Parcel {
            id: id.to_owned(),
            recipient: "a@b.test".to_owned(),
            lang: Lang::En,
            letter: letter.clone(),
            created_at,
        };
        assert_eq!(file_name(&parcel("z", 1_773_489_895_007)), "20260314T120455.007Z-z.eml");
        assert!(file_name(&parcel("z", 1_773_489_895_007)) < file_name(&parcel("a", 1_773_489_895_123)));
    }
}
