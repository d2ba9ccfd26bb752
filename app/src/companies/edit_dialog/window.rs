//! The native dialog around the record: modal once the page is awake, closed only through [`Departure`].

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::web_sys::HtmlDialogElement;

use super::browser;
use super::departure::{Departure, Way, use_departure};
use super::field_frame::control_id;
use crate::companies::Field;
use crate::values::CompanyId;

/// Rendered closed by the server; the browser opens it, so that what wakes up is what was sent.
#[component]
pub fn DialogWindow(id: Memo<Option<CompanyId>>, children: Children) -> impl IntoView {
    let departure = use_departure();
    let dialog = NodeRef::<Dialog>::new();
    departure.hold_back();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            open_soon(dialog);
        }
    });
    return_focus(departure, id);
    let on_key = move |event: KeyboardEvent| {
        if let Some(way) = way_of_key(&event, departure, id) {
            event.prevent_default();
            departure.leave(way);
        }
    };
    let on_cancel = move |event: Event| {
        event.prevent_default();
        departure.leave(Way::List);
    };
    // The browser may close it by force after several Esc; what is unsaved brings it back.
    let on_close = move |_| {
        departure.leave(Way::List);
        if let Some(dialog) = dialog.get_untracked() {
            open_soon(dialog);
        }
    };
    let on_press = move |event: MouseEvent| {
        if dialog.get_untracked().is_some_and(|dialog| is_beside(&dialog, &event)) {
            departure.leave(Way::List);
        }
    };
    view! {
        <dialog
            class="dlg"
            aria-labelledby="dt"
            node_ref=dialog
            on:keydown=on_key
            on:cancel=on_cancel
            on:close=on_close
            on:mousedown=on_press
        >
            {children()}
        </dialog>
    }
}

/// Opens it once it is in the document, if it still is.
fn open_soon(dialog: HtmlDialogElement) {
    request_animation_frame(move || {
        if dialog.is_connected() && !dialog.open() && dialog.show_modal().is_ok() {
            browser::focus(&control_id(Field::Name));
        }
    });
}

fn way_of_key(event: &KeyboardEvent, departure: Departure, id: Memo<Option<CompanyId>>) -> Option<Way> {
    let place = || untrack(|| departure.companies.neighbours(id.get()?));
    match (event.key().as_str(), event.alt_key()) {
        ("Escape", _) => Some(Way::List),
        ("ArrowUp", true) => Some(Way::Record(place()?.previous?)),
        ("ArrowDown", true) => Some(Way::Record(place()?.next?)),
        _ => None,
    }
}

/// Whether the press was on the backdrop: it counts as on the dialog, but lies outside it.
fn is_beside(dialog: &HtmlDialogElement, event: &MouseEvent) -> bool {
    use leptos::wasm_bindgen::JsCast as _;
    let on_dialog = event.target().is_some_and(|target| target.dyn_ref() == Some(dialog));
    let inside = (0..dialog.offset_width()).contains(&event.offset_x())
        && (0..dialog.offset_height()).contains(&event.offset_y());
    on_dialog && !inside
}

/// Back to the Edit button of the last record's row, whichever way the dialog goes.
fn return_focus(departure: Departure, id: Memo<Option<CompanyId>>) {
    let last = StoredValue::new(None);
    Effect::new(move |_| last.set_value(id.get().or(last.get_value())));
    on_cleanup(move || {
        if let Some(id) = last.try_get_value().flatten() {
            request_animation_frame(move || departure.companies.focus_row(id));
        }
    });
}
