//! The native dialog around the record: modal once the page is awake, closed only through [`Departure`].

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html::Dialog;
use leptos::prelude::*;

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
    let open = move || {
        if let Some(dialog) = dialog.get_untracked()
            && !dialog.open()
            && dialog.show_modal().is_ok()
        {
            browser::focus(&control_id(Field::Name));
        }
    };
    Effect::new(move |_| {
        dialog.track();
        request_animation_frame(open);
        departure.hold_back();
    });
    on_cleanup(move || return_focus(departure, id.get_untracked()));
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
        request_animation_frame(open);
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
fn is_beside(dialog: &leptos::web_sys::HtmlDialogElement, event: &MouseEvent) -> bool {
    use leptos::wasm_bindgen::JsCast as _;
    let on_dialog = event.target().is_some_and(|target| target.dyn_ref() == Some(dialog));
    let inside = (0..dialog.offset_width()).contains(&event.offset_x()) && (0..dialog.offset_height()).contains(&event.offset_y());
    on_dialog && !inside
}

/// Back to the row's Edit button, whichever way the dialog went.
fn return_focus(departure: Departure, id: Option<CompanyId>) {
    if let Some(id) = id.filter(|_| cfg!(feature = "hydrate")) {
        request_animation_frame(move || departure.companies.focus_row(id));
    }
}
