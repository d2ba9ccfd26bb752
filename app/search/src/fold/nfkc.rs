//! Unicode normalization form KC: by tables on the server; in the browser by its own, which
//! keeps 100 KB out of the download.

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn nfkc(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkc(text).collect()
}

#[cfg(target_arch = "wasm32")]
pub(super) fn nfkc(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}
