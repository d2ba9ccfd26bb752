//! What stands in a control and the signal that speaks for it, kept alike from the moment the page wakes up.

use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// What a person types into.
pub trait TypedInto {
    fn typed(&self) -> String;
    fn show(&self, text: &str);
}

impl TypedInto for HtmlInputElement {
    fn typed(&self) -> String {
        self.value()
    }

    fn show(&self, text: &str) {
        self.set_value(text);
    }
}

impl TypedInto for HtmlTextAreaElement {
    fn typed(&self) -> String {
        self.value()
    }

    fn show(&self, text: &str) {
        self.set_value(text);
    }
}

/// Keeps a control and its signal alike. What was typed before the page woke up is taken over, not overwritten.
pub(super) fn follow<E>(control: NodeRef<E>, value: RwSignal<String>)
where
    E: ElementType + 'static,
    E::Output: TypedInto + JsCast + Clone + 'static,
{
    Effect::new(move |is_taken_over: Option<bool>| {
        let text = value.get();
        let Some(control) = control.get() else { return false };
        let typed = control.typed();
        if typed == text {
            return true;
        }
        if is_taken_over == Some(true) {
            control.show(&text);
        } else {
            value.set(typed);
        }
        true
    });
}
