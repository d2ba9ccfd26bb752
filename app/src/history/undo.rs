//! Undo beside the message that a save held: one press takes it back, another one takes that back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::refusal::refusal;
use super::{door, history_href};
use crate::companies::{CompanyForm, Draft, Field};
use crate::error::ApiError;
use crate::money::{Ground, Impact};
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
    /// The fields as they were before the save and after it.
    pub values: [Draft; 2],
    /// On what the company's credit stands since, for whoever edits it.
    pub ground: Option<Ground>,
}

impl Undo {
    /// Says what has happened, and offers to take the save back; with what that would bring about.
    pub fn offer(self, said: fn(Lang) -> &'static str) {
        let toasts = self.toasts;
        let impact = self.ground.as_ref().and_then(|ground| ground.impact_of(&self.values[0]));
        let loud = impact.clone().filter(|impact| !impact.is_quiet());
        let offer = Offer::TakeBack(words::undo, Arc::new(move || self.clone().take_back(impact.clone())));
        match loud {
            Some(impact) => {
                toasts.offer_with_outcome(said, Arc::new(move |lang| words::undo_would(&impact, lang)), offer);
            }
            None => toasts.offer(move |lang| said(lang).to_owned(), offer),
        }
    }

    fn take_back(self, seen: Option<Impact>) {
        spawn_local(async move {
            match door::undo_edit(self.company, self.version, seen).await {
                Ok(saved) => {
                    follow_name(self.me, &saved.form);
                    (self.show)(&saved.form);
                    let Some(version) = saved.written else { return self.toasts.say(words::undone) };
                    let [before, after] = self.values;
                    Self { version, values: [after, before], ground: saved.form.ground, ..self }.offer(words::undone);
                }
                Err(ApiError::PreviewChanged(ground)) => {
                    Self { ground: Some(*ground), ..self }.offer(words::not_undone_as_shown);
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
