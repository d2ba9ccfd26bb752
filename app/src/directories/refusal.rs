//! Every reason for which a file does not become the directory.

use serde::{Deserialize, Serialize};

/// Why the directory stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportRefusal {
    /// No file was chosen, or it holds not a single byte.
    Empty,
    BrokenZip,
    ZipWithoutXml,
    ZipWithSeveralXml {
        count: u32,
    },
    /// Unpacked it is over 64 MiB.
    TooLarge,
    UnknownEncoding {
        label: String,
    },
    /// Not well-formed, or cut off; after so many whole entries.
    BrokenXml {
        entries: u32,
    },
    /// A document type or an entity of its own: nothing that this message ever has.
    HasDocumentType,
    NotEd807,
    /// `InfoTypeCode` is not FIRR: the file holds changes alone.
    ChangesOnly,
    /// An attribute of the entry with this number (0: of the message itself) is missing or unfit.
    BadAttribute {
        entry: u32,
        name: String,
    },
    DuplicateBic {
        bic: String,
    },
    NoEntries,
    /// Fewer than half of those loaded now.
    TooFew {
        entries: u32,
        loaded: u32,
    },
    /// `YYYY-MM-DD` each.
    Older {
        business_day: String,
        loaded: String,
    },
    /// The server could not finish.
    Failed,
}
