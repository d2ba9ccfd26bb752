//! What became of the operator's upload of organizations: how many were stored, or every line that stood in the way.

use serde::{Deserialize, Serialize};

use crate::values::{Lang, Problem, message};

/// Nothing is stored while there is a fault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartiesReport {
    pub stored: u32,
    /// By line.
    pub faults: Vec<PartyFault>,
}

/// One thing that is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyFault {
    /// From 1, which is the header; 0 for the file as a whole.
    pub line: u64,
    /// The column's name in the header; empty for a line as a whole.
    pub field: String,
    pub kind: FaultKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The value is refused as it would be in a form.
    Value(Problem),
    /// The header lacks this column.
    MissingColumn,
    /// The header names a column that nobody reads.
    UnknownColumn,
    /// The header names this column twice.
    RepeatedColumn,
    /// So many values where the header has so many columns.
    ValueCount {
        expected: u32,
        found: u32,
    },
    /// INN and KPP stand in that line already.
    Repeats {
        line: u64,
    },
    NoOrganizations,
    TooLarge {
        max_mib: u32,
    },
}

impl PartyFault {
    /// `line 3, kpp: …`, for a person.
    pub fn text(&self, lang: Lang) -> String {
        let what = self.kind.text(lang);
        let line = match lang {
            Lang::Ru => "строка",
            Lang::En => "line",
        };
        match (self.line, self.field.as_str()) {
            (0, _) => what,
            (number, "") => format!("{line} {number}: {what}"),
            (number, field) => format!("{line} {number}, {field}: {what}"),
        }
    }
}

impl FaultKind {
    fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Value(problem), _) => message(problem, lang),
            (Self::MissingColumn, Lang::Ru) => "нет такого столбца".to_owned(),
            (Self::MissingColumn, Lang::En) => "this column is missing".to_owned(),
            (Self::UnknownColumn, Lang::Ru) => "лишний столбец".to_owned(),
            (Self::UnknownColumn, Lang::En) => "there is no such column".to_owned(),
            (Self::RepeatedColumn, Lang::Ru) => "столбец назван дважды".to_owned(),
            (Self::RepeatedColumn, Lang::En) => "this column is named twice".to_owned(),
            (Self::ValueCount { expected, found }, Lang::Ru) => format!("значений {found}, а столбцов {expected}"),
            (Self::ValueCount { expected, found }, Lang::En) => format!("{found} values for {expected} columns"),
            (Self::Repeats { line }, Lang::Ru) => format!("те же ИНН и КПП, что в строке {line}"),
            (Self::Repeats { line }, Lang::En) => format!("the same INN and KPP as in line {line}"),
            (Self::NoOrganizations, Lang::Ru) => "В файле нет ни одной организации".to_owned(),
            (Self::NoOrganizations, Lang::En) => "There are no organizations in the file".to_owned(),
            (Self::TooLarge { max_mib }, Lang::Ru) => format!("Файл больше {max_mib} МиБ"),
            (Self::TooLarge { max_mib }, Lang::En) => format!("The file is over {max_mib} MiB"),
        }
    }
}
