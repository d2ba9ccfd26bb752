//! The site on one screen: the document's shell and the route table.

mod account_menu;
mod chunks;
mod document_title;
mod frame;
mod gate;
mod icons;
mod language;
mod list_address;
mod local_path;
mod page;
mod problem_pages;
mod session_watch;
mod theme;

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
#[cfg(feature = "ssr")]
use leptos_meta::{MetaTags, Stylesheet};
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

pub use chunks::Chunk;
#[cfg(feature = "hydrate")]
pub use chunks::{load_ahead, load_chunks_of_page};
pub use document_title::DocumentTitle;
pub use frame::{Head, SignedIn, use_me};
pub use gate::{Brand, Gate};
pub use icons::Icon;
pub use language::{InnerLanguageSwitch, LanguageSwitch, provide_language, speak, t, use_lang};
pub use list_address::use_list_address;
pub use local_path::{after_sign_in, code_page, is_local_path};
pub use page::{Assets, ChunkFile, FormAnswer, Page, Theme};
pub use problem_pages::{FramedProblem, NotFound, ProblemPage, answer_status};

use crate::people::SignInPage;
#[cfg(feature = "ssr")]
use crate::words;

/// The document around the app.
#[cfg(feature = "ssr")]
pub fn shell() -> impl IntoView {
    let page = Page::of_request();
    view! {
        <!DOCTYPE html>
        <html lang=page.lang.as_str() data-theme=page.theme.map(Theme::as_str)>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                {page.assets.is_built().then(|| view! {
                    {page::preloads(page)}
                    <Stylesheet href=page.assets.style />
                })}
                <MetaTags />
                {page.assets.is_built().then(|| page::start_script(page.assets))}
            </head>
            <body>
                <App />
                <p class="asleep-note" role="alert">{words::shell::asleep(page.lang)} " " <a href="">{words::shell::reload(page.lang)}</a></p>
                <icons::Icons />
            </body>
        </html>
    }
}

/// The pages and their addresses.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_language();
    crate::ui::provide_way_back();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/code") view=chunks::SignInCode ssr=SsrMode::Async />
                <Route path=path!("/forgot-password") view=chunks::ForgotPassword ssr=SsrMode::Async />
                <Route path=path!("/set-password") view=chunks::SetPassword ssr=SsrMode::Async />
                <Route path=path!("/email-change") view=chunks::EmailLink ssr=SsrMode::Async />
                <Route path=path!("/profile/two-factor") view=chunks::SetUp ssr=SsrMode::Async />
                <Route path=path!("/register/") view=chunks::Register ssr=SsrMode::Async />
                <Route path=path!("/terms") view=chunks::Terms ssr=SsrMode::Async />
                <Route path=path!("/privacy") view=chunks::Privacy ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=SignedIn ssr=SsrMode::Async>
                    <Route path=path!("/companies/:id/employees") view=chunks::Employees ssr=SsrMode::Async />
                    <Route path=path!("/companies/:id/requisites") view=chunks::Card ssr=SsrMode::Async />
                    <Route path=path!("/requisites") view=chunks::ToCheck ssr=SsrMode::Async />
                    <Route path=path!("/billing") view=chunks::OwnBilling ssr=SsrMode::Async />
                    <Route path=path!("/companies/:id/billing") view=chunks::Billing ssr=SsrMode::Async />
                    <Route path=path!("/companies/:id/history") view=chunks::History ssr=SsrMode::Async />
                    <ParentRoute path=path!("/companies") view=chunks::Companies ssr=SsrMode::Async>
                        <Route path=path!("") view=|| () ssr=SsrMode::Async />
                        <Route path=path!(":id") view=chunks::Dialog ssr=SsrMode::Async />
                    </ParentRoute>
                    <Route path=path!("/companies/:id/reports") view=chunks::CompanyReports ssr=SsrMode::Async />
                    <Route path=path!("/reports") view=chunks::Reports ssr=SsrMode::Async />
                    <Route path=path!("/users") view=chunks::Users ssr=SsrMode::Async />
                    <Route path=path!("/users/:id") view=chunks::User ssr=SsrMode::Async />
                    <Route path=path!("/support") view=chunks::Support ssr=SsrMode::Async />
                    <Route path=path!("/support/directories") view=chunks::Directories ssr=SsrMode::Async />
                    <Route path=path!("/support/letters") view=chunks::Letters ssr=SsrMode::Async />
                    <Route path=path!("/support/audit") view=chunks::Audit ssr=SsrMode::Async />
                    <Route path=path!("/profile") view=chunks::Profile ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
