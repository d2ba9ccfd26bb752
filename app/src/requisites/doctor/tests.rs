//! What the doctor offers and says, case by case.

use super::*;
use crate::requisites::sample::record;

mod accounts;
mod inns;

fn nobody(_: &str) -> bool {
    false
}

fn values(diagnosis: &Diagnosis) -> Vec<&str> {
    diagnosis.candidates.iter().map(|candidate| candidate.value.as_str()).collect()
}

/// The whole line under the field, as the dialog shows it.
fn line(field: &str, draft: &RequisitesDraft, diagnosis: &Diagnosis, lang: Lang) -> String {
    let invalid = draft.check(&BankRecord::default()).unwrap_err();
    diagnosis.message(invalid.first(field).unwrap(), lang)
}
