//! The kinds of files that entries are downloaded in.

/// A table of text, or a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Csv,
    Xlsx,
}

impl FileKind {
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// The ending of the file's name, and of its address.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
        }
    }

    /// The type of its content (IANA media type).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A file on its way to whoever downloads it.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFile {
    /// ASCII, without its ending.
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
}
