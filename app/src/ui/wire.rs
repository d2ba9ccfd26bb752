//! An empty wire of the abacus: stands above what says that there is nothing.

use leptos::prelude::*;

#[component]
pub fn EmptyWire(#[prop(optional)] is_broken: bool) -> impl IntoView {
    view! {
        <svg class=is_broken.then_some("off") width="88" height="12" aria-hidden="true">
            <path d="M2 6h84" />
            <circle cx="44" cy="6" r="4.5" />
        </svg>
    }
}
