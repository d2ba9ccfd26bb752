//! What the doctor offers and says, case by case.

use super::*;
use crate::requisites::sample::record;
use crate::values::message;

mod accounts;
mod inns;

fn nobody(_: &str) -> bool {
    false
}

fn values(diagnosis: &Diagnosis) -> Vec<&str> {
    diagnosis.candidates.iter().map(|candidate| candidate.value.as_str()).collect()
}

/// What is wrong and what else can be said, as the dialog shows both.
fn line(field: &str, draft: &RequisitesDraft, diagnosis: &Diagnosis, lang: Lang) -> String {
    let invalid = draft.check(&BankRecord::default()).unwrap_err();
    let said = message(invalid.first(field).unwrap(), lang);
    let remark = diagnosis.remark(lang);
    if remark.is_empty() { said } else { format!("{said}; {remark}") }
}
