//! What pages ask of the browser. Nothing here is called while the server renders.

use std::time::Duration;

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::{Element, HtmlElement};

/// Longer than most presses of a button take.
const PRESS: Duration = Duration::from_millis(150);
/// Longer than it takes to press a second time by habit.
const DOUBLE_PRESS: Duration = Duration::from_millis(400);

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

/// Gives the focus to the page's search field: for buttons that are gone once they are pressed.
pub fn focus_search() {
    focus_soon(".find input");
}

/// Whether the focus goes to a button: what appears while it is being pressed would move it away from under the press.
pub fn leads_to_a_button(event: &FocusEvent) -> bool {
    ahead(event, "button, a").is_some()
}

/// Does something now, or after the press by which the focus leaves, however long it is held: what appears meanwhile
/// would move whatever is pressed away from under it.
pub fn after_press(event: &FocusEvent, act: impl FnOnce() + 'static) {
    match pressed(event) {
        Some(pressed) => once_released(pressed, Box::new(act)),
        None => act(),
    }
}

/// What may be under a press while the focus leaves a field.
fn pressed(event: &FocusEvent) -> Option<Element> {
    // A label takes no focus, and in some browsers nothing that is pressed does.
    let held = "label:active, button:active, a:active, summary:active, [type=checkbox]:active, [type=radio]:active";
    let held = || document().query_selector(held).ok().flatten();
    ahead(event, "button, a, summary, [type=checkbox], [type=radio]").or_else(held)
}

fn ahead(event: &FocusEvent, kinds: &str) -> Option<Element> {
    let next = event.related_target().and_then(|target| target.dyn_into::<Element>().ok())?;
    next.closest(kinds).ok().flatten()
}

fn once_released(pressed: Element, act: Box<dyn FnOnce()>) {
    let look = move || {
        if pressed.matches(":active").unwrap_or(false) {
            once_released(pressed, act);
        } else {
            act();
        }
    };
    set_timeout(look, PRESS);
}

/// A button that has done its work rests for a moment: the second half of a double press is not for the next thing.
pub fn rest(is_busy: RwSignal<bool>) {
    let wake = move || {
        is_busy.try_set(false);
    };
    set_timeout(wake, DOUBLE_PRESS);
}

/// Whether something is open over the page that would be lost by leaving it.
pub fn has_open_dialog() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|found| found.is_some())
}

/// Whether a form of the page holds something that was typed, which would be lost by leaving it.
#[cfg(feature = "hydrate")]
pub fn has_typed() -> bool {
    use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement};

    let Ok(fields) = document().query_selector_all("main form:not([method=get]) input, main form textarea") else {
        return false;
    };
    (0..fields.length()).filter_map(|at| fields.item(at)).any(|field| match field.dyn_into::<HtmlInputElement>() {
        Ok(input) => {
            !matches!(input.type_().as_str(), "hidden" | "checkbox" | "radio" | "search")
                && input.value() != input.default_value()
        }
        Err(field) => field
            .dyn_into::<HtmlTextAreaElement>()
            .is_ok_and(|area| area.default_value().is_ok_and(|was| was != area.value())),
    })
}

#[cfg(not(feature = "hydrate"))]
pub fn has_typed() -> bool {
    false
}

/// A name that no other request has: by it the server knows a second press of the same button.
pub fn fresh_key() -> String {
    #[cfg(feature = "hydrate")]
    return format!("{:x}-{:x}", js_sys::Math::random().to_bits(), js_sys::Date::now().to_bits());
    #[cfg(not(feature = "hydrate"))]
    String::new()
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
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

    pub fn zone_name() -> Option<String> {
        None
    }
}
