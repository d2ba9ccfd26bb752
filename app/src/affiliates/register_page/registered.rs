//! The answer to a registration, the same for every address.

use leptos::prelude::*;

use crate::site::t;
use crate::words::access::{check_your_mail, look_into_spam};
use crate::words::affiliates as words;

#[component]
pub fn Registered(
    /// Where the letter went; empty where the page does not know, since the form was sent without it.
    to: RwSignal<String>,
) -> impl IntoView {
    let sent = move || {
        let address = to.get();
        if address.is_empty() {
            view! { {t(words::letter_sent_to_you)} }.into_any()
        } else {
            view! { {t(words::letter_sent)}" "<b class="nm">{address}</b>"." }.into_any()
        }
    };
    view! {
        <div class="slip">
            <h1 tabindex="-1">{t(check_your_mail)}</h1>
            <p class="sub">{sent}" "{t(words::letter_says)}</p>
            <p class="hint">{t(look_into_spam)}</p>
        </div>
    }
}
