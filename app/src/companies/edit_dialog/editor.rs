//! The state of one open dialog: the record as last heard from the server, and what was typed over it.

mod answers;
mod reason;
#[cfg(test)]
mod tests;
mod verdicts;

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use self::reason::Reason;
use super::changes::{changed, editable, readable, unsaved, with_edits};
use super::clash::{Clashes, Side};
use super::newcomer::Newcomer;
use crate::companies::{Checked, CompanyForm, Draft, Field, OthersEdit, check, notices};
use crate::error::ApiError;
use crate::money::{CreditChange, Impact};
use crate::requisites::{BankRecord, Notice, NoticeKind, normalise};
use crate::site::use_lang;
use crate::values::{Email, Invalid, Lang, Problem, Version, ZoneName, Zones};

/// A handle that every part of the dialog copies.
#[derive(Clone, Copy)]
pub struct Editor {
    pub form: RwSignal<CompanyForm>,
    pub basis: RwSignal<Basis>,
    /// Typed texts by field; a field that nobody touched is not in it.
    edits: RwSignal<Draft>,
    /// Fields that were left once: from then on they are checked at each key.
    left: RwSignal<BTreeSet<Field>>,
    /// What the server refused, until the field is typed in again.
    refused: RwSignal<BTreeMap<Field, Problem>>,
    pub clashes: RwSignal<Clashes>,
    /// Changed by others while the dialog was open, and kept.
    pub merged: RwSignal<Vec<OthersEdit>>,
    pub failure: RwSignal<Option<ApiError>>,
    pub is_saving: RwSignal<bool>,
    /// The last save held, and the dialog is open for what was typed during it.
    pub was_saved: RwSignal<bool>,
    /// The browser's clock, Unix milliseconds; nothing while the server renders.
    pub now: RwSignal<Option<i64>>,
    pub changed: Memo<BTreeSet<Field>>,
    wrong: Memo<Invalid>,
    fixed: StoredValue<Fixed>,
    pub lang: RwSignal<Lang>,
}

/// What stays the same while the dialog is open. Together, so that the handle stays small enough to be copied.
struct Fixed {
    newcomer: Newcomer,
    zones: Zones,
    bank: RwSignal<BankRecord>,
    known_inns: RwSignal<BTreeSet<String>>,
    notices: Memo<Vec<Notice>>,
    reason: Reason,
}

/// The versions that the unsaved texts rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Of the next save: it asks about whatever was saved after this one.
    pub save: Version,
    /// Of a draft: the oldest that something was typed on. A choice between two people's values moves the other one,
    /// but counts only once it is saved.
    pub draft: Version,
}

impl Basis {
    fn of(version: Version) -> Self {
        Self { save: version, draft: version }
    }
}

/// One line of the list of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: Field,
    pub from: String,
    pub to: String,
}

/// The editor of the dialog around.
pub fn use_editor() -> Editor {
    expect_context()
}

impl Editor {
    pub fn new(form: CompanyForm, zones: Zones) -> Self {
        let version = form.version;
        let form = RwSignal::new(form);
        let edits = RwSignal::new(Draft::new());
        let bank = RwSignal::new(BankRecord::default());
        let notices = Memo::new(move |_| {
            let draft = form.with(|form| edits.with(|edits| with_edits(&form.fields, edits)));
            bank.with(|bank| {
                let is_asked = !bank.today.is_empty();
                let is_known = |notice: &Notice| is_asked || notice.kind != NoticeKind::BankUnchecked;
                notices(&draft, bank).into_iter().filter(is_known).collect()
            })
        });
        let known_inns = RwSignal::default();
        let reason = Reason { text: RwSignal::default(), problems: RwSignal::default() };
        let fixed = StoredValue::new(Fixed { newcomer: Newcomer::new(), zones, bank, known_inns, notices, reason });
        let changed = Memo::new(move |_| {
            let changed =
                |form: &CompanyForm, edits: &_| fixed.with_value(|at| changed(&form.fields, edits, &at.zones));
            form.with(|form| edits.with(|edits| changed(form, edits)))
        });
        let wrong = Memo::new(move |_| {
            let draft = form.with(|form| edits.with(|edits| with_edits(&form.fields, edits)));
            let check = |changed: &_, bank: &_| fixed.with_value(|at| check(&draft, changed, &at.zones, bank));
            changed.with(|changed| bank.with(|bank| check(changed, bank).err().unwrap_or_default()))
        });
        Self {
            form,
            basis: RwSignal::new(Basis::of(version)),
            edits,
            left: RwSignal::default(),
            refused: RwSignal::default(),
            clashes: RwSignal::default(),
            merged: RwSignal::default(),
            failure: RwSignal::default(),
            is_saving: RwSignal::new(false),
            was_saved: RwSignal::new(false),
            now: RwSignal::new(None),
            changed,
            wrong,
            fixed,
            lang: use_lang(),
        }
    }

    /// What the typed limit and threshold would bring about; nothing while they are as stored, or wrong.
    pub fn impact(self) -> Option<Impact> {
        let changed = self.changed.get();
        let credit = changed.iter().filter(|field| field.is_credit()).map(|field| (*field, self.text(*field)));
        let change = CreditChange::of(&credit.collect()).ok().filter(|change| change.is_any())?;
        let typed = self.text(Field::Email);
        let email = Email::parse(&typed).map_or(typed, |email| email.as_str().to_owned());
        self.form.with(|form| form.ground.as_ref().map(|ground| ground.impact(change, &email)))
    }

    /// The person in the small form.
    pub fn newcomer(self) -> Newcomer {
        self.fixed.with_value(|fixed| fixed.newcomer)
    }

    /// What the directory of banks says of the BIC that is typed.
    pub fn bank(self) -> RwSignal<BankRecord> {
        self.fixed.with_value(|fixed| fixed.bank)
    }

    /// Of the numbers that a wrong INN may have been meant to be: those that the platform's directory has.
    pub fn known_inns(self) -> RwSignal<BTreeSet<String>> {
        self.fixed.with_value(|fixed| fixed.known_inns)
    }

    /// Whether this person sees the field. It never changes while the dialog is open.
    pub fn has(self, field: Field) -> bool {
        self.form.with_untracked(|form| form.fields.contains_key(&field))
    }

    pub fn zones<T>(self, read: impl FnOnce(&Zones) -> T) -> T {
        self.fixed.with_value(|fixed| read(&fixed.zones))
    }

    /// The offset now of the stored zone, minutes east of UTC: the zone of every time in the dialog.
    pub fn zone_offset(self) -> i16 {
        let name = ZoneName::parse(&self.stored(Field::TimeZone)).ok();
        self.zones(|zones| name.and_then(|name| Some(zones.find(&name)?.offset_minutes())).unwrap_or_default())
    }

    /// What the field's input holds.
    pub fn text(self, field: Field) -> String {
        self.edits.with(|edits| edits.get(&field).cloned()).unwrap_or_else(|| {
            let lang = self.lang.get();
            self.zones(|zones| editable(field, &self.stored(field), lang, zones))
        })
    }

    pub fn stored(self, field: Field) -> String {
        self.form.with(|form| form.fields.get(&field).cloned().unwrap_or_default())
    }

    /// The stored value, as running text shows it.
    pub fn was(self, field: Field) -> String {
        self.readable(field, &self.stored(field))
    }

    pub fn readable(self, field: Field, value: &str) -> String {
        let lang = self.lang.get();
        self.zones(|zones| readable(field, value, lang, zones))
    }

    /// Takes what a person typed. The register's number goes with the INN that it belongs to.
    pub fn type_in(self, field: Field, text: String) {
        if field == Field::Inn {
            let is_as_stored = normalise(field.wire(), &text).is_ok_and(|inn| inn == untrack(|| self.stored(field)));
            self.put(Field::Ogrn, (!is_as_stored).then(String::new));
        }
        self.write(field, text);
    }

    /// Takes values that somebody else knows; what each field had typed in it before.
    pub fn fill(self, mut values: Vec<(Field, String)>) -> Vec<(Field, Option<String>)> {
        let has = |values: &[(Field, String)], field| values.iter().any(|(filled, _)| *filled == field);
        // The register's number of another INN goes with it.
        if has(&values, Field::Inn) && !has(&values, Field::Ogrn) {
            values.push((Field::Ogrn, String::new()));
        }
        let before =
            values.iter().map(|(field, _)| (*field, self.edits.with_untracked(|edits| edits.get(field).cloned())));
        let before = before.collect();
        for (field, value) in values {
            self.leave(field);
            self.write(field, value);
        }
        before
    }

    /// Takes a filling back.
    pub fn put_back(self, before: Vec<(Field, Option<String>)>) {
        for (field, text) in before {
            match text {
                Some(text) => self.write(field, text),
                None => self.put(field, None),
            }
        }
    }

    fn put(self, field: Field, text: Option<String>) {
        self.edits.update(|edits| match text {
            Some(text) => {
                edits.insert(field, text);
            }
            None => {
                edits.remove(&field);
            }
        });
    }

    fn write(self, field: Field, text: String) {
        self.refused.update(|refused| {
            refused.remove(&field);
        });
        let is_clash = self.clashes.with_untracked(|clashes| clashes.of(field).is_some());
        self.edits.update(|edits| {
            if is_clash {
                self.clashes.update(|clashes| clashes.retype(field, &text, edits));
            } else {
                edits.insert(field, text);
            }
        });
    }

    pub fn choose(self, field: Field, side: Side) {
        self.edits.update(|edits| self.clashes.update(|clashes| clashes.choose(field, side, edits)));
    }

    pub fn leave(self, field: Field) {
        self.left.try_update(|left| left.insert(field));
    }

    pub fn leave_all(self) {
        self.left.set(Field::ALL.into());
    }

    pub fn is_changed(self, field: Field) -> bool {
        self.changed.with(|changed| changed.contains(&field))
    }

    /// The changes with the value before and after, in the order of the dialog.
    pub fn changes(self) -> Vec<Change> {
        let line = |field: &Field| Change {
            field: *field,
            from: self.was(*field),
            to: self.readable(*field, &self.text(*field)),
        };
        self.changed.with(|changed| changed.iter().map(line).collect())
    }

    /// The changes in the form in which they are stored, ready to be sent.
    pub fn checked(self) -> Result<Checked, Invalid> {
        let draft = self.form.with_untracked(|form| self.edits.with_untracked(|edits| with_edits(&form.fields, edits)));
        let sent = untrack(|| self.unsaved()).into_keys().collect();
        self.bank().with_untracked(|bank| self.zones(|zones| check(&draft, &sent, zones, bank)))
    }

    /// Only what differs from the stored record, as typed.
    pub fn unsaved(self) -> Draft {
        self.edits.with(|edits| self.unsaved_of(edits))
    }

    pub fn unsaved_of(self, edits: &Draft) -> Draft {
        self.form.with(|form| self.zones(|zones| unsaved(&form.fields, edits, zones)))
    }

    /// Everything typed, as at this moment.
    pub fn typed(self) -> Draft {
        self.edits.get_untracked()
    }

    /// How much would be lost by leaving: changed fields, and a person who is not registered.
    pub fn unsaved_count(self) -> usize {
        self.changed.with(BTreeSet::len) + usize::from(self.newcomer().is_typed.get())
    }

    pub fn has_unsaved(self) -> bool {
        untrack(|| self.unsaved_count()) > 0
    }
}
