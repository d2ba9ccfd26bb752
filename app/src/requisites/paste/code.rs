//! A payment code that was pasted as text.

use super::Slot;
use super::found::Found;
use crate::requisites::payment_code::read_text;

/// The keys of requisites (GOST R 56042-2014), and their fields.
const KEYS: [(&str, Slot); 7] = [
    ("Name", Slot::Name),
    ("PersonalAcc", Slot::Account),
    ("BankName", Slot::Bank),
    ("BIC", Slot::Bic),
    ("CorrespAcc", Slot::CorrespondentAccount),
    ("PayeeINN", Slot::Inn),
    ("KPP", Slot::Kpp),
];

pub(super) fn read(text: &str) -> Option<Found> {
    let fields = read_text(text).ok()?;
    let mut found = Found { rest: fields.stray, ..Found::default() };
    for (key, value) in fields.pairs {
        match KEYS.into_iter().find(|(name, _)| key.eq_ignore_ascii_case(name)) {
            Some((_, slot)) if !is_none(&value) => found.state(slot, value),
            Some(_) => {}
            None => found.other.push((key, value)),
        }
    }
    Some(found)
}

/// A bank without a correspondent account is written with a zero.
fn is_none(value: &str) -> bool {
    value.is_empty() || value == "0"
}
