//! Unsaved changes outlive a reload and an ended session: they are kept in the browser, by person and company.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser;
use super::editor::Editor;
use super::newcomer::NewcomerText;
use crate::companies::Draft;
use crate::values::{CompanyId, UserId, Version};

const PREFIX: &str = "kontora-draft-";

/// What was typed and not saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// The version that it was typed on: whatever others saved after it has to be met.
    pub version: Version,
    /// When it was last changed, Unix milliseconds.
    pub at: i64,
    pub edits: Draft,
    /// Why the credit limit is another.
    #[serde(default)]
    pub reason: String,
    /// A person who was not registered.
    #[serde(default)]
    pub newcomer: NewcomerText,
}

impl KeptDraft {
    fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.newcomer.is_empty()
    }

    /// With what was typed later over it. What was typed on two versions is based on the older one.
    fn under(mut self, newer: Self) -> Self {
        if newer.is_empty() {
            return self;
        }
        self.edits.extend(newer.edits);
        Self {
            version: self.version.min(newer.version),
            at: newer.at,
            edits: self.edits,
            reason: if newer.reason.is_empty() { self.reason } else { newer.reason },
            newcomer: newer.newcomer.over(self.newcomer),
        }
    }
}

/// The draft of one open dialog.
#[derive(Clone, Copy)]
pub struct Drafts {
    key: StoredValue<String>,
    /// Found from an earlier visit; restored or discarded only by the person.
    pub found: RwSignal<Option<KeptDraft>>,
    /// What was typed is saved or given up: nothing is kept any more.
    has_ended: StoredValue<bool>,
}

impl Drafts {
    /// Looks for an earlier draft, then keeps every change.
    pub fn start(editor: Editor, person: UserId, company: CompanyId) -> Self {
        let key = StoredValue::new(format!("{PREFIX}{person}-{company}"));
        let drafts = Self { key, found: RwSignal::new(None), has_ended: StoredValue::new(false) };
        Effect::new(move |has_looked: Option<()>| {
            if has_looked.is_none() {
                drafts.found.set(drafts.earlier(editor));
            }
            drafts.keep(editor);
        });
        drafts
    }

    /// Takes the found draft up again, based on the version it was typed on.
    pub fn restore(self, editor: Editor) {
        if let Some(draft) = self.found.get_untracked() {
            editor.restore(draft);
            self.found.set(None);
        }
    }

    /// Forgets the found draft. What was typed since is kept on.
    pub fn discard(self) {
        self.found.set(None);
    }

    /// Forgets what was typed, for good. A draft found and not answered about stays as it was found.
    pub fn end(self) {
        self.has_ended.set_value(true);
        self.store(self.found.get_untracked());
    }

    fn earlier(self, editor: Editor) -> Option<KeptDraft> {
        let text = self.key.with_value(|key| storage::read(key))?;
        let mut draft: KeptDraft = serde_json::from_str(&text).ok()?;
        draft.edits = editor.unsaved_of(&draft.edits);
        (!draft.is_empty()).then_some(draft)
    }

    fn keep(self, editor: Editor) {
        if self.has_ended.get_value() {
            return;
        }
        let typed = KeptDraft {
            version: editor.basis.get().draft,
            at: browser::now().unwrap_or_default(),
            edits: editor.unsaved(),
            reason: editor.told_reason(),
            newcomer: editor.newcomer().text(),
        };
        let draft = match self.found.get() {
            Some(found) => found.under(typed),
            None => typed,
        };
        self.store(Some(draft).filter(|draft| !draft.is_empty()));
    }

    fn store(self, draft: Option<KeptDraft>) {
        let text = draft.and_then(|draft| serde_json::to_string(&draft).ok());
        self.key.with_value(|key| match text {
            Some(text) => storage::write(key, &text),
            None => storage::remove(key),
        });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companies::Field;

    fn draft(version: i64, edits: &[(Field, &str)], full_name: &str) -> KeptDraft {
        KeptDraft {
            version: Version::new(version),
            at: version,
            edits: edits.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            reason: String::new(),
            newcomer: NewcomerText { full_name: full_name.to_owned(), email: String::new() },
        }
    }

    #[test]
    fn newer_typing_lies_over_a_found_draft_and_never_makes_it_newer_than_it_is() {
        let found = draft(1, &[(Field::Name, "Then"), (Field::Bank, "Bank")], "Anna");
        let both = found.clone().under(draft(3, &[(Field::Name, "Now")], ""));
        let expected = draft(1, &[(Field::Name, "Now"), (Field::Bank, "Bank")], "Anna");
        assert_eq!(both, KeptDraft { at: 3, ..expected });
        assert_eq!(found.clone().under(draft(3, &[], " ")), found);
        let because = |draft: KeptDraft, reason: &str| KeptDraft { reason: reason.to_owned(), ..draft };
        let limit = |version| draft(version, &[(Field::CreditLimit, "5")], "");
        assert_eq!(because(limit(1), "Then").under(limit(3)).reason, "Then");
        assert_eq!(because(limit(1), "Then").under(because(limit(3), "Now")).reason, "Now");
    }

    #[test]
    fn a_draft_kept_before_there_were_new_people_and_reasons_in_it_is_read() {
        let kept: KeptDraft = serde_json::from_str(r#"{"version":2,"at":2,"edits":{"name":"Then"}}"#).unwrap();
        assert_eq!(kept, draft(2, &[(Field::Name, "Then")], ""));
    }
}
