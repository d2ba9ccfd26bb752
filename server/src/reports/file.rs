//! A statement as the bytes of a file.

use app::reports::FileKind;
use app::values::Lang;

use super::Statement;
use super::csv::csv;
use super::xlsx::xlsx;
use crate::failure::{Failure, Outcome};

/// In the kind of file that is wanted, in the reader's language.
pub fn written(statement: &Statement<'_>, kind: FileKind, lang: Lang) -> Outcome<Vec<u8>> {
    match kind {
        FileKind::Csv => Ok(csv(statement, lang).into_bytes()),
        FileKind::Xlsx => xlsx(statement, lang).map_err(|error| Failure::Broken(format!("workbook: {error}"))),
    }
}
