//! The dialog's foot: what is not saved, and the two ways to end.

use leptos::prelude::*;

use super::departure::{Way, use_departure};
use super::editor::use_editor;
use crate::site::t;
use crate::words;

#[component]
pub fn Foot() -> impl IntoView {
    let editor = use_editor();
    let departure = use_departure();
    let unsaved = Memo::new(move |_| match (editor.unsaved_count(), editor.lang.get()) {
        (0, _) => String::new(),
        (count, lang) if editor.was_saved.get() => {
            format!("{} · {}", words::shell::saved(lang), words::dialog::unsaved(count, lang))
        }
        (count, lang) => words::dialog::unsaved(count, lang),
    });
    let errors = move || {
        let count = editor.error_count();
        (count > 0).then(
            || view! { <span class="bad">{format!(" · {}", words::dialog::errors(count, editor.lang.get()))}</span> },
        )
    };
    let is_saving = move || editor.is_saving.get().then_some("true");
    view! {
        <div class="dlg-foot row">
            <span class="dirty s" role="status">{move || (!unsaved.read().is_empty()).then(|| view! { {unsaved.get()} {errors} })}</span>
            <button class="b end" type="button" on:click=move |_| departure.leave(Way::List)>{t(words::shell::cancel)}</button>
            <button class="b p" type="submit" aria-busy=is_saving aria-disabled=is_saving>
                {t(words::dialog::save)} " " <kbd class="only-l" aria-hidden="true">"Ctrl ↵"</kbd>
            </button>
        </div>
    }
}
