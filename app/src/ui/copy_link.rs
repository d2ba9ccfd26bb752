//! A button that copies an address, or another text that is needed elsewhere.

use leptos::html::Input;
use leptos::prelude::*;

use super::copy::copy;
use crate::site::{Icon, t, use_lang};
use crate::values::Lang;
use crate::words;

/// Copies a text and says so; where the browser refuses, it selects the text for the person: in its `field`,
/// or in one that it shows for this.
#[component]
pub fn CopyLink(
    url: String,
    class: &'static str,
    #[prop(optional)] field: Option<NodeRef<Input>>,
    /// What is said of it.
    #[prop(default = words::companies::copied)]
    copied: Word,
    /// What is said when the browser refuses.
    #[prop(default = words::companies::not_copied)]
    not_copied: Word,
) -> impl IntoView {
    let lang = use_lang();
    let is_copied = RwSignal::new(None::<bool>);
    let said = move || is_copied.get().map(|is_copied| if is_copied { copied } else { not_copied }(lang.get()));
    let (is_shown, shown) = (RwSignal::new(false), NodeRef::<Input>::new());
    let told = move |was_copied: bool| {
        let is_here = is_copied.try_set(Some(was_copied)).is_none();
        if is_here && !was_copied {
            is_shown.set(field.is_none());
            select(field.unwrap_or(shown));
        }
    };
    Effect::new(move |_| {
        shown.track();
        select(shown);
    });
    let address = StoredValue::new(url);
    view! {
        <button class=class type="button" on:click=move |_| copy(address.get_value(), told)>
            <Icon name="copy" />
            {t(words::companies::copy)}
        </button>
        <span class="hint" role="status">{said}</span>
        <Show when=move || is_shown.get()>
            <input class="in" node_ref=shown readonly value=address.get_value() aria-label=t(words::companies::registration_link) />
        </Show>
    }
}

type Word = fn(Lang) -> &'static str;

fn select(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
