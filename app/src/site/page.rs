//! What the server tells the shell of one request, and how the browser is started.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Chunk;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::Lang;

/// URL paths of the script, of what it loads chunks with, of the WASM and the stylesheet, and of the chunks. Empty when
/// the site is not built in (story tests).
#[derive(Clone, Copy, Debug, Default)]
pub struct Assets {
    pub script: &'static str,
    pub loader: &'static str,
    pub wasm: &'static str,
    pub style: &'static str,
    pub chunks: &'static [ChunkFile],
}

/// A file that one chunk needs or several.
#[derive(Clone, Copy, Debug)]
pub struct ChunkFile {
    /// Their names: `company,dialog`.
    pub of: &'static str,
    pub path: &'static str,
}

/// A chosen theme; without one the page follows the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == text)
    }
}

/// Given to the shell with each request.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub lang: Lang,
    pub theme: Option<Theme>,
    pub assets: Assets,
    /// What the page at this address needs beside the module.
    pub chunks: &'static [Chunk],
}

/// The answer to a form that was posted without WASM: what was typed, and what was refused.
/// Passwords are never in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormAnswer {
    pub typed: Fields,
    pub error: Option<ApiError>,
    /// The form was accepted and the page says so.
    pub is_done: bool,
}

/// The mark in the address of a page that says that its form was accepted; its value is what there is to say of it.
const SENT: &str = "sent";

/// The hidden field in which one of several forms on a page names itself.
const FORM: &str = "form";

impl Assets {
    /// Whether the site is part of this build.
    pub fn is_built(self) -> bool {
        !self.script.is_empty()
    }

    /// What chunks need, each file once.
    pub fn files_of(self, chunks: &'static [Chunk]) -> impl Iterator<Item = &'static str> {
        let is_needed =
            move |file: &&ChunkFile| file.of.split(',').any(|of| chunks.iter().any(|chunk| chunk.as_str() == of));
        self.chunks.iter().filter(is_needed).map(|file| file.path)
    }
}

impl Page {
    /// As the server put it into the context.
    pub fn of_request() -> Self {
        use_context().unwrap_or(Self { lang: Lang::En, theme: None, assets: Assets::default(), chunks: &[] })
    }
}

impl FormAnswer {
    /// Of a page at such an address, by the parameters of its query.
    pub fn of_query(mut query: Fields) -> Option<Self> {
        let sent = query.remove_entry(SENT)?;
        Some(Self { typed: Fields::from([sent]), error: None, is_done: true })
    }

    /// The part of the answer that is for one of several forms on a page: each names itself in a hidden field `form`.
    /// The form without one is called by the empty name.
    #[must_use]
    pub fn to_form(self, form: &str) -> Self {
        let about = if self.is_done { self.sent() } else { self.typed.get(FORM).map(String::as_str) };
        if about.unwrap_or_default() == form { self } else { Self::default() }
    }

    /// What the address of an accepted form says of it.
    pub fn sent(&self) -> Option<&str> {
        self.typed.get(SENT).filter(|_| self.is_done).map(String::as_str)
    }

    /// The answer this page was rendered for; the default on a plain visit. The browser gets the same one.
    pub fn of_page() -> Self {
        SharedValue::new(|| use_context::<Self>().unwrap_or_default()).into_inner()
    }
}

/// What the browser is to fetch at once, before it finds out that it needs it.
#[cfg(feature = "ssr")]
pub(super) fn preloads(page: Page) -> impl IntoView {
    let module =
        |path| view! { <link rel="preload" href=path r#as="fetch" r#type="application/wasm" crossorigin="" /> };
    let script = |path| view! { <link rel="modulepreload" href=path /> };
    let chunks = page.assets.files_of(page.chunks).map(module).collect_view();
    let loader = Some(page.assets.loader).filter(|loader| !loader.is_empty()).map(script);
    view! { {script(page.assets.script)} {loader} {module(page.assets.wasm)} {chunks} }
}

/// Loads the WASM by its hashed name and wakes the page up; says so when it cannot.
#[cfg(feature = "ssr")]
pub(super) fn start_script(assets: Assets) -> impl IntoView {
    let start = format!(
        "import init,{{load,hydrate}} from '{}';\
         init({{module_or_path:'{}'}}).then(load).then(hydrate).catch(e=>{{\
         document.documentElement.classList.add('asleep');throw e}})",
        assets.script, assets.wasm
    );
    view! { <script type="module" nonce=leptos::nonce::use_nonce()>{start}</script> }
}
