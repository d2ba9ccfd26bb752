//! What of the browser the dialog touches. Nothing here is called while the server renders.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_on(element);
    }
}

/// Moves the focus to the first element that fits, once what was just changed has been rendered.
pub fn focus_soon(selector: &'static str) {
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            focus_on(element);
        }
    });
}

fn focus_on(element: leptos::web_sys::Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Enter that was pressed in an input, not on a button, and without Ctrl, which saves the company.
pub fn is_enter_in_input(event: &KeyboardEvent) -> bool {
    let is_plain = event.key() == "Enter" && !event.ctrl_key() && !event.meta_key();
    is_plain && event.target().is_some_and(|target| target.has_type::<HtmlInputElement>())
}

/// Leaves for the sign-in page, which comes back to this address.
pub fn sign_in_again() {
    let location = window().location();
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let next: String = leptos_router::location::Url::escape(&here);
    let _ = location.assign(&format!("/sign-in?next={next}"));
}

/// Unix milliseconds by the browser's clock.
#[cfg(feature = "hydrate")]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub fn now() -> Option<i64> {
    Some(js_sys::Date::now() as i64)
}

#[cfg(not(feature = "hydrate"))]
pub fn now() -> Option<i64> {
    None
}
