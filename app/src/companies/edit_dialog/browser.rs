//! What of the browser the dialog touches. Nothing here is called while the server renders.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent};

pub use crate::ui::browser::focus_soon;

/// Longer than a press of a button takes.
const PRESS: std::time::Duration = std::time::Duration::from_millis(150);

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Does something now, or after the press that takes the focus to a button: what appears in the meantime would
/// move the button away from under the press.
pub fn after_press(event: &FocusEvent, act: impl FnOnce() + 'static) {
    let next = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    if next.is_some_and(|element| element.closest("button, a").is_ok_and(|found| found.is_some())) {
        set_timeout(act, PRESS);
    } else {
        act();
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
#[expect(clippy::unnecessary_wraps, reason = "the server has no browser's clock")]
pub fn now() -> Option<i64> {
    Some(js_sys::Date::now() as i64)
}

#[cfg(not(feature = "hydrate"))]
pub fn now() -> Option<i64> {
    None
}
