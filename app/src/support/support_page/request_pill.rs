//! What became of a request.

use leptos::prelude::*;

use crate::affiliates::RequestState;
use crate::site::use_lang;
use crate::words::support as words;

#[component]
pub fn RequestPill(state: RequestState) -> impl IntoView {
    let lang = use_lang();
    let class = match state {
        RequestState::New => "pill w",
        RequestState::Completed => "pill",
        RequestState::Declined => "pill x",
    };
    view! { <span class=class>{move || words::state(state, lang.get())}</span> }
}
