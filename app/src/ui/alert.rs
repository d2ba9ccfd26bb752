//! What stands above a form when the whole of it was refused or did not arrive.

use leptos::prelude::*;

use super::sign_in::use_sign_in_href;
use crate::error::ApiError;
use crate::people::SET_UP_PATH;
use crate::site::{t, use_lang};
use crate::values::message;
use crate::words;

/// The field name of problems that belong to the form as a whole.
pub const FORM: &str = "form";

/// An `alert` with the reason; nothing while there is none. When the session has ended, one can sign in beside
/// the form and send it again; where a second factor is required first, there is the way to it.
#[component]
pub fn FormAlert(#[prop(into)] error: Signal<Option<ApiError>>) -> impl IntoView {
    let lang = use_lang();
    let text = move || {
        let lang = lang.get();
        error.get().map(|error| match error.invalid().and_then(|invalid| invalid.first(FORM)) {
            Some(problem) => message(problem, lang),
            None => words::problems::text(&error, lang),
        })
    };
    let sign_in = use_sign_in_href();
    let has_ended = move || error.with(|error| matches!(error, Some(ApiError::Unauthenticated)));
    let asks_for_factor = move || error.with(|error| error.as_ref().is_some_and(ApiError::asks_for_second_factor));
    move || {
        text().map(|text| {
            view! {
                <div class="note x" role="alert">
                    <svg class="i" aria-hidden="true"><use href="#i-alert" /></svg>
                    <span>{text}</span>
                    {has_ended().then(|| {
                        view! { <a class="b sm end" href=sign_in() target="_blank">{t(words::access::sign_in)}</a> }
                    })}
                    {asks_for_factor().then(|| {
                        view! {
                            <a class="b sm end" href=SET_UP_PATH rel="external">{t(words::second_factor::set_up)}</a>
                        }
                    })}
                </div>
            }
        })
    }
}
