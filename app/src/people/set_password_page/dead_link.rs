//! One text for a link that is used, expired, revoked or invented, and a way to a new one.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::error::ApiError;
use crate::site::{Gate, answer_status, t, use_lang};
use crate::words;

#[component]
pub fn DeadLink() -> impl IntoView {
    answer_status(&ApiError::Gone);
    let lang = use_lang();
    let title = move || words::problems::title(&ApiError::Gone, lang.get());
    view! {
        <Gate title=Signal::derive(move || title().to_owned())>
            <div class="slip">
                <h1 tabindex="-1">{title}</h1>
                <p class="sub">{move || words::problems::text(&ApiError::Gone, lang.get())}</p>
                <A href="/forgot-password" attr:class="b">{t(words::access::ask_for_a_link)}</A>
            </div>
        </Gate>
    }
}
