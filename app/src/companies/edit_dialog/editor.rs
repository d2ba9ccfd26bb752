//! The state of one open dialog: the record as last heard from the server, and what was typed over it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::changes::{changed, editable, readable, with_edits};
use super::clash::{Clashes, Side};
use super::drafts::KeptDraft;
use crate::companies::{Checked, CompanyForm, Conflict, Draft, Field, OthersEdit, check};
use crate::error::ApiError;
use crate::site::use_lang;
use crate::values::{Invalid, Lang, Problem, Version, ZoneName, Zones};

/// A handle that every part of the dialog copies.
#[derive(Clone, Copy)]
pub struct Editor {
    pub form: RwSignal<CompanyForm>,
    /// The version that the next save is based on.
    pub base: RwSignal<Version>,
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
    /// The browser's clock, Unix milliseconds; nothing while the server renders.
    pub now: RwSignal<Option<i64>>,
    pub changed: Memo<BTreeSet<Field>>,
    wrong: Memo<Invalid>,
    zones: StoredValue<Zones>,
    pub lang: RwSignal<Lang>,
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
        let base = RwSignal::new(form.version);
        let form = RwSignal::new(form);
        let edits = RwSignal::new(Draft::new());
        let zones = StoredValue::new(zones);
        let changed = Memo::new(move |_| {
            form.with(|form| edits.with(|edits| zones.with_value(|zones| changed(&form.fields, edits, zones))))
        });
        let wrong = Memo::new(move |_| {
            let draft = form.with(|form| edits.with(|edits| with_edits(&form.fields, edits)));
            zones.with_value(|zones| changed.with(|changed| check(&draft, changed, zones).err().unwrap_or_default()))
        });
        Self {
            form,
            base,
            edits,
            left: RwSignal::default(),
            refused: RwSignal::default(),
            clashes: RwSignal::default(),
            merged: RwSignal::default(),
            failure: RwSignal::default(),
            is_saving: RwSignal::new(false),
            now: RwSignal::new(None),
            changed,
            wrong,
            zones,
            lang: use_lang(),
        }
    }

    /// Whether this person sees the field. It never changes while the dialog is open.
    pub fn has(self, field: Field) -> bool {
        self.form.with_untracked(|form| form.fields.contains_key(&field))
    }

    pub fn zones<T>(self, read: impl FnOnce(&Zones) -> T) -> T {
        self.zones.with_value(read)
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

    pub fn type_in(self, field: Field, text: String) {
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

    /// The problem to show at a field: its own once it was left, a cross-check once any of its group was.
    pub fn problem(self, field: Field) -> Option<Problem> {
        let wrong = self.wrong.with(|wrong| wrong.first(field.wire()).cloned());
        let refused = || self.refused.with(|refused| refused.get(&field).cloned());
        wrong.filter(|_| self.is_due(field)).or_else(refused)
    }

    fn is_due(self, field: Field) -> bool {
        self.left.with(|left| {
            let in_group = |other: &Field| other.group().is_some() && other.group() == field.group();
            left.contains(&field)
                || self.changed.with(|changed| changed.iter().any(|other| in_group(other) && left.contains(other)))
        })
    }

    pub fn error_count(self) -> usize {
        Field::ALL.into_iter().filter(|field| self.problem(*field).is_some()).count()
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
        self.changed.with_untracked(|changed| self.zones(|zones| check(&draft, changed, zones)))
    }

    /// Only what differs from the stored record, as typed.
    pub fn unsaved_edits(self) -> Draft {
        self.edits.with(|edits| self.differing(edits))
    }

    pub fn differing(self, edits: &Draft) -> Draft {
        let changed = self.form.with(|form| self.zones(|zones| changed(&form.fields, edits, zones)));
        edits.iter().filter(|(field, _)| changed.contains(field)).map(|(field, text)| (*field, text.clone())).collect()
    }

    /// An earlier draft, under whatever was typed since.
    pub fn restore(self, draft: KeptDraft) {
        self.left.update(|left| left.extend(draft.edits.keys()));
        self.base.set(draft.version);
        self.edits.update(|edits| {
            let newer = std::mem::replace(edits, draft.edits);
            edits.extend(newer);
        });
    }

    /// Both sides changed something: the record becomes the current one, what was typed stays, and somebody chooses.
    pub fn meet(self, conflict: Conflict) {
        let clashes = self.edits.with_untracked(|edits| Clashes::new(conflict.fields, edits));
        self.base.set(conflict.current.version);
        self.form.set(conflict.current);
        self.clashes.set(clashes);
        self.merged.set(conflict.merged);
    }

    /// What the server refused, at the fields; whether all of it has a place there.
    pub fn refuse(self, invalid: &Invalid) -> bool {
        let known: BTreeMap<Field, Problem> = invalid
            .iter()
            .filter_map(|(wire, problems)| {
                Some((Field::parse(wire).filter(|field| self.has(*field))?, problems.first()?.clone()))
            })
            .collect();
        let is_all = known.len() == invalid.fields().count();
        self.refused.set(known);
        is_all
    }
}
