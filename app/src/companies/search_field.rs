//! The search field: rows follow each key, the count says how many.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::use_companies;
use crate::site::{Icon, t, use_lang};
use crate::ui::browser::{focus_search, has_open_dialog};
use crate::words;

#[component]
pub(super) fn SearchField() -> impl IntoView {
    let companies = use_companies();
    let lang = use_lang();
    let input = NodeRef::<Input>::new();
    let count =
        move || companies.summary.with(|summary| words::companies::count(summary.shown, summary.total, lang.get()));
    follow_query(input);
    focus_by_slash(input);
    view! {
        <div class="find">
            <Icon name="search" />
            <input
                type="search"
                node_ref=input
                value=companies.query.get_untracked()
                aria-label=t(words::companies::search)
                aria-keyshortcuts="/"
                placeholder=t(words::companies::search)
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                on:input=move |event| companies.type_query(event_target_value(&event))
                on:keydown=move |event| key(&event, input)
            />
            <output role="status">{count}</output>
            <kbd aria-hidden="true">{move || if companies.query.with(String::is_empty) { "/" } else { "Esc" }}</kbd>
        </div>
    }
}

/// Offered where nothing was found but the keys in the other layout would find something. Spoken, since it comes by
/// itself.
#[component]
pub(super) fn SuggestedQuery() -> impl IntoView {
    let companies = use_companies();
    let lang = use_lang();
    let suggestion = Memo::new(move |_| companies.summary.with(|summary| summary.suggestion.clone()));
    let offer = move || {
        suggestion.get().map(|suggestion| {
            let (open, close) = words::companies::quotes(lang.get());
            let query = suggestion.query.clone();
            let take = move |_| {
                companies.type_query(query.clone());
                focus_search();
            };
            view! {
                <p>
                    {words::companies::perhaps(lang.get())}
                    " "
                    <span class="row-q">
                        {open}
                        <button class="lnk" type="button" on:click=take>{suggestion.query}</button>
                        {close}
                    </span>
                    {format!(" ({})", suggestion.count)}
                </p>
            }
        })
    };
    view! { <div class="sugg s" role="status">{offer}</div> }
}

/// Enter opens the first match, the down arrow goes into the rows, Esc empties the field, then leaves it.
fn key(event: &KeyboardEvent, input: NodeRef<Input>) {
    let companies = use_companies();
    match event.key().as_str() {
        "Enter" if !event.is_composing() => companies.open_first(),
        "ArrowDown" => companies.focus_position(0),
        "Escape" if companies.query.with_untracked(|query| !query.is_empty()) => companies.type_query(String::new()),
        "Escape" => {
            if let Some(input) = input.get_untracked() {
                let _ = input.blur();
            }
            return;
        }
        _ => return,
    }
    event.prevent_default();
}

/// What was typed before the page woke up counts; after that the field shows the query, wherever it was changed.
fn follow_query(input: NodeRef<Input>) {
    let companies = use_companies();
    Effect::new(move |before: Option<()>| {
        let query = companies.query.get();
        let Some(input) = input.get() else { return };
        let typed = input.value();
        if typed == query {
            return;
        }
        if before.is_none() {
            companies.type_query(typed);
        } else {
            input.set_value(&query);
        }
    });
}

/// `/` anywhere but in a field or a dialog goes to the search.
fn focus_by_slash(input: NodeRef<Input>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "/" && is_plain && is_free_for_shortcuts() {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
                input.select();
            }
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether a letter would not be typed into anything.
fn is_free_for_shortcuts() -> bool {
    let focused = document().active_element();
    let is_typing = focused.is_some_and(|focused| {
        focused.matches("input, textarea, select, [contenteditable], dialog *").unwrap_or(false)
    });
    !is_typing && !has_open_dialog()
}
