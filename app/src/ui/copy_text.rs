//! A button that copies a text and says whether it did.

use leptos::prelude::*;

use crate::site::{Icon, t, use_lang};
use crate::values::Lang;

#[component]
pub fn CopyText(
    text: String,
    label: fn(Lang) -> &'static str,
    copied: fn(Lang) -> &'static str,
    /// Said where the browser refuses.
    not_copied: fn(Lang) -> &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let outcome = RwSignal::new(None::<bool>);
    let said =
        move || outcome.get().map(|is_copied| if is_copied { copied(lang.get()) } else { not_copied(lang.get()) });
    let text = StoredValue::new(text);
    view! {
        <button class="b" type="button" on:click=move |_| copy(text.get_value(), outcome)>
            <Icon name="copy" />
            {t(label)}
        </button>
        <span class="hint" role="status">{said}</span>
    }
}

#[cfg(feature = "hydrate")]
fn copy(text: String, outcome: RwSignal<Option<bool>>) {
    leptos::task::spawn_local(async move {
        // Without https there is no clipboard object, and touching it throws.
        let is_copied = window().is_secure_context() && {
            let written = window().navigator().clipboard().write_text(&text);
            wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
        };
        outcome.try_set(Some(is_copied));
    });
}

#[cfg(not(feature = "hydrate"))]
fn copy(_: String, _: RwSignal<Option<bool>>) {}
