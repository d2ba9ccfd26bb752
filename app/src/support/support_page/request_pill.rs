//! What became of a request.

use leptos::prelude::*;

use crate::affiliates::RequestState;
use crate::site::use_lang;
use crate::words::support as words;

#[component]
pub fn RequestPill(state: Memo<RequestState>) -> impl IntoView {
    let lang = use_lang();
    let class = move || match state.get() {
        RequestState::New => "pill w",
        RequestState::Completed => "pill",
        RequestState::Declined | RequestState::Withdrawn => "pill x",
    };
    view! { <span class=class>{move || words::state(state.get(), lang.get())}</span> }
}
