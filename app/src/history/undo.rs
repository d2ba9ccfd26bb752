//! Undo beside the message that a save held: one press takes it back, another one takes that back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::refusal::refusal;
use super::{door, history_href};
use crate::companies::{CompanyForm, Field};
use crate::error::ApiError;
use crate::people::Me;
use crate::ui::{Offer, ToastBox};
use crate::values::{CompanyId, Lang, Version, Zones};
use crate::words::history as words;

/// A save that was just made here.
#[derive(Clone)]
pub struct Undo {
    pub company: CompanyId,
    pub version: Version,
    pub toasts: ToastBox,
    pub me: RwSignal<Me>,
    /// Shows the company as it is after a change, wherever it is shown.
    pub show: Arc<dyn Fn(&CompanyForm) + Send + Sync>,
}

impl Undo {
    /// Says that the save held, and offers to take it back.
    pub fn offer(self, said: fn(Lang) -> &'static str) {
        let toasts = self.toasts;
        let act = Arc::new(move || self.clone().take_back());
        toasts.offer(move |lang| said(lang).to_owned(), Offer::TakeBack(words::undo, act));
    }

    fn take_back(self) {
        spawn_local(async move {
            match door::undo_edit(self.company, self.version).await {
                Ok(saved) => {
                    follow_name(self.me, &saved.form);
                    (self.show)(&saved.form);
                    match saved.written {
                        Some(version) => Self { version, ..self }.offer(words::undone),
                        None => self.toasts.say(words::undone),
                    }
                }
                Err(error) => self.tell(error),
            }
        });
    }

    fn tell(self, error: ApiError) {
        let text = move |lang| words::not_undone(&refusal(&error, &Zones::default(), lang), lang);
        self.toasts.offer(text, Offer::Page(words::history, history_href(self.company)));
    }
}

/// The own company's new name stands in the head at once.
pub fn follow_name(me: RwSignal<Me>, form: &CompanyForm) {
    if form.is_own
        && let Some(name) = form.fields.get(&Field::Name)
    {
        me.try_update(|me| me.company_name.clone_from(name));
    }
}
