//! The INN with the button that looks the company up by it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::editor::use_editor;
use super::field_frame::{FieldFrame, control_id};
use super::text_row::TextInput;
use crate::companies::{Field, LookUp, door};
use crate::error::ApiError;
use crate::site::t;
use crate::words;

#[component]
pub fn InnRow() -> impl IntoView {
    let editor = use_editor();
    let answer = RwSignal::new(None::<Result<LookUp, ApiError>>);
    let is_busy = RwSignal::new(false);
    let look_up = move || {
        editor.leave(Field::Inn);
        answer.set(None);
        let inn = editor.text(Field::Inn);
        if is_busy.get_untracked() || inn.trim().is_empty() || editor.problem(Field::Inn).is_some() {
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
                found => answer.set(Some(found)),
            }
        });
    };
    let on_key = move |event: KeyboardEvent| {
        if browser::is_enter_in_input(&event) {
            event.prevent_default();
            look_up();
        }
    };
    let status = move || {
        let lang = editor.lang.get();
        answer.get().map(|answer| match answer {
            Ok(LookUp::NoDirectory) => words::dialog::no_directory(lang).to_owned(),
            Err(error) => words::problems::text(&error, lang),
        })
    };
    view! {
        <FieldFrame field=Field::Inn>
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
