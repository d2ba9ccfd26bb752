//! The search field above a short list: `/` leads to it, Escape clears it, the address keeps the query and the order.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;
use leptos_router::hooks::{use_location, use_query_map};

use super::browser::replace_address;
use super::follow::follow;
use super::list_address::suffix;
use super::sort::{Sort, SortColumn};
use crate::site::t;
use crate::values::Lang;

/// The query and the order that the address asks for, as signals that the address follows from now on.
pub fn use_asked<K: SortColumn>() -> (RwSignal<String>, RwSignal<Option<Sort<K>>>) {
    let parameters = use_query_map();
    let (query, sort) = parameters.with_untracked(|map| (map.get("q"), map.get("sort")));
    let (path, query) = (use_location().pathname, RwSignal::new(query.unwrap_or_default()));
    let sort = RwSignal::new(sort.and_then(|sort| sort.parse().ok()));
    Effect::new(move |was: Option<String>| {
        let suffix = query.with(|query| suffix(query, sort.get()));
        if was.is_some_and(|was| was != suffix) {
            replace_address(&(path.get_untracked() + &suffix));
        }
        suffix
    });
    (query, sort)
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
