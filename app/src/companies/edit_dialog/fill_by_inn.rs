//! The INN with the button that looks the company up by it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::editor::use_editor;
use super::field_frame::{FieldFrame, control_id};
use super::text_row::TextInput;
use crate::companies::{Field, door};
use crate::error::ApiError;
use crate::site::t;
use crate::values::Lang;
use crate::words;

#[component]
pub fn InnRow() -> impl IntoView {
    let editor = use_editor();
    let answer = RwSignal::new(None::<Answer>);
    let is_busy = RwSignal::new(false);
    let look_up = move || {
        editor.leave(Field::Inn);
        answer.set(None);
        let inn = untrack(|| editor.text(Field::Inn));
        let is_missing = inn.trim().is_empty();
        if is_missing {
            answer.set(Some(Answer::NoInn));
        }
        if is_missing || is_busy.get_untracked() || untrack(|| editor.problem(Field::Inn)).is_some() {
            return browser::focus(&control_id(Field::Inn));
        }
        is_busy.set(true);
        spawn_local(async move {
            let found = door::look_up_inn(inn).await;
            if is_busy.try_set(false).is_some() {
                return;
            }
            match found {
                Err(ApiError::Unauthenticated) => browser::sign_in_again(),
                Err(ApiError::Invalid(invalid)) => {
                    editor.refuse(&invalid);
                }
                Err(error) => answer.set(Some(Answer::Failed(error))),
                Ok(_) => answer.set(Some(Answer::NoDirectory)),
            }
        });
    };
    let on_key = move |event: KeyboardEvent| {
        if browser::is_enter_in_input(&event) {
            event.prevent_default();
            look_up();
        }
    };
    let has_inn = Memo::new(move |_| !editor.text(Field::Inn).trim().is_empty());
    let status = move || {
        let answer = answer.get().filter(|answer| *answer != Answer::NoInn || !has_inn.get())?;
        Some(answer.text(editor.lang.get()))
    };
    let ogrn = Signal::derive(move || {
        let ogrn = editor.text(Field::Ogrn);
        if ogrn.is_empty() { ogrn } else { words::dialog::ogrn(&ogrn, editor.lang.get()) }
    });
    view! {
        <FieldFrame field=Field::Inn hint=ogrn>
            <div class="row" on:keydown=on_key>
                <TextInput field=Field::Inn keys="numeric" />
                <button class="b" type="button" aria-busy=move || is_busy.get().then_some("true") on:click=move |_| look_up()>
                    {t(words::dialog::fill_by_inn)}
                </button>
            </div>
            <div class="hint" role="status">{status}</div>
        </FieldFrame>
    }
}

/// What the last press of the button came to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    NoInn,
    NoDirectory,
    Failed(ApiError),
}

impl Answer {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoInn => words::dialog::inn_first(lang).to_owned(),
            Self::NoDirectory => words::dialog::no_directory(lang).to_owned(),
            Self::Failed(error) => words::problems::text(error, lang),
        }
    }
}
