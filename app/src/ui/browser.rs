//! What pages ask of the browser. Nothing here is called while the server renders.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::HtmlElement;

/// Moves the focus to the first element that fits, once what was just changed has been drawn.
pub fn focus_soon(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Loads another page of this site from the server.
pub fn go_to(path: &str) {
    let _ = window().location().assign(path);
}

/// Changes what the address bar says, without a new page and without a step in the history.
pub fn replace_address(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// A signal that turns true once the page answers to presses and keys. False while the server renders
/// and at the first moment in the browser, so that both draw the same.
pub fn is_awake() -> RwSignal<bool> {
    let is_awake = RwSignal::new(false);
    Effect::new(move |_| is_awake.set(true));
    is_awake
}

/// The time by the browser's clock, Unix milliseconds; nothing until the page is awake.
pub fn now() -> RwSignal<Option<i64>> {
    let now = RwSignal::new(None);
    Effect::new(move |_| now.set(clock::now()));
    now
}

/// The browser's own zone, minutes east of UTC; nothing until the page is awake.
pub fn zone_offset() -> RwSignal<Option<i16>> {
    let offset = RwSignal::new(None);
    Effect::new(move |_| offset.set(clock::zone_offset()));
    offset
}

/// The IANA name of the browser's zone, where it tells.
pub use clock::zone_name;

#[cfg(feature = "hydrate")]
mod clock {
    use js_sys::{Array, Date, Intl, Object, Reflect};

    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
    #[expect(clippy::unnecessary_wraps, reason = "the server has no browser's clock")]
    pub fn now() -> Option<i64> {
        Some(Date::now() as i64)
    }

    #[expect(clippy::cast_possible_truncation, reason = "whole minutes, at most 14 hours")]
    #[expect(clippy::unnecessary_wraps, reason = "the server has no browser's zone")]
    pub fn zone_offset() -> Option<i16> {
        Some(-Date::new_0().get_timezone_offset() as i16)
    }

    pub fn zone_name() -> Option<String> {
        let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
        Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
    }
}

#[cfg(not(feature = "hydrate"))]
mod clock {
    pub fn now() -> Option<i64> {
        None
    }

    pub fn zone_offset() -> Option<i16> {
        None
    }

    pub fn zone_name() -> Option<String> {
        None
    }
}
