//! The search field above a short list: `/` leads to it, Escape clears it, the address keeps the query.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;
use leptos_router::hooks::{use_location, use_query_map};
use leptos_router::location::Url;

use super::browser::replace_address;
use super::follow::follow;
use crate::site::t;
use crate::values::Lang;

/// The query that the address asks for, as a signal that the address follows from now on: `?q=…`.
pub fn use_query() -> RwSignal<String> {
    let asked = use_query_map().with_untracked(|map| map.get("q")).unwrap_or_default();
    let (path, query) = (use_location().pathname, RwSignal::new(asked));
    Effect::new(move |was: Option<String>| {
        let query = query.get();
        if was.is_some_and(|was| was != query) {
            let suffix = if query.is_empty() { String::new() } else { format!("?q={}", Url::escape(&query)) };
            replace_address(&(path.get_untracked() + &suffix));
        }
        query
    });
    query
}

/// The field, and inside it the count of what is found, which is spoken.
#[component]
pub fn FindField(
    label: fn(Lang) -> &'static str,
    query: RwSignal<String>,
    #[prop(into)] count: Signal<String>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    follow(input, query);
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !is_typing(&event) {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
            }
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <div class="find">
            <svg class="i" aria-hidden="true"><use href="#i-search" /></svg>
            <input
                node_ref=input
                type="search"
                aria-label=t(label)
                aria-keyshortcuts="/"
                placeholder=t(label)
                autocomplete="off"
                value=query.get_untracked()
                on:input:target=move |event| query.set(event.target().value())
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        event.prevent_default();
                        query.set(String::new());
                    }
                }
            />
            <output role="status">{count}</output>
            <kbd aria-hidden="true">"/"</kbd>
        </div>
    }
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest("input, textarea, select, dialog").is_ok_and(|found| found.is_some()))
}
