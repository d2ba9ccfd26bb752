//! Ctrl+Z for what a message offers to take back, wherever it is not the undo of a text that is being typed.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;

use super::browser::has_open_dialog;
use super::toast::ToastBox;

/// Listens for as long as the messages are there.
pub fn take_back_by_key(toasts: ToastBox) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if is_undo(&event) && !is_typing(&event) && !has_open_dialog() && toasts.take_back_last() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// By the place of the key: in a Russian layout it is another letter.
fn is_undo(event: &ev::KeyboardEvent) -> bool {
    event.code() == "KeyZ" && (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key()
}

fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest("input, textarea, select").is_ok_and(|found| found.is_some()))
}
