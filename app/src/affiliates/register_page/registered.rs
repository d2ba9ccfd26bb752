//! The answer to a registration, the same for every address.

use leptos::prelude::*;

use crate::site::t;
use crate::words::access::{check_your_mail, look_into_spam};
use crate::words::affiliates as words;

#[component]
pub fn Registered(to: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="slip">
            <h1 tabindex="-1">{t(check_your_mail)}</h1>
            <p class="sub">{t(words::letter_sent)}" "<b class="nm">{to}</b>". "{t(words::letter_says)}</p>
            <p class="hint">{t(look_into_spam)}</p>
        </div>
    }
}
