//! How a record and what was typed over it go on after an answer: of the server, or of the person about a draft.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Basis, Editor};
use crate::companies::edit_dialog::changes::{meets, typed_since};
use crate::companies::edit_dialog::clash::Clashes;
use crate::companies::edit_dialog::drafts::KeptDraft;
use crate::companies::{Conflict, Draft, Field, REASON, Saved};
use crate::people::Employee;
use crate::values::{Invalid, Problem};

impl Editor {
    /// An earlier draft, under whatever was typed since. Its version may be older than the record shown: the next save
    /// meets all that others stored in between, and asks anew for every choice begun here.
    pub fn restore(self, draft: KeptDraft) {
        let newer = untrack(|| self.unsaved());
        self.left.update(|left| left.extend(draft.edits.keys()));
        let oldest = draft.version.min(self.basis.get_untracked().draft);
        self.basis.set(Basis::of(oldest));
        self.clashes.set(Clashes::default());
        self.edits.update(|edits| {
            *edits = draft.edits;
            edits.extend(newer);
        });
        self.reason().restore(draft.reason);
        self.newcomer().restore(draft.newcomer);
    }

    /// Both sides changed something: the record becomes the current one, what was typed stays, and somebody chooses.
    pub fn meet(self, conflict: Conflict) {
        // A text that said what the record said must not turn into a change now that the record says another.
        let mine = untrack(|| self.unsaved());
        self.clashes.set(Clashes::new(conflict.fields, &mine));
        self.edits.set(mine);
        self.basis.update(|basis| basis.save = conflict.current.version);
        self.form.set(conflict.current);
        self.merged.set(conflict.merged);
    }

    /// The save of `sent` held: the record is the stored one, and only what was typed meanwhile is still unsaved.
    pub fn follow(self, saved: Saved, sent: &Draft) {
        let before = self.form.with_untracked(|form| form.fields.clone());
        let newer = self.edits.with_untracked(|now| typed_since(sent, now, &before));
        // What was typed over a value that others had changed already is not based on the record as it is now.
        if !meets(&newer, &saved.merged) {
            self.basis.set(Basis::of(saved.form.version));
        }
        self.edits.set(newer);
        self.form.set(saved.form);
        self.clashes.set(Clashes::default());
        self.refused.set(BTreeMap::new());
        self.merged.set(saved.merged);
    }

    /// What the server refused, at the fields; whether all of it has a place there.
    pub fn refuse(self, invalid: &Invalid) -> bool {
        let known: BTreeMap<Field, Problem> = invalid
            .iter()
            .filter_map(|(wire, problems)| {
                Some((Field::parse(wire).filter(|field| self.has(*field))?, problems.first()?.clone()))
            })
            .collect();
        self.reason().problems.set(invalid.clone());
        let is_all = known.len() + usize::from(invalid.first(REASON).is_some()) == invalid.fields().count();
        self.refused.set(known);
        is_all
    }

    /// A person who was just registered, among the employees. A save meanwhile may have brought them already.
    pub fn welcome(self, person: Employee) {
        self.form.update(|form| {
            form.administrators.retain(|known| known.id != person.id);
            form.administrators.push(person);
        });
    }
}
