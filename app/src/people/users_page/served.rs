//! A list that is too long to be sent: the server searches all of it, once whoever types rests.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::roster::Roster;
use crate::error::ApiError;
use crate::people::door;
use crate::site::use_lang;
use crate::ui::FormAlert;
use crate::words::people as words;

/// Longer than most people take from one key to the next.
const REST: Duration = Duration::from_millis(250);

/// What becomes of a question to the server.
#[derive(Clone, Copy)]
pub struct Served {
    pub is_asking: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
}

impl Served {
    pub fn new() -> Self {
        Self { is_asking: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// From now on what is typed is asked of the server, and `roster` shows the answer.
    pub fn follow(self, query: RwSignal<String>, roster: RwSignal<Roster>) {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            waiting.try_get_value().flatten().inspect(TimeoutHandle::clear);
        };
        Effect::new(move |was: Option<String>| {
            let typed = query.get();
            if was.is_some_and(|was| was != typed) {
                stop();
                self.is_asking.set(true);
                let ask = move || spawn_local(self.ask(query, roster));
                waiting.set_value(set_timeout_with_handle(ask, REST).ok());
            }
            typed
        });
        on_cleanup(stop);
    }

    async fn ask(self, query: RwSignal<String>, roster: RwSignal<Roster>) {
        let Some(typed) = query.try_get_untracked() else { return };
        let answer = door::users(Some(typed.clone())).await;
        // Something else was typed since, or the person went to another page.
        if query.try_get_untracked().is_none_or(|now| now != typed) {
            return;
        }
        self.is_asking.set(false);
        match answer {
            Ok(found) => {
                self.failure.set(None);
                roster.set(Roster::new(found.people));
            }
            Err(error) => self.failure.set(Some(error)),
        }
    }
}

/// What stands here is not everybody.
#[component]
pub fn NotAll(served: Served, total: usize) -> impl IntoView {
    let lang = use_lang();
    view! {
        <FormAlert error=served.failure />
        <p class="note"><span>{move || words::not_all_users(total, lang.get())}</span></p>
    }
}
