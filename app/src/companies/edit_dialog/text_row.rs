//! Rows with one typed value: plain text, an amount in roubles, an address of several lines.

use leptos::prelude::*;

use super::browser;
use super::editor::use_editor;
use super::field_frame::{FieldFrame, control_id, described_by};
use crate::companies::Field;

/// A text input. `keys` is the keyboard a phone shows.
#[component]
pub fn TextRow(
    field: Field,
    #[prop(default = "text")] keys: &'static str,
    #[prop(optional, into)] hint: Signal<String>,
) -> impl IntoView {
    view! {
        <FieldFrame field hint>
            <TextInput field keys />
        </FieldFrame>
    }
}

/// An amount, with the currency inside the input.
#[component]
pub fn AmountRow(field: Field, #[prop(optional, into)] hint: Signal<String>) -> impl IntoView {
    view! {
        <FieldFrame field hint>
            <div class="unit">
                <TextInput field keys="decimal" class="in n" />
                <i aria-hidden="true">"₽"</i>
            </div>
        </FieldFrame>
    }
}

/// The bare input, bound to the editor.
#[component]
pub fn TextInput(field: Field, keys: &'static str, #[prop(default = "in")] class: &'static str) -> impl IntoView {
    let editor = use_editor();
    let text = Memo::new(move |_| editor.text(field));
    view! {
        <input
            class=class
            id=control_id(field)
            name=field.wire()
            autocomplete="off"
            spellcheck="false"
            inputmode=keys
            value=text.get_untracked()
            prop:value=text
            aria-invalid=move || editor.problem(field).is_some().then_some("true")
            aria-describedby=move || described_by(editor, field)
            on:input:target=move |event| editor.type_in(field, event.target().value())
            on:blur=move |event| browser::after_press(&event, move || editor.leave(field))
        />
    }
}

/// An address: two lines to see, more to scroll.
#[component]
pub fn AddressRow(field: Field, #[prop(optional, into)] aside: Option<ViewFn>) -> impl IntoView {
    let editor = use_editor();
    let text = Memo::new(move |_| editor.text(field));
    let area = view! {
        <textarea
            class="in"
            id=control_id(field)
            name=field.wire()
            rows="2"
            autocomplete="off"
            prop:value=text
            aria-invalid=move || editor.problem(field).is_some().then_some("true")
            aria-describedby=move || described_by(editor, field)
            on:input:target=move |event| editor.type_in(field, event.target().value())
            on:blur=move |event| browser::after_press(&event, move || editor.leave(field))
        ></textarea>
    };
    match aside {
        Some(aside) => view! { <FieldFrame field aside>{area}</FieldFrame> }.into_any(),
        None => view! { <FieldFrame field>{area}</FieldFrame> }.into_any(),
    }
}
