//! The frame of every page behind a session: side menu, head with the company's name, and the page.

use leptos::prelude::*;
use leptos_router::components::{A, Outlet};
use leptos_router::hooks::use_location;

use super::account_menu::AccountMenu;
use super::document_title::DocumentTitle;
use super::icons::{Icon, Logo};
use super::language::{LanguageSwitch, t};
use super::list_address::provide_list_address;
use super::problem_pages::ProblemPage;
use super::session_watch::watch_session;
use super::theme::ThemeSwitch;
use crate::people::{Me, door};
use crate::ui::Toasts;
use crate::ui::browser::is_awake;
use crate::values::Lang;
use crate::viewing::ViewingBanner;
use crate::words;

/// The signed-in person. Pages that change the name or the company's name write here, and the head follows.
pub fn use_me() -> RwSignal<Me> {
    expect_context()
}

/// Loads who is signed in, then shows the frame around the page.
#[component]
pub fn SignedIn() -> impl IntoView {
    let me = Resource::new_blocking(|| (), |()| door::me());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match me.await {
                    Ok(me) => {
                        provide_context(RwSignal::new(me));
                        view! { <Frame /> }.into_any()
                    }
                    Err(error) => view! { <ProblemPage error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Frame() -> impl IntoView {
    crate::ui::provide_toasts();
    provide_list_address();
    watch_session();
    let (warns_of_demo, viewing) = use_me().with_untracked(|me| (me.warn_of_demo, me.viewing.clone()));
    // Skipping is the browser's work: the router would change the address and leave the focus where it is.
    view! {
        <a class="skip" href="#main" rel="external">{t(words::shell::skip)}</a>
        <div class="app">
            <SideMenu />
            {match viewing {
                Some(viewing) => view! { <ViewingBanner viewing /> }.into_any(),
                None => warns_of_demo.then(|| view! { <DemoWarning /> }).into_any(),
            }}
            <Outlet />
        </div>
        <Toasts />
    }
}

/// Stands where others than the demo's owner can reach it.
#[component]
fn DemoWarning() -> impl IntoView {
    view! { <aside class="ban q"><Icon name="alert" /><span>{t(words::shell::demo_warning)}</span></aside> }
}

#[component]
fn SideMenu() -> impl IntoView {
    let me = use_me();
    let path = use_location().pathname;
    let is_awake = is_awake();
    // The edit dialog has a switch of its own, and this one cannot be reached behind it.
    let is_behind_dialog = move || {
        let is_of_a_company = || path.with(|path| path.strip_prefix("/companies/").is_some_and(|id| !id.contains('/')));
        is_awake.get() && me.with(Me::sees_companies) && is_of_a_company()
    };
    let item = move |href: &'static str, icon: &'static str, word: fn(Lang) -> &'static str| {
        let is_here = move || path.get().starts_with(href).then_some("page");
        view! {
            <li>
                <A href=href attr:aria-current=is_here attr:title=t(word)>
                    <Icon name=icon />
                    <span>{t(word)}</span>
                </A>
            </li>
        }
    };
    view! {
        <nav class="rail" aria-label=t(words::shell::menu)>
            <A href=me.with_untracked(Me::home) attr:class="logo" attr:aria-label="Kontora"><Logo /><span>"Kontora"</span></A>
            <ul class="nav">
                {move || me.with(Me::sees_companies).then(|| item("/companies", "companies", words::shell::companies))}
                {move || me.with(Me::sees_companies).then(|| item("/users", "users", words::shell::users))}
                {move || me.with(Me::sees_companies).then(|| item("/billing", "billing", words::shell::billing))}
                {move || me.with(Me::sees_companies).then(|| item("/reports", "reports", words::shell::reports))}
                {move || me.with(Me::sees_companies).then(|| item("/support", "support", words::shell::support))}
            </ul>
            <div class="foot">
                <div hidden=is_behind_dialog><LanguageSwitch /></div>
                <ThemeSwitch name="theme" />
            </div>
        </nav>
    }
}

/// The head of a page: its heading, a way back where there is one, and the account at the right.
#[component]
pub fn Head(
    /// The page's heading; also the document's title.
    #[prop(into)]
    title: Signal<String>,
    /// Stands above the heading: where this page belongs.
    #[prop(optional, into)]
    crumb: Option<ViewFn>,
) -> impl IntoView {
    view! {
        <DocumentTitle text=title />
        <header class="head">
            {match crumb {
                Some(crumb) => {
                    view! { <div class="cut"><div class="crumb s">{crumb.run()}</div><h1>{title}</h1></div> }.into_any()
                }
                None => view! { <h1>{title}</h1> }.into_any(),
            }}
            <AccountMenu />
        </header>
    }
}
