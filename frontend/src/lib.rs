//! The browser's entry: wakes up the page that the server rendered.

// The views are deep generic types.
#![recursion_limit = "512"]

use leptos::prelude::document;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the page needs beside the module. Called by the shell's module script once the WASM is loaded.
#[wasm_bindgen]
pub async fn load() -> Result<(), JsError> {
    console_error_panic_hook::set_once();
    Ok(app::site::load_chunks_of_page().await?)
}

/// Called after that.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_body(app::App);
    // Says that buttons and fields answer from now on: a program at the keyboard is faster than any person.
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-awake", "");
    }
    app::site::load_ahead();
}
