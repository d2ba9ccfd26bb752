//! Save company: every problem at once, then one request, then the answer in its place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::departure::{Departure, Way};
use super::editor::Editor;
use crate::companies::{Saved, door};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::ui::ToastBox;
use crate::words;

/// What a save needs of the page around.
#[derive(Clone, Copy)]
pub struct Saving {
    pub editor: Editor,
    pub departure: Departure,
    pub toasts: ToastBox,
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
        let changes: Fields = match editor.checked() {
            _ if editor.clashes.with_untracked(|clashes| clashes.open().is_some()) => {
                return browser::focus_soon(".pick:not(:has(:checked)) input");
            }
            Err(_) => return show_first_problem(),
            Ok(checked) => {
                checked.fields().iter().map(|(field, text)| (field.wire().to_owned(), text.clone())).collect()
            }
        };
        if changes.is_empty() {
            return self.finish();
        }
        let (id, version) = (editor.form.with_untracked(|form| form.id), editor.base.get_untracked());
        editor.is_saving.set(true);
        spawn_local(async move {
            let answer = door::save_company(id, version, changes).await;
            if editor.is_saving.try_set(false).is_none() {
                match answer {
                    Ok(saved) => self.saved(saved),
                    Err(error) => self.refused(error),
                }
            }
        });
    }

    fn saved(self, saved: Saved) {
        self.departure.companies.saved(&saved.form);
        if !saved.merged.is_empty() {
            self.toasts.tell(move |lang| words::dialog::others_edits(&saved.merged, lang));
        }
        self.finish();
    }

    fn finish(self) {
        self.toasts.say(words::shell::saved);
        self.departure.let_go(Way::List);
    }

    fn refused(self, error: ApiError) {
        match error {
            ApiError::Unauthenticated => browser::sign_in_again(),
            ApiError::Stale(conflict) => {
                self.editor.meet(*conflict);
                browser::focus_soon(".pick:not(:has(:checked)) input");
            }
            ApiError::Invalid(invalid) | ApiError::Taken(invalid) => {
                if !self.editor.refuse(&invalid) {
                    self.editor.failure.set(Some(ApiError::Invalid(invalid)));
                }
                show_first_problem();
            }
            failure => self.editor.failure.set(Some(failure)),
        }
    }
}

fn show_first_problem() {
    browser::focus_soon(".dlg [aria-invalid=true]");
}
