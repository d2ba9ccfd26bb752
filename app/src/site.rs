//! The site on one screen: the document's shell and the route table.

mod account_menu;
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

pub use document_title::DocumentTitle;
pub use frame::{Head, SignedIn, use_me};
pub use gate::{Brand, Gate};
pub use icons::Icon;
pub use language::{InnerLanguageSwitch, LanguageSwitch, provide_language, speak, t, use_lang};
pub use list_address::use_list_address;
pub use local_path::{after_sign_in, code_page, is_local_path};
pub use page::{Assets, FormAnswer, Page, Theme};
pub use problem_pages::{FramedProblem, NotFound, ProblemPage, answer_status};

use crate::affiliates::RegisterPage;
use crate::audit::AuditPage;
use crate::companies::{CardPage, CompaniesPage, EditDialog, ToCheckPage};
use crate::history::HistoryPage;
use crate::money::{BillingPage, OwnBillingPage};
use crate::people::{
    EmailLinkPage, EmployeesPage, ForgotPasswordPage, ProfilePage, SetPasswordPage, SetUpPage, SignInCodePage,
    SignInPage, UserPage, UsersPage,
};
use crate::reports::{CompanyReportsPage, ReportsPage};
use crate::support::{DirectoriesPage, LettersPage, PrivacyPage, SupportPage, TermsPage};

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
                    <link rel="preload" href=page.assets.wasm r#as="fetch" r#type="application/wasm" crossorigin="" />
                    <Stylesheet href=page.assets.style />
                })}
                <MetaTags />
                {page.assets.is_built().then(|| page::start_script(page.assets))}
            </head>
            <body>
                <App />
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
                <Route path=path!("/sign-in/code") view=SignInCodePage ssr=SsrMode::Async />
                <Route path=path!("/forgot-password") view=ForgotPasswordPage ssr=SsrMode::Async />
                <Route path=path!("/set-password") view=SetPasswordPage ssr=SsrMode::Async />
                <Route path=path!("/email-change") view=EmailLinkPage ssr=SsrMode::Async />
                <Route path=path!("/profile/two-factor") view=SetUpPage ssr=SsrMode::Async />
                <Route path=path!("/register/") view=RegisterPage ssr=SsrMode::Async />
                <Route path=path!("/terms") view=TermsPage ssr=SsrMode::Async />
                <Route path=path!("/privacy") view=PrivacyPage ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=SignedIn ssr=SsrMode::Async>
                    <Route path=path!("/companies/:id/employees") view=EmployeesPage ssr=SsrMode::Async />
                    <Route path=path!("/companies/:id/requisites") view=CardPage ssr=SsrMode::Async />
                    <Route path=path!("/requisites") view=ToCheckPage ssr=SsrMode::Async />
                    <Route path=path!("/billing") view=OwnBillingPage ssr=SsrMode::Async />
                    <Route path=path!("/companies/:id/billing") view=BillingPage ssr=SsrMode::Async />
                    <Route path=path!("/companies/:id/history") view=HistoryPage ssr=SsrMode::Async />
                    <ParentRoute path=path!("/companies") view=CompaniesPage ssr=SsrMode::Async>
                        <Route path=path!("") view=|| () ssr=SsrMode::Async />
                        <Route path=path!(":id") view=EditDialog ssr=SsrMode::Async />
                    </ParentRoute>
                    <Route path=path!("/companies/:id/reports") view=CompanyReportsPage ssr=SsrMode::Async />
                    <Route path=path!("/reports") view=ReportsPage ssr=SsrMode::Async />
                    <Route path=path!("/users") view=UsersPage ssr=SsrMode::Async />
                    <Route path=path!("/users/:id") view=UserPage ssr=SsrMode::Async />
                    <Route path=path!("/support") view=SupportPage ssr=SsrMode::Async />
                    <Route path=path!("/support/directories") view=DirectoriesPage ssr=SsrMode::Async />
                    <Route path=path!("/support/letters") view=LettersPage ssr=SsrMode::Async />
                    <Route path=path!("/support/audit") view=AuditPage ssr=SsrMode::Async />
                    <Route path=path!("/profile") view=ProfilePage ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
