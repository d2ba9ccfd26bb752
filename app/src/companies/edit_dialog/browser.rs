//! What of the browser the dialog touches. Nothing here is called while the server renders.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

pub use crate::ui::browser::{after_press, focus_soon, rest};

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the focus is within an element that fits.
pub fn has_focus(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Enter that was pressed in an input, not on a button, and without Ctrl, which saves the company.
pub fn is_enter_in_input(event: &KeyboardEvent) -> bool {
    let is_plain = event.key() == "Enter" && !event.ctrl_key() && !event.meta_key();
    is_plain && event.target().is_some_and(|target| target.has_type::<HtmlInputElement>())
}

/// Ctrl+Enter, wherever it is pressed.
pub fn is_save_key(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
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
#[expect(clippy::unnecessary_wraps, reason = "the server has no browser's clock")]
pub fn now() -> Option<i64> {
    Some(js_sys::Date::now() as i64)
}

#[cfg(not(feature = "hydrate"))]
pub fn now() -> Option<i64> {
    None
}

/// Minutes by which the time of the person's device is ahead of UTC.
#[cfg(feature = "hydrate")]
#[expect(clippy::cast_possible_truncation, reason = "less than a day")]
pub fn offset_minutes() -> Option<i16> {
    Some(-js_sys::Date::new_0().get_timezone_offset() as i16)
}

#[cfg(not(feature = "hydrate"))]
pub fn offset_minutes() -> Option<i16> {
    None
}
