//! What stands in the fields, against what was read.

use leptos::prelude::*;

use crate::error::ApiError;
use crate::fields::{self, Fields};
use crate::people::name_parts::NameParts;
use crate::people::{UserField, UserForm};
use crate::ui::Problems;
use crate::values::{Lang, Problem};
use crate::words::people as words;

#[derive(Clone, Copy)]
pub struct Typed {
    pub full_name: RwSignal<String>,
    pub parts: NameParts,
    pub roles: RwSignal<String>,
    pub max_dialogs: RwSignal<String>,
    pub language: RwSignal<String>,
    pub reason: RwSignal<String>,
    /// The values that the person has seen, by wire name.
    seen: RwSignal<Fields>,
}

impl Typed {
    pub fn new(user: &UserForm) -> Self {
        let of = |field| RwSignal::new(user.text(field).to_owned());
        Self {
            full_name: of(UserField::FullName),
            parts: NameParts {
                last: of(UserField::LastName),
                first: of(UserField::FirstName),
                middle: of(UserField::MiddleName),
            },
            roles: of(UserField::Roles),
            max_dialogs: of(UserField::MaxDialogs),
            language: of(UserField::Language),
            reason: RwSignal::default(),
            seen: RwSignal::new(user.fields.clone()),
        }
    }

    fn of(self, field: UserField) -> RwSignal<String> {
        match field {
            UserField::FullName => self.full_name,
            UserField::LastName => self.parts.last,
            UserField::FirstName => self.parts.first,
            UserField::MiddleName => self.parts.middle,
            UserField::Roles => self.roles,
            UserField::MaxDialogs => self.max_dialogs,
            UserField::Language => self.language,
        }
    }

    /// Whether a field holds another value than the one that was read. Reactive.
    pub fn is_changed(self, field: UserField) -> bool {
        self.seen.with(|seen| self.of(field).with(|typed| typed.trim() != fields::text(seen, field.wire())))
    }

    /// Whether anything is changed. Reactive.
    pub fn has_changes(self) -> bool {
        UserField::ALL.into_iter().any(|field| self.is_changed(field))
    }

    /// Every changed field with the value that was read and the one that is to be, in words. Reactive.
    pub fn told(self, lang: Lang) -> Vec<(UserField, [String; 2])> {
        let told = |field: UserField| {
            let was = self.seen.with(|seen| readable(field, fields::text(seen, field.wire()), lang));
            (field, [was, self.of(field).with(|typed| readable(field, typed.trim(), lang))])
        };
        UserField::ALL.into_iter().filter(|field| self.is_changed(*field)).map(told).collect()
    }

    /// The changed fields with what was seen in them, and as they are to be: the arguments of a save. The reason is that
    /// of other roles.
    pub fn changes(self) -> (Fields, Fields) {
        let seen = self.seen.get_untracked();
        let changed = UserField::ALL.into_iter().filter(|field| untrack(|| self.is_changed(*field)));
        let mut changes: Fields =
            changed.map(|field| (field.wire().to_owned(), self.of(field).get_untracked())).collect();
        if changes.contains_key(UserField::Roles.wire()) {
            changes.insert("reason".to_owned(), self.reason.get_untracked());
        }
        let seen = seen.into_iter().filter(|(name, _)| changes.contains_key(name)).collect();
        (seen, changes)
    }

    /// Shows the record as it was saved; what was typed since the changes were sent stays.
    pub fn take(self, user: &UserForm, sent: &Fields) {
        let seen = self.seen.get_untracked();
        for field in UserField::ALL {
            let was = sent.get(field.wire()).map_or_else(|| fields::text(&seen, field.wire()), String::as_str);
            if self.of(field).with_untracked(|typed| typed.trim() == was.trim()) {
                self.of(field).set(user.text(field).to_owned());
            }
        }
        if self.reason.with_untracked(|reason| reason == fields::text(sent, "reason")) {
            self.reason.set(String::new());
        }
        self.seen.set(user.fields.clone());
    }

    /// Notes what others have put into the fields that this person wants to change: it is told at each of them, and
    /// whoever saves again has seen it.
    pub fn learn(self, error: &ApiError, problems: Problems, lang: Lang) {
        let ApiError::Taken(clashes) = error else { return };
        for field in UserField::ALL {
            let Some(Problem::ChangedMeanwhile { now }) = clashes.first(field.wire()) else { continue };
            self.seen.update(|seen| {
                seen.insert(field.wire().to_owned(), now.clone());
            });
            let told = Problem::ChangedMeanwhile { now: readable(field, now, lang) };
            problems.update(|all| {
                all.forget(field.wire());
                all.add(field.wire(), told);
            });
        }
    }
}

/// A value in words.
fn readable(field: UserField, value: &str, lang: Lang) -> String {
    match field {
        UserField::Roles => words::written_roles(value, lang),
        UserField::MaxDialogs if value.is_empty() => words::company_default(lang).to_owned(),
        UserField::Language if value.is_empty() => words::no_language(lang).to_owned(),
        UserField::Language => {
            Lang::parse(value).map_or_else(|| value.to_owned(), |lang| words::language_name(lang).to_owned())
        }
        _ => value.to_owned(),
    }
}
