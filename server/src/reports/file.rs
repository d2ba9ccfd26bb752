//! A statement as the bytes of a file.

use app::reports::FileKind;
use app::values::Lang;

use super::Statement;
use super::csv::csv;
use super::xlsx::xlsx;
use crate::failure::{Failure, Outcome};

/// In the kind of file that is wanted, in the reader's language. Written beside the runtime: a year of charges takes longer
/// than a request should hold one of its threads for.
pub async fn written(statement: Statement, kind: FileKind, lang: Lang) -> Outcome<Vec<u8>> {
    let write = move || match kind {
        FileKind::Csv => Ok(csv(&statement, lang).into_bytes()),
        FileKind::Xlsx => xlsx(&statement, lang).map_err(|error| Failure::Broken(format!("workbook: {error}"))),
    };
    tokio::task::spawn_blocking(write).await.map_err(|error| Failure::Broken(error.to_string()))?
}
