//! Pages whose code comes in files of its own, so that a first visit loads the way in and little more.
//!
//! A chunk is a function that the build takes out of the module (feature `split`), with everything that only it and
//! other chunks call. On the server, and in a build that is not split, it is a function like any other.

use leptos::prelude::*;
use leptos_router::{Lazy, LazyRoute};

#[cfg(feature = "hydrate")]
pub use self::in_browser::{Unloaded, load_ahead, load_chunks_of_page};

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

/// `Chunk { function, its pages { Route => Component } }`, and for each a route that the router loads when it is gone to.
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
            #[expect(clippy::unused_async, reason = "its twin waits for the file")]
            async fn $view(page: $pages) -> Result<AnyView, Unloaded> {
                Ok(match page { $($pages::$page => $component().into_any()),* })
            }

            $(
                pub struct $page;

                impl LazyRoute for $page {
                    fn data() -> Self {
                        Self
                    }

                    async fn view(_: Self) -> AnyView {
                        shown($view($pages::$page).await)
                    }

                    #[cfg(feature = "hydrate")]
                    async fn preload() {
                        in_browser::load_for_page(Chunk::$chunk).await;
                    }
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

/// The view of a route whose page is in a chunk.
pub(super) fn lazy<T: LazyRoute>(_: T) -> Lazy<T> {
    Lazy::new()
}

impl Chunk {
    /// What the page at a path needs before it can wake up. The module has the frame of all pages and the way in.
    pub fn of(path: &str) -> &'static [Self] {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments[..] {
            [] | ["sign-in"] => &[],
            ["companies"] => &[Self::Table],
            ["companies", _] => &[Self::Table, Self::Dialog],
            ["companies" | "users" | "billing" | "reports" | "requisites", ..] => &[Self::Company],
            _ => &[Self::Office],
        }
    }
}

#[cfg(not(feature = "hydrate"))]
type Unloaded = std::convert::Infallible;

#[cfg(not(feature = "hydrate"))]
fn shown(view: Result<AnyView, Unloaded>) -> AnyView {
    let Ok(view) = view;
    view
}

#[cfg(feature = "hydrate")]
use self::in_browser::shown;

#[cfg(feature = "hydrate")]
mod in_browser {
    use std::time::Duration;

    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use leptos::wasm_bindgen::JsValue;
    pub use leptos::wasm_split::SplitLoaderError as Unloaded;
    use leptos::web_sys::Element;
    use leptos_router::hooks::use_url;

    use super::Chunk;

    /// By then a page has asked for all that it shows.
    const AT_REST: Duration = Duration::from_secs(1);

    /// On the document's element; the style sheet draws the bar.
    const LOADING: &str = "data-loading";

    /// Before the page that the server rendered is woken up: it could not wait.
    pub async fn load_chunks_of_page() -> Result<(), Unloaded> {
        for chunk in Chunk::of(&location().pathname().unwrap_or_default()) {
            chunk.load().await?;
        }
        Ok(())
    }

    /// What is likely to be asked for next. What fails now is loaded when it is needed.
    pub fn load_ahead() {
        let load = async {
            for chunk in [Chunk::Table, Chunk::Dialog, Chunk::Company] {
                let _ = chunk.load().await;
            }
        };
        set_timeout(move || spawn_local(load), AT_REST);
    }

    /// While the page that was gone to is on its way the old one stays, under a bar that says so.
    pub(super) async fn load_for_page(chunk: Chunk) {
        mark(|html| html.set_attribute(LOADING, ""));
        // What fails is asked for once more, and then told, by the page's view.
        let _ = chunk.load().await;
        mark(|html| html.remove_attribute(LOADING));
    }

    fn mark(change: impl FnOnce(&Element) -> Result<(), JsValue>) {
        let _ = document().document_element().map(|html| change(&html));
    }

    /// A page that cannot be loaded into this one is gone to as a whole: the server may have another build by now.
    pub(super) fn shown(view: Result<AnyView, Unloaded>) -> AnyView {
        view.unwrap_or_else(|_| {
            let url = use_url().get_untracked();
            let _ = location().assign(&[url.path(), &url.search_params().to_query_string()].concat());
            ().into_any()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Chunk;

    #[test]
    fn the_way_in_needs_no_more_than_the_module() {
        assert_eq!(Chunk::of("/sign-in"), []);
    }

    #[test]
    fn the_dialog_comes_with_the_table_under_it() {
        assert_eq!(Chunk::of("/companies/"), [Chunk::Table]);
        assert_eq!(Chunk::of("/companies/7"), [Chunk::Table, Chunk::Dialog]);
        assert_eq!(Chunk::of("/companies/7/billing"), [Chunk::Company]);
        assert_eq!(Chunk::of("/users"), [Chunk::Company]);
        assert_eq!(Chunk::of("/profile/two-factor"), [Chunk::Office]);
    }
}
