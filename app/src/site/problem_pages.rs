//! Pages that say why there is no page.

use leptos::prelude::*;

use super::document_title::DocumentTitle;
use super::frame::Head;
use super::language::{LanguageSwitch, t, use_lang};
use super::page::FormAnswer;
use crate::error::ApiError;
use crate::ui::EmptyWire;
use crate::words;

/// An address that leads nowhere, or takes forms alone: then this is why the form was refused.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <ProblemPage error=FormAnswer::of_page().error.unwrap_or(ApiError::Missing) /> }
}

/// A whole page for a refusal or a failure, with the status it has.
#[component]
pub fn ProblemPage(error: ApiError) -> impl IntoView {
    answer_status(&error);
    let lang = use_lang();
    let status = error.status();
    let shown = error.clone();
    view! {
        <DocumentTitle text=Signal::derive(move || words::problems::title(&shown, lang.get()).to_owned()) />
        <div class="gate solo">
            <main id="main" tabindex="-1">
                <div class="row brand"><div class="end"><LanguageSwitch /></div></div>
                <div class="slip void">
                    <p class="code">{status}</p>
                    <h1>{let error = error.clone(); move || words::problems::title(&error, lang.get())}</h1>
                    <p class="sub">{move || words::problems::text(&error, lang.get())}</p>
                    <a class="b" href="/" rel="external">{t(words::problems::home)}</a>
                </div>
            </main>
        </div>
    }
}

/// The same inside the frame: the side menu and the account stay.
#[component]
pub fn FramedProblem(error: ApiError) -> impl IntoView {
    answer_status(&error);
    let lang = use_lang();
    let status = error.status();
    let shown = error.clone();
    view! {
        <Head title=Signal::derive(move || words::problems::title(&shown, lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1">
            <div class="void page">
                <EmptyWire is_broken=true />
                <p class="code">{status}</p>
                <span>{move || words::problems::text(&error, lang.get())}</span>
                <a class="b" href="/" rel="external">{t(words::problems::home)}</a>
            </div>
        </main>
    }
}

/// Gives the page at hand the status of a refusal. In the browser there is none to give.
pub fn answer_status(error: &ApiError) {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>()
        && let Ok(status) = http::StatusCode::from_u16(error.status())
    {
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = error;
}
