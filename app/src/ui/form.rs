//! A form on its way to a server function: sent once at a time, its refusal shown, nothing typed lost.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::alert::FORM;
use super::browser::{focus_soon, rest};
use super::field::Problems;
use crate::error::ApiError;
use crate::fields::{Fields, text};
use crate::site::t;
use crate::values::{Invalid, Lang};

/// What a form knows of itself besides its fields.
#[derive(Clone, Copy)]
pub struct FormState {
    pub problems: Problems,
    pub error: RwSignal<Option<ApiError>>,
    pub is_busy: RwSignal<bool>,
}

impl FormState {
    /// As the plain form was answered, if this page is such an answer.
    pub fn new(refusal: Option<ApiError>) -> Self {
        Self {
            problems: RwSignal::new(invalid_of(refusal.as_ref())),
            error: RwSignal::new(refusal),
            is_busy: RwSignal::new(false),
        }
    }

    /// Sends unless it is being sent already: a second press does nothing. A refusal moves the focus to the
    /// first refused field. Where the form has gone meanwhile nobody is told: what `then` speaks to is gone too.
    pub fn send<T: 'static>(
        self,
        call: impl Future<Output = Result<T, ApiError>> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        spawn_local(async move {
            let outcome = call.await;
            if self.is_busy.is_disposed() {
                return;
            }
            self.clear();
            match outcome {
                Ok(value) => {
                    rest(self.is_busy);
                    then(value);
                }
                Err(error) => {
                    self.is_busy.set(false);
                    self.refuse(error);
                }
            }
        });
    }

    /// What is to be said of the form as a whole: nothing when its few fields say it all.
    pub fn whole(self) -> Signal<Option<ApiError>> {
        let says_more = |error: &ApiError| error.invalid().is_none_or(|invalid| invalid.first(FORM).is_some());
        Signal::derive(move || self.error.get().filter(says_more))
    }

    /// Forgets every refusal.
    pub fn clear(self) {
        self.problems.set(Invalid::default());
        self.error.set(None);
    }

    fn refuse(self, error: ApiError) {
        self.problems.set(invalid_of(Some(&error)));
        self.error.set(Some(error));
        focus_soon("main [aria-invalid=true]");
    }
}

fn invalid_of(error: Option<&ApiError>) -> Invalid {
    error.and_then(ApiError::invalid).cloned().unwrap_or_default()
}

/// What is typed now, by wire name.
pub fn typed<const N: usize>(values: [(&str, RwSignal<String>); N]) -> Fields {
    values.into_iter().map(|(name, value)| (name.to_owned(), value.get_untracked())).collect()
}

/// Keeps what a form asks for at what is shown, whatever else has changed that.
pub fn follow_filter<const N: usize>(filter: RwSignal<Fields>, values: [(&'static str, RwSignal<String>); N]) {
    Effect::new(move |was: Option<()>| {
        filter.track();
        if was.is_some() {
            for (name, value) in values {
                value.set(filter.with_untracked(|filter| text(filter, name).to_owned()));
            }
        }
    });
}

/// The button that sends the form; quiet while it is being sent.
#[component]
pub fn Submit(
    label: fn(Lang) -> &'static str,
    form: FormState,
    #[prop(default = "b p")] class: &'static str,
) -> impl IntoView {
    let is_busy = move || form.is_busy.get().then_some("true");
    view! {
        <button class=class type="submit" aria-busy=is_busy aria-disabled=is_busy>
            {t(label)}
        </button>
    }
}
