//! Save company: every problem at once, then one request, then the answer in its place.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::departure::{Departure, Way};
use super::editor::Editor;
use crate::companies::{Checked, Draft, REASON, Saved, door};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::history::Undo;
use crate::money::Ground;
use crate::people::Me;
use crate::ui::ToastBox;
use crate::values::{Invalid, Version};
use crate::words;

/// What a save needs of the page around.
#[derive(Clone, Copy)]
pub struct Saving {
    pub editor: Editor,
    pub departure: Departure,
    pub toasts: ToastBox,
    pub me: RwSignal<Me>,
}

impl Saving {
    /// Saves what changed, or leads to the first thing that stands in the way.
    pub fn save(self) {
        let editor = self.editor;
        if editor.is_saving.get_untracked() {
            return;
        }
        editor.leave_all();
        editor.failure.set(None);
        editor.reason().problems.set(Invalid::default());
        editor.was_saved.set(false);
        if editor.clashes.with_untracked(|clashes| clashes.open().is_some()) {
            return show_first_choice();
        }
        let Ok(checked) = editor.checked() else { return show_first_problem() };
        if editor.newcomer().is_typed.get_untracked() {
            return editor.newcomer().remind();
        }
        if checked.fields().is_empty() { self.finish(None) } else { self.send(&checked) }
    }

    fn send(self, checked: &Checked) {
        let editor = self.editor;
        let (mut changes, after) = (on_wire(checked), checked.fields().clone());
        let reason = untrack(|| editor.told_reason());
        if !reason.is_empty() {
            changes.insert(REASON.to_owned(), reason.clone());
        }
        let before = editor.form.with_untracked(|form| {
            form.fields
                .iter()
                .filter(|(field, _)| after.contains_key(field))
                .map(|(field, was)| (*field, was.clone()))
                .collect()
        });
        let (id, version) = (editor.form.with_untracked(|form| form.id), editor.basis.get_untracked().save);
        let (sent, seen) = (editor.typed(), editor.impact());
        editor.is_saving.set(true);
        spawn_local(async move {
            let answer = door::save_company(id, version, changes, seen).await;
            if editor.is_saving.try_set(false).is_none() {
                match answer {
                    Ok(saved) => {
                        editor.reason().forget(&reason);
                        self.saved(saved, &sent, [before, after]);
                    }
                    Err(error) => self.refused(error, &sent),
                }
            }
        });
    }

    fn saved(self, saved: Saved, sent: &Draft, values: [Draft; 2]) {
        self.departure.companies.saved(&saved.form);
        let merged = saved.merged.clone();
        // What others had saved alike is not of this save.
        let values = values.map(|mut values| {
            values.retain(|field, _| merged.iter().all(|edit| edit.field != *field));
            values
        });
        let undo = saved.written.map(|version| self.undo(version, values, saved.form.ground.clone()));
        self.editor.follow(saved, sent);
        if self.editor.has_unsaved() {
            return self.editor.was_saved.set(true);
        }
        if !merged.is_empty() {
            self.toasts.tell(move |lang| words::dialog::others_edits(&merged, lang));
        }
        self.finish(undo);
    }

    /// Says that the save held, and offers to take it back where something was written.
    fn finish(self, undo: Option<Undo>) {
        match undo {
            Some(undo) => undo.offer(words::shell::saved),
            None => self.toasts.say(words::shell::saved),
        }
        self.departure.let_go(Way::List);
    }

    fn undo(self, version: Version, values: [Draft; 2], ground: Option<Ground>) -> Undo {
        let companies = self.departure.companies;
        Undo {
            company: self.editor.form.with_untracked(|form| form.id),
            version,
            values,
            ground,
            toasts: self.toasts,
            me: self.me,
            show: Arc::new(move |form| {
                if companies.is_there() {
                    companies.saved(form);
                }
            }),
        }
    }

    fn refused(self, error: ApiError, sent: &Draft) {
        match error {
            ApiError::Unauthenticated => browser::sign_in_again(),
            // What was typed meanwhile may meet other people's edits too: they are asked for again, all at once.
            ApiError::Stale(_) if self.editor.typed() != *sent => self.save(),
            ApiError::Stale(conflict) => {
                self.editor.meet(*conflict);
                show_first_choice();
            }
            ApiError::Invalid(invalid) | ApiError::Taken(invalid) => {
                if !self.editor.refuse(&invalid) {
                    self.editor.failure.set(Some(ApiError::Invalid(invalid)));
                }
                show_first_problem();
            }
            ApiError::PreviewChanged(ground) => {
                self.editor.form.update(|form| form.stands_on((*ground).clone()));
                self.editor.failure.set(Some(ApiError::PreviewChanged(ground)));
                browser::focus_soon(".impact");
            }
            failure => self.editor.failure.set(Some(failure)),
        }
    }
}

fn on_wire(checked: &Checked) -> Fields {
    checked.fields().iter().map(|(field, text)| (field.wire().to_owned(), text.clone())).collect()
}

fn show_first_choice() {
    browser::focus_soon(".pick:not(:has(:checked)) input");
}

fn show_first_problem() {
    browser::focus_soon(".dlg [aria-invalid=true]");
}
