//! Copying to the clipboard.

/// Copies a text, then tells whether the browser allowed it.
#[cfg(feature = "hydrate")]
pub fn copy(text: String, told: impl Fn(bool) + 'static) {
    use leptos::prelude::window;

    leptos::task::spawn_local(async move {
        // Without https there is no clipboard object, and touching it throws.
        let is_copied = window().is_secure_context() && {
            let written = window().navigator().clipboard().write_text(&text);
            wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
        };
        told(is_copied);
    });
}

#[cfg(not(feature = "hydrate"))]
pub fn copy(_: String, _: impl Fn(bool) + 'static) {}
