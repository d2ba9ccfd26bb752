//! What a save does, decided without I/O: which changes are proven, and how two people's edits come together.

use std::collections::{BTreeMap, BTreeSet};

use super::company::{Draft, FieldConflict, OthersEdit};
use super::field::Field;
use crate::requisites::{self, BankRecord, Notice, RequisitesDraft, address_notice};
use crate::values::{
    Address, BankName, CompanyName, CreditLimit, Email, Invalid, MaxDialogs, Phone, Problem, Threshold, Zones, optional,
};

/// Changed fields in the form in which they are stored. Only [`check`] makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked(Draft);

impl Checked {
    /// Field by field, the stored text.
    pub fn fields(&self) -> &Draft {
        &self.0
    }
}

/// Checks the changed fields of a draft, and the requisites as a whole where one of them changed.
/// `draft` holds every field as it would stand after the save, `bank` what the directory says of its BIC. All problems at
/// once.
pub fn check(draft: &Draft, changed: &BTreeSet<Field>, zones: &Zones, bank: &BankRecord) -> Result<Checked, Invalid> {
    let mut invalid = Invalid::default();
    let mut checked = Draft::new();
    for field in changed {
        let typed = draft.get(field).map_or("", String::as_str);
        if let Some(stored) = invalid.check(field.wire(), stored_form(*field, typed, zones)) {
            checked.insert(*field, stored);
        }
    }
    for (field, problem) in requisite_problems(draft, bank) {
        let is_new = invalid.first(field.wire()).is_none();
        if is_new && concerns(field, changed) {
            invalid.add(field.wire(), problem);
        }
    }
    invalid.into_result().map(|()| Checked(checked))
}

/// A cross-check speaks up when a field of its own or of its group was touched.
fn concerns(field: Field, changed: &BTreeSet<Field>) -> bool {
    changed.contains(&field)
        || field.group().is_some_and(|group| changed.iter().any(|other| other.group() == Some(group)))
}

/// The changes with what goes along: the register's number belongs to the INN, and leaves with it.
pub fn with_ogrn(current: &Draft, mut changes: Draft) -> Draft {
    let held = current.get(&Field::Inn).map_or("", String::as_str);
    let is_new = |inn: &String| requisites::normalise(Field::Inn.wire(), inn).is_ok_and(|inn| inn != held);
    if changes.get(&Field::Inn).is_some_and(is_new) {
        changes.entry(Field::Ogrn).or_default();
    }
    changes
}

/// The text in which a typed value is stored, or what is wrong with it alone.
pub fn stored_form(field: Field, typed: &str, zones: &Zones) -> Result<String, Problem> {
    let or_empty = |text: Option<String>| text.unwrap_or_default();
    Ok(match field {
        Field::Name => CompanyName::parse(typed)?.as_str().to_owned(),
        Field::Email => Email::parse(typed)?.as_str().to_owned(),
        Field::Phone => or_empty(optional(typed, Phone::parse)?.map(|phone| phone.as_str().to_owned())),
        Field::CreditLimit => CreditLimit::parse(typed)?.kopecks().to_string(),
        Field::NotificationThreshold => or_empty(Threshold::parse(typed)?.kopecks().map(|sum| sum.to_string())),
        Field::TimeZone => zones.parse(typed)?.as_str().to_owned(),
        Field::MaxDialogs => MaxDialogs::parse(typed)?.value().to_string(),
        Field::RequireSecondFactor | Field::Comply230Fz => {
            typed.parse::<bool>().map_err(|_| Problem::Required)?.to_string()
        }
        Field::Inn | Field::Kpp | Field::Ogrn | Field::Bic | Field::CorrespondentAccount | Field::Account => {
            requisites::normalise(field.wire(), typed)?
        }
        Field::Bank => or_empty(optional(typed, BankName::parse)?.map(|bank| bank.as_str().to_owned())),
        Field::LegalAddress | Field::PostalAddress => {
            or_empty(optional(typed, Address::parse)?.map(|address| address.as_str().to_owned()))
        }
    })
}

/// What does not refuse the save of the requisites but is worth a look, beside fields that are refused too.
pub fn notices(draft: &Draft, bank: &BankRecord) -> Vec<Notice> {
    let text = |field: Field| draft.get(&field).map(String::as_str).unwrap_or_default();
    let mut notices = requisites_of(draft).notices(bank);
    notices.extend(address_notice(text(Field::Inn), text(Field::LegalAddress)));
    notices
}

/// The requisites among the fields, as they stand in the draft.
pub fn requisites_of(draft: &Draft) -> RequisitesDraft {
    let text = |field: Field| draft.get(&field).cloned().unwrap_or_default();
    RequisitesDraft {
        inn: text(Field::Inn),
        kpp: text(Field::Kpp),
        bic: text(Field::Bic),
        correspondent_account: text(Field::CorrespondentAccount),
        account: text(Field::Account),
    }
}

fn requisite_problems(draft: &Draft, bank: &BankRecord) -> Vec<(Field, Problem)> {
    let Err(invalid) = requisites_of(draft).check(bank) else { return Vec::new() };
    invalid.iter().filter_map(|(wire, problems)| Some((Field::parse(wire)?, problems.first()?.clone()))).collect()
}

/// How one person's changes meet the changes that others saved since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// To write: the fields that only this person changed.
    pub apply: Draft,
    /// Changed by both, to different values: somebody has to choose.
    pub conflicts: Vec<FieldConflict>,
    /// Changed by others alone.
    pub kept: Vec<OthersEdit>,
}

/// The last save of a field by somebody else since the dialog was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theirs {
    /// The value when the dialog was opened.
    pub original: String,
    pub by: String,
    /// Unix milliseconds.
    pub at: i64,
}

/// Brings changes together field by field; INN with KPP, and BIC with both accounts, as one.
pub fn merge(current: &Draft, theirs: &BTreeMap<Field, Theirs>, yours: &Draft) -> Merge {
    let now = |field: Field| current.get(&field).map_or("", String::as_str);
    let really_theirs: BTreeMap<_, _> = theirs.iter().filter(|(field, edit)| now(**field) != edit.original).collect();
    let mut merge = Merge::default();
    for (field, value) in yours {
        if now(*field) == value {
            continue;
        }
        let meeting = really_theirs.get(field).copied().or_else(|| group_edit(*field, &really_theirs));
        match meeting {
            None => {
                merge.apply.insert(*field, value.clone());
            }
            Some(edit) => merge.conflicts.push(FieldConflict {
                field: *field,
                theirs: now(*field).to_owned(),
                yours: value.clone(),
                original: really_theirs.get(field).map_or(now(*field), |edit| edit.original.as_str()).to_owned(),
                by: edit.by.clone(),
                at: edit.at,
            }),
        }
    }
    complete_groups(&mut merge, &now, &really_theirs, yours);
    for (field, edit) in really_theirs {
        if merge.conflicts.iter().all(|conflict| conflict.field != *field) {
            merge.kept.push(OthersEdit { field: *field, by: edit.by.clone() });
        }
    }
    merge
}

/// Where a group is in conflict, the other fields of it that they changed are part of the choice: those that only they
/// changed, and those that both changed to the same value.
fn complete_groups<'a>(
    merge: &mut Merge,
    now: &impl Fn(Field) -> &'a str,
    theirs: &BTreeMap<&Field, &Theirs>,
    yours: &Draft,
) {
    for (field, edit) in theirs {
        let is_listed = merge.conflicts.iter().any(|conflict| conflict.field == **field);
        let in_conflict =
            field.group().is_some() && merge.conflicts.iter().any(|conflict| conflict.field.group() == field.group());
        if in_conflict && !is_listed {
            merge.conflicts.push(FieldConflict {
                field: **field,
                theirs: now(**field).to_owned(),
                yours: yours.get(field).unwrap_or(&edit.original).clone(),
                original: edit.original.clone(),
                by: edit.by.clone(),
                at: edit.at,
            });
        }
    }
    merge.conflicts.sort_by_key(|conflict| conflict.field);
}

/// Somebody else's edit of another field of the same group of requisites.
fn group_edit<'a>(field: Field, theirs: &BTreeMap<&Field, &'a Theirs>) -> Option<&'a Theirs> {
    let group = field.group()?;
    theirs.iter().find(|(other, _)| other.group() == Some(group)).map(|(_, edit)| *edit)
}

#[cfg(test)]
mod tests;
