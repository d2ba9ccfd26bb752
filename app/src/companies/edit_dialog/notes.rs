//! What the dialog says of itself above the fields: a failed save, an earlier draft, other people's changes.

use leptos::prelude::*;

use super::browser;
use super::drafts::Drafts;
use super::editor::use_editor;
use super::field_frame::control_id;
use super::moment::told;
use crate::companies::Field;
use crate::error::ApiError;
use crate::site::{Icon, t};
use crate::values::Lang;
use crate::words;

/// A save that did not happen, with a way to try again. Its button goes with it: the focus moves to the one below.
#[component]
pub fn FailureNote(retry: Callback<()>) -> impl IntoView {
    let editor = use_editor();
    let again = move |_| {
        browser::focus_soon(".dlg-foot [type=submit]");
        retry.run(());
    };
    move || {
        editor.failure.get().map(|error| {
            view! {
                <div class="note x" role="alert">
                    <Icon name="alert" />
                    <span>{move || reason(&error, editor.lang.get())}</span>
                    <button class="b sm end" type="button" on:click=again>{t(words::shell::retry)}</button>
                </div>
            }
        })
    }
}

fn reason(error: &ApiError, lang: Lang) -> String {
    match error {
        ApiError::Refused(wire) if Field::parse(wire).is_some() => {
            Field::parse(wire).map(|field| words::dialog::not_permitted(field, lang)).unwrap_or_default()
        }
        error => words::dialog::not_saved(&words::problems::text(error, lang), lang),
    }
}

/// A draft of an earlier visit: nothing is taken from it before the person says so. Once it is answered the note is
/// gone, and the focus begins at the fields again.
#[component]
pub fn DraftNote(drafts: Drafts) -> impl IntoView {
    let editor = use_editor();
    let to_fields = || browser::focus(&control_id(Field::Name));
    let restore = move |_| {
        to_fields();
        drafts.restore(editor);
    };
    let discard = move |_| {
        to_fields();
        drafts.discard();
    };
    move || {
        drafts.found.get().map(|draft| {
            let at = move || told(draft.at, editor);
            view! {
                <div class="note" role="status">
                    <Icon name="clock" />
                    <span>{move || words::dialog::draft_found(&at(), editor.lang.get())}</span>
                    <span class="row end">
                        <button class="b sm p" type="button" on:click=restore>{t(words::dialog::restore_draft)}</button>
                        <button class="b sm g" type="button" on:click=discard>{t(words::dialog::discard_draft)}</button>
                    </span>
                </div>
            }
        })
    }
}

/// Fields that only others changed while the dialog was open: they are kept.
#[component]
pub fn OthersNote() -> impl IntoView {
    let editor = use_editor();
    let is_any = Memo::new(move |_| editor.merged.with(|merged| !merged.is_empty()));
    let text = move || editor.merged.with(|merged| words::dialog::others_edits(merged, editor.lang.get()));
    move || {
        is_any.get().then(|| {
            view! {
                <div class="note" role="status">
                    <Icon name="edit" />
                    <span>{text}</span>
                </div>
            }
        })
    }
}
