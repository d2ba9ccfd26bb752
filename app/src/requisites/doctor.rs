//! What may have been meant by a number that fails its check: values to choose from, the likeliest first, and what cannot
//! be known. It fills in nothing by itself.

use super::{BankRecord, RequisitesDraft};
use crate::values::Lang;

mod account;
mod correspondent;
mod inn;
mod slips;
#[cfg(test)]
mod tests;
mod words;

pub use inn::near_inns;
#[cfg(test)]
pub(super) use slips::{neighbours_swapped, one_digit_changed};

/// How many candidates are offered.
const SHOWN: usize = 5;

/// What can be said of a doubtful number beyond what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// At most five, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// How many other numbers, not among the candidates, a single slip could have come from.
    pub others: usize,
    remark: Remark,
}

/// A value that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The field that it fills, by its name on the wire: not always the one that was asked about.
    pub field: &'static str,
    pub value: String,
    pub why: Why,
}

/// What speaks for a candidate; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A directory has it.
    Known,
    /// It fits the other field.
    Fits,
    /// Two neighbouring digits were swapped.
    Swap,
    /// One digit is another.
    Digit,
}

/// The one thing to add to the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Remark {
    Nothing,
    /// A digit too few for a person's INN, one too many for an organization's.
    MissingOrExtra,
    /// So many other numbers fit as well.
    OthersFit(usize),
    /// If one digit is wrong, it can only be this number.
    OnlyOne(String),
    /// If one digit is wrong, it is one of the candidates.
    NoOthers,
    /// No single digit repairs it.
    SeveralWrong,
    /// In so many ways one digit repairs an account.
    AnyDigit(usize),
    /// The correspondent account is as one of this BIC.
    OtherBank(String),
}

impl Diagnosis {
    /// What can be said beside the problem or the notice at the field; may be empty.
    pub fn remark(&self, lang: Lang) -> String {
        words::remark(&self.remark, lang)
    }

    /// The likeliest candidates first, each value once.
    fn new(mut candidates: Vec<Candidate>, others: usize, remark: Remark) -> Self {
        candidates.sort_by_key(|candidate| candidate.why);
        let mut shown: Vec<Candidate> = Vec::with_capacity(SHOWN);
        for candidate in candidates {
            let is_new = shown.iter().all(|other| other.value != candidate.value);
            if is_new && shown.len() < SHOWN {
                shown.push(candidate);
            }
        }
        Self { candidates: shown, others, remark }
    }
}

impl Candidate {
    /// The words on its button: the number, named where it is for a field of the bank.
    pub fn label(&self, lang: Lang) -> String {
        words::label(self.field, &self.value, lang)
    }

    /// What speaks for it, in a few words.
    pub fn reason(&self, lang: Lang) -> &'static str {
        words::reason(self.why, lang)
    }
}

/// Looks at one field, named as on the wire. Nothing for a number that passes, for one with characters that do not belong,
/// and for fields without a control digit. `known` says of an INN or a BIC whether the platform's own directories have it.
///
/// ```
/// use app::requisites::{BankRecord, RequisitesDraft, doctor::diagnose};
/// let draft = RequisitesDraft { inn: "860307073214".to_owned(), ..RequisitesDraft::default() };
/// let diagnosis = diagnose("inn", &draft, &BankRecord::default(), &|_| false).unwrap();
/// assert_eq!(diagnosis.candidates[0].value, "760307073214");
/// ```
pub fn diagnose(
    field: &str,
    draft: &RequisitesDraft,
    bank: &BankRecord,
    known: &dyn Fn(&str) -> bool,
) -> Option<Diagnosis> {
    match field {
        "inn" => inn::diagnose(&draft.inn, known),
        "account" => account::diagnose(draft, bank),
        "correspondent_account" => correspondent::diagnose(draft, bank, known),
        _ => None,
    }
}
