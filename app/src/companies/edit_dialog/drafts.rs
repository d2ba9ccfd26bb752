//! Unsaved changes outlive a reload and an ended session: they are kept in the browser, by person and company.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser;
use super::editor::Editor;
use crate::companies::Draft;
use crate::values::{CompanyId, UserId, Version};

const PREFIX: &str = "kontora-draft-";

/// What was typed and not saved, with the version it is based on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    pub version: Version,
    /// When it was last changed, Unix milliseconds.
    pub at: i64,
    pub edits: Draft,
}

/// The draft of one open dialog.
#[derive(Clone, Copy)]
pub struct Drafts {
    key: StoredValue<String>,
    editor: Editor,
    /// Found from an earlier visit; restored or discarded only by the person.
    pub found: RwSignal<Option<KeptDraft>>,
}

impl Drafts {
    /// Looks for an earlier draft, then keeps every change.
    pub fn start(editor: Editor, person: UserId, company: CompanyId) -> Self {
        let key = StoredValue::new(format!("{PREFIX}{person}-{company}"));
        let drafts = Self { key, editor, found: RwSignal::new(None) };
        Effect::new(move |has_looked: Option<()>| {
            if has_looked.is_none() {
                drafts.found.set(drafts.earlier());
            }
            drafts.keep();
        });
        drafts
    }

    /// Takes the found draft up again, based on the version it was typed on.
    pub fn restore(self) {
        if let Some(draft) = self.found.get_untracked() {
            self.editor.restore(draft);
            self.found.set(None);
        }
    }

    /// Forgets what is kept.
    pub fn discard(self) {
        self.found.set(None);
        self.key.with_value(|key| storage::remove(key));
    }

    fn earlier(self) -> Option<KeptDraft> {
        let text = self.key.with_value(|key| storage::read(key))?;
        let mut draft: KeptDraft = serde_json::from_str(&text).ok()?;
        draft.edits = self.editor.differing(&draft.edits);
        (!draft.edits.is_empty()).then_some(draft)
    }

    fn keep(self) {
        let (edits, version) = (self.editor.unsaved_edits(), self.editor.base.get());
        let draft = match (self.found.get(), edits.is_empty()) {
            (Some(_), true) => return,
            (None, true) => return self.key.with_value(|key| storage::remove(key)),
            (None, false) => KeptDraft { version, at: browser::now().unwrap_or_default(), edits },
            (Some(mut found), false) => {
                found.edits.extend(edits);
                found
            }
        };
        if let Ok(text) = serde_json::to_string(&draft) {
            self.key.with_value(|key| storage::write(key, &text));
        }
    }
}

/// Forgets the drafts of everybody in this browser: for signing out.
pub fn clear_drafts() {
    storage::remove_all(PREFIX);
}

#[cfg(feature = "hydrate")]
mod storage {
    use leptos::prelude::window;

    fn storage() -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }

    pub fn read(key: &str) -> Option<String> {
        storage()?.get_item(key).ok().flatten()
    }

    /// A full or forbidden storage only costs the draft.
    pub fn write(key: &str, text: &str) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(key, text);
        }
    }

    pub fn remove(key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(key);
        }
    }

    pub fn remove_all(prefix: &str) {
        let Some(storage) = storage() else { return };
        let count = storage.length().unwrap_or_default();
        let keys: Vec<String> = (0..count).filter_map(|index| storage.key(index).ok().flatten()).collect();
        for key in keys.iter().filter(|key| key.starts_with(prefix)) {
            let _ = storage.remove_item(key);
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod storage {
    pub fn read(_: &str) -> Option<String> {
        None
    }

    pub fn write(_: &str, _: &str) {}

    pub fn remove(_: &str) {}

    pub fn remove_all(_: &str) {}
}
