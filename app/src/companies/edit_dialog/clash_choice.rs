//! After two people changed one field: whose value is to stand.

use leptos::prelude::*;

use super::clash::{Clash, Side};
use super::editor::{Editor, use_editor};
use super::moment::told;
use crate::companies::Field;
use crate::site::t;
use crate::words;

/// A group named by the field; nothing while there is no conflict.
#[component]
pub fn ClashChoice(field: Field) -> impl IntoView {
    let editor = use_editor();
    let clash = Memo::new(move |_| editor.clashes.with(|clashes| clashes.of(field).cloned()));
    let is_there = Memo::new(move |_| clash.with(Option::is_some));
    move || is_there.get().then(|| view! { <Choice field clash=Signal::derive(move || clash.get()) /> })
}

#[component]
fn Choice(field: Field, clash: Signal<Option<Clash>>) -> impl IntoView {
    let editor = use_editor();
    let value = move |of: fn(&Clash) -> &str| {
        let text = clash.with(|clash| clash.as_ref().map(|clash| of(clash).to_owned())).unwrap_or_default();
        shown(editor, field, &text)
    };
    let by = move || {
        clash.with(|clash| {
            let conflict = &clash.as_ref()?.conflict;
            Some(words::dialog::changed_by(&conflict.by, &told(conflict.at, editor), editor.lang.get()))
        })
    };
    let is_chosen = move |side| clash.with(|clash| clash.as_ref().is_some_and(|clash| clash.choice == Some(side)));
    let radio = move |side: Side, id: String| {
        view! {
            <input
                type="radio"
                name=format!("cf-{}", field.wire())
                id=id
                prop:checked=move || is_chosen(side)
                on:change=move |_| editor.choose(field, side)
            />
        }
    };
    let (theirs, yours) = (format!("cf-{}-t", field.wire()), format!("cf-{}-y", field.wire()));
    view! {
        <fieldset class="diff pick">
            <legend>{move || words::dialog::label(field, editor.lang.get())}</legend>
            <p class="s sub">{by}</p>
            <ul>
                <li>
                    {radio(Side::Theirs, theirs.clone())}
                    <label for=theirs>{t(words::dialog::theirs)}</label>
                    <ins>{move || value(|clash| &clash.conflict.theirs)}</ins>
                </li>
                <li>
                    {radio(Side::Yours, yours.clone())}
                    <label for=yours>{t(words::dialog::yours)}</label>
                    <ins>{move || value(|clash| &clash.conflict.yours)}</ins>
                </li>
                <li>
                    <span></span>
                    <span class="dim">{t(words::dialog::original)}</span>
                    <span class="dim">{move || value(|clash| &clash.conflict.original)}</span>
                </li>
            </ul>
        </fieldset>
    }
}

fn shown(editor: Editor, field: Field, value: &str) -> String {
    if value.is_empty() { words::dialog::empty(editor.lang.get()).to_owned() } else { editor.readable(field, value) }
}
