//! The question before unsaved changes are left behind, with the list of them.

use leptos::prelude::*;

use super::departure::Departure;
use crate::site::use_lang;
use crate::ui::Ask;
use crate::words;

#[component]
pub fn UnsavedChanges(departure: Departure) -> impl IntoView {
    let lang = use_lang();
    let is_asked = Signal::derive(move || departure.asked.get().is_some());
    let keep = Callback::new(move |()| departure.asked.set(None));
    let discard = Callback::new(move |()| {
        if let Some(way) = departure.asked.get_untracked() {
            departure.let_go(way);
        }
    });
    let changes = move || {
        let editor = departure.editor().filter(|_| is_asked.get())?;
        let line = |change: super::editor::Change| {
            let label = words::dialog::label(change.field, lang.get());
            let or_empty =
                |text: String| if text.is_empty() { words::dialog::empty(lang.get()).to_owned() } else { text };
            view! { <li><b>{label}</b> " " <del>{or_empty(change.from)}</del> " → " <ins>{or_empty(change.to)}</ins></li> }
        };
        let newcomer = editor.newcomer().is_typed.get().then(|| {
            let label = words::dialog::newcomer_not_registered(lang.get());
            view! { <li><b>{label}</b> " " <ins>{editor.newcomer().text().line()}</ins></li> }
        });
        Some((editor.changes().into_iter().map(line).collect_view(), newcomer))
    };
    view! {
        <Ask
            is_open=is_asked
            title=words::dialog::unsaved_changes
            keep_word=words::dialog::keep_editing
            give_up_word=words::dialog::discard
            keep
            give_up=discard
        >
            <ul class="chg">{changes}</ul>
        </Ask>
    }
}
