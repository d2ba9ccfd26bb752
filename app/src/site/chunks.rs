//! Pages whose code comes in files of its own, so that a first visit loads the way in and little more.
//!
//! A chunk is a function that the build takes out of the module (feature `split`), with everything that only it and
//! other chunks call. On the server, and in a build that is not split, it is a function like any other.

#[cfg(feature = "hydrate")]
mod arriving;

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
pub use self::arriving::{Unloaded, load_ahead, load_chunks_of_page};
use crate::affiliates::RegisterPage;
use crate::audit::AuditPage;
use crate::companies::{CardPage, CompaniesPage, EditDialog, ToCheckPage};
use crate::history::HistoryPage;
use crate::money::{BillingPage, OwnBillingPage};
use crate::people::{
    EmailLinkPage, EmployeesPage, ForgotPasswordPage, ProfilePage, SetPasswordPage, SetUpPage, SignInCodePage,
    UserPage, UsersPage,
};
use crate::reports::{CompanyReportsPage, ReportsPage};
use crate::support::{DirectoriesPage, LettersPage, PrivacyPage, SupportPage, TermsPage};

#[cfg(not(feature = "hydrate"))]
type Unloaded = std::convert::Infallible;

/// `Chunk { its function, what loads it, its pages { what a route shows => component } }`.
macro_rules! chunks {
    ($($chunk:ident { $view:ident, $load:ident, $pages:ident { $($page:ident => $component:ident),* $(,)? } })*) => {
        /// A file of code beside the module.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Chunk { $($chunk),* }

        impl Chunk {
            /// As the build names its files.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$chunk => stringify!($view)),* }
            }

            #[cfg(feature = "hydrate")]
            async fn load(self) -> Result<(), Unloaded> {
                match self { $(Self::$chunk => $load().await),* }
            }
        }

        /// Every page by what its route shows.
        #[cfg(test)]
        const PAGES: &[(&str, Chunk)] = &[$($((stringify!($page), Chunk::$chunk)),*),*];

        $(
            #[derive(Clone, Copy)]
            enum $pages { $($page),* }

            #[cfg(all(feature = "hydrate", feature = "split"))]
            #[leptos::wasm_split::wasm_split($view, wasm_split_path = leptos::wasm_split, fallible, preload($load))]
            fn $view(page: $pages) -> Result<AnyView, Unloaded> {
                Ok(match page { $($pages::$page => $component().into_any()),* })
            }

            #[cfg(all(feature = "hydrate", not(feature = "split")))]
            async fn $load() -> Result<(), Unloaded> {
                Ok(())
            }

            #[cfg(not(all(feature = "hydrate", feature = "split")))]
            async fn $view(page: $pages) -> Result<AnyView, Unloaded> {
                Ok(match page { $($pages::$page => $component().into_any()),* })
            }

            $(
                #[expect(non_snake_case, reason = "stands where components do")]
                pub fn $page() -> AnyView {
                    shown(Chunk::$chunk, || $view($pages::$page))
                }
            )*
        )*
    };
}

chunks! {
    Table { table, load_table, TablePages { Companies => CompaniesPage } }
    Dialog { dialog, load_dialog, DialogPages { Dialog => EditDialog } }
    Company { company, load_company, CompanyPages {
        Employees => EmployeesPage,
        Users => UsersPage,
        User => UserPage,
        Card => CardPage,
        ToCheck => ToCheckPage,
        OwnBilling => OwnBillingPage,
        Billing => BillingPage,
        CompanyReports => CompanyReportsPage,
        Reports => ReportsPage,
        History => HistoryPage,
    } }
    // What is needed now and then: the ways around signing in, one's own settings, the platform's side.
    Office { office, load_office, OfficePages {
        SignInCode => SignInCodePage,
        ForgotPassword => ForgotPasswordPage,
        SetPassword => SetPasswordPage,
        EmailLink => EmailLinkPage,
        SetUp => SetUpPage,
        Register => RegisterPage,
        Terms => TermsPage,
        Privacy => PrivacyPage,
        Profile => ProfilePage,
        Support => SupportPage,
        Directories => DirectoriesPage,
        Letters => LettersPage,
        Audit => AuditPage,
    } }
}

impl Chunk {
    /// What the page at a path needs before it can wake up. The module has the frame of all pages and the way in.
    pub fn of(path: &str) -> &'static [Self] {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments[..] {
            ["companies"] => &[Self::Table],
            ["companies", _] => &[Self::Table, Self::Dialog],
            ["companies" | "users" | "billing" | "reports" | "requisites", ..] => &[Self::Company],
            ["sign-in", _] => &[Self::Office],
            [
                "forgot-password" | "set-password" | "email-change" | "profile" | "register" | "terms" | "privacy"
                | "support",
                ..,
            ] => &[Self::Office],
            _ => &[],
        }
    }

    /// What whoever is at a path is likely to need next: behind the sign-in the table, on the desk all that is used daily.
    #[cfg(any(test, feature = "hydrate"))]
    fn after(path: &str) -> &'static [Self] {
        let is_behind_the_sign_in = ["/profile", "/support"].iter().any(|start| path.starts_with(start));
        match Self::of(path) {
            _ if path == "/sign-in" => &[Self::Table],
            [] => &[],
            [Self::Office, ..] if !is_behind_the_sign_in => &[],
            _ => &[Self::Table, Self::Dialog, Self::Company],
        }
    }
}

/// The page, at once where its code is here: on the server always, and when a page wakes up that was loaded with it.
fn shown<F>(chunk: Chunk, page: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = Result<AnyView, Unloaded>>,
{
    match at_once(page()) {
        Some(Ok(view)) => view,
        _ => until_here(chunk, page),
    }
}

/// What a future has come to, if it waits for nothing.
fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

#[cfg(feature = "hydrate")]
use self::arriving::until_here;

#[cfg(not(feature = "hydrate"))]
fn until_here<F>(_: Chunk, _: impl Fn() -> F) -> AnyView {
    ().into_any()
}

#[cfg(test)]
mod tests {
    use super::{Chunk, PAGES};

    #[test]
    fn the_way_in_needs_no_more_than_the_module() {
        assert_eq!(Chunk::of("/sign-in"), []);
    }

    #[test]
    fn the_dialog_comes_with_the_table_under_it() {
        assert_eq!(Chunk::of("/companies/"), [Chunk::Table]);
        assert_eq!(Chunk::of("/companies/7"), [Chunk::Table, Chunk::Dialog]);
        assert_eq!(Chunk::of("/companies/7/billing"), [Chunk::Company]);
    }

    #[test]
    fn whoever_has_not_signed_in_loads_no_more_than_the_table_ahead() {
        assert_eq!(Chunk::after("/sign-in"), [Chunk::Table]);
        assert_eq!(Chunk::after("/terms"), []);
        for path in ["/companies", "/profile", "/support/letters"] {
            assert_eq!(Chunk::after(path), [Chunk::Table, Chunk::Dialog, Chunk::Company], "{path}");
        }
    }

    /// A page that wakes up without its code would not be the one that the server rendered.
    #[test]
    fn every_route_is_loaded_with_the_chunk_of_its_page() {
        let mut seen = 0;
        for route in include_str!("../site.rs").lines().filter(|line| line.contains("view=chunks::")) {
            let between = |start: &str, end: &str| route.split_once(start).unwrap().1.split_once(end).unwrap().0;
            let path = between("path!(\"", "\")").replace(":id", "7");
            let path = if path == "7" { "/companies/7".to_owned() } else { path };
            let page = between("view=chunks::", " ");
            let (_, chunk) = PAGES.iter().find(|(name, _)| *name == page).unwrap();
            assert!(Chunk::of(&path).contains(chunk), "{path} shows {page}");
            seen += 1;
        }
        assert_eq!(seen, PAGES.len(), "each page has one route");
    }
}
