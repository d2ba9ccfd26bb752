//! What the company is in the tree of resellers, and the operator's way to change it. Nobody else sees the line.

use leptos::prelude::*;

use super::change_kind::use_kind_change;
use super::editor::use_editor;
use crate::companies::Kind;
use crate::people::Right;
use crate::site::{t, use_me};
use crate::words;

#[component]
pub fn KindLine() -> impl IntoView {
    let editor = use_editor();
    let change = use_kind_change();
    let kind = Memo::new(move |_| editor.form.with(|form| form.kind));
    let is_shown = use_me().with_untracked(|me| me.may(Right::AddCompanies)) && kind.get_untracked() != Kind::Platform;
    on_cleanup(move || change.end());
    is_shown.then(|| {
        view! {
            <span class="s dim end">{move || words::companies::kind_of(kind.get(), editor.lang.get())}</span>
            <button class="b sm" type="button" on:click=move |_| change.begin(editor)>
                {t(words::companies::change_kind)}
            </button>
        }
    })
}
