//! Values that a look-up or a pasted text offers for the form. Nothing is filled in before a person says so, but for
//! fields that were empty.

use serde::{Deserialize, Serialize};

use crate::values::Problem;

/// One offered value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The field's name on the wire; `ogrn` too.
    pub field: String,
    /// In the form in which the field takes it: numbers without separators.
    pub value: String,
    /// What is wrong with it, alone or against the other offered values.
    pub problem: Option<Problem>,
    /// Several values for one field, or one that may as well be something else: the person picks.
    pub is_ambiguous: bool,
    /// Values that may have been meant instead, the likeliest first.
    pub instead: Vec<String>,
}

/// What a pasted text was read as.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pasted {
    /// In the order of the form; several of one field stand together.
    pub proposals: Vec<Proposal>,
    /// Of a payment code: what is no requisite, by its key (`Sum`, `Purpose`, …).
    pub other: Vec<(String, String)>,
    /// What was not recognised, line by line.
    pub rest: Vec<String>,
}
