//! The dialog before its record has come, and when it does not come.

use leptos::prelude::*;

use super::browser;
use super::departure::{Way, use_departure};
use super::head::BareHead;
use crate::error::ApiError;
use crate::site::{answer_status, t, use_lang};
use crate::words;

/// Grey lines in the place of fields.
#[component]
pub fn Loading() -> impl IntoView {
    let line = || view! { <div class="f"><span class="sk"></span><span class="sk"></span></div> };
    let lines = move || (0..6).map(|_| line()).collect_view();
    view! {
        <BareHead />
        <div class="cols" aria-busy="true">
            <p class="vh" role="status">{t(words::dialog::loading)}</p>
            <section class="grp" aria-hidden="true">{lines()}</section>
            <section class="grp" aria-hidden="true">{lines()}</section>
        </div>
    }
}

/// Why there is nothing to edit, with the status that says it.
#[component]
pub fn Unopened(error: ApiError, retry: Callback<()>) -> impl IntoView {
    answer_status(&error);
    let departure = use_departure();
    let lang = use_lang();
    let may_retry = !matches!(error, ApiError::Missing | ApiError::Refused(_));
    if error == ApiError::Unauthenticated {
        Effect::new(move |_| browser::sign_in_again());
    }
    let error = StoredValue::new(error);
    view! {
        <BareHead />
        <div class="cols one">
            <div class="void page" role="alert">
                <svg class="off" width="88" height="12" aria-hidden="true">
                    <path d="M2 6h84" />
                    <circle cx="44" cy="6" r="4.5" />
                </svg>
                <p class="code">{error.with_value(ApiError::status)}</p>
                <h3>{move || error.with_value(|error| words::problems::title(error, lang.get()))}</h3>
                <span>{move || error.with_value(|error| words::problems::text(error, lang.get()))}</span>
                {may_retry.then(|| view! { <button class="b" type="button" on:click=move |_| retry.run(())>{t(words::shell::retry)}</button> })}
                <button class="b" type="button" on:click=move |_| departure.leave(Way::List)>{t(words::dialog::to_companies)}</button>
            </div>
        </div>
    }
}
