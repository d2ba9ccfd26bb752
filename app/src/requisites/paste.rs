//! Reading requisites out of any text: a card, a line of a contract, the signature of a letter, a payment code.
//!
//! First the text is read as it stands (`found`), then judged with what the directories know (`verdict`). Any text may
//! come: nothing here fails, and what is not recognised is given back.

mod banks_and_names;
mod card_lines;
mod code;
mod emails;
mod found;
mod groups;
mod inn_candidates;
mod kpp_or_bic;
mod label;
mod label_at;
mod labelled;
mod line;
mod lines;
mod loose;
mod phones;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod samples;
mod segments;
#[cfg(test)]
mod tests;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::found::Found;
use super::slot::Slot;
use super::{Bank, Bic, Inn, Pasted};

/// The longest text that a caller should let through, in characters.
pub const MAX_PASTED: u32 = 20_000;

/// What the local directories know of the numbers in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub banks: BTreeMap<Bic, Bank>,
    pub inns: BTreeSet<Inn>,
}

/// The numbers of a text that the directories may know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentioned {
    pub bics: BTreeSet<Bic>,
    /// Those in the text and, for a wrong one, those that it may have been meant to be.
    pub inns: BTreeSet<Inn>,
}

/// How many numbers of a kind are worth asking for; a set of requisites holds a few.
const MOST_ASKED: usize = 50;

/// Reads the requisites in a text.
///
/// ```
/// use app::requisites::{Known, paste};
/// let pasted = paste::read("ИНН/КПП 0017000023/001701002, с уважением", &Known::default());
/// let fields: Vec<_> = pasted.proposals.iter().map(|one| (one.field.as_str(), one.value.as_str())).collect();
/// assert_eq!(fields, [("inn", "0017000023"), ("kpp", "001701002")]);
/// assert_eq!(pasted.rest, ["с уважением"]);
/// ```
pub fn read(text: &str, known: &Known) -> Pasted {
    verdict::judge(find(text), known)
}

/// What to ask the directories for before a text is read.
pub fn mentioned(text: &str) -> Mentioned {
    let found = find(text);
    let of = |slot: Slot| found.values.iter().filter(move |value| value.slot == slot).map(|value| value.text.as_str());
    let bics = of(Slot::Bic).chain(found.kpps_or_bics.iter().map(String::as_str));
    let bics = bics.filter_map(|bic| Bic::parse(bic).ok()).take(MOST_ASKED).collect();
    let inns = of(Slot::Inn).take(MOST_ASKED).flat_map(inn_candidates::itself_or_meant).collect();
    Mentioned { bics, inns }
}

fn find(text: &str) -> Found {
    code::read(text).or_else(|| card_lines::read(text)).unwrap_or_else(|| lines::read(text))
}
