//! What a registrant can expect, beside the form.

use leptos::prelude::*;

use crate::site::{t, use_lang};
use crate::words::affiliates as words;

#[component]
pub fn WhatNext(reseller: String) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div>
            <h2>{t(words::what_next)}</h2>
            <ol class="steps">
                <li>{t(words::step_password)}</li>
                <li>{move || words::step_seen(&reseller, lang.get())}</li>
                <li>{t(words::step_requisites)}</li>
            </ol>
        </div>
        <p class="s dim">{t(words::runs_on)}</p>
    }
}
