//! The Companies page: one's own company and those below it, searched at each key.

use leptos::prelude::*;
use leptos_router::components::{A, Outlet};
use leptos_router::hooks::use_query_map;

use super::add_affiliate::AddAffiliate;
use super::add_company::AddCompany;
use super::context::CompaniesContext;
use super::door;
use super::first_rows::FirstRows;
use super::nothing::{ConnectionBanner, NotLoaded, Skeleton};
use super::search_field::{SearchField, SuggestedQuery};
use super::sort::{Sort, SortKey};
use super::table::CompaniesTable;
use crate::error::ApiError;
use crate::people::{Me, Right};
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address, use_me};
use crate::ui::SortMenu;
use crate::words;

/// The page and, on top of it, the dialog of the company in the address.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    if use_me().with_untracked(Me::sees_companies) {
        view! { <Companies /> }.into_any()
    } else {
        view! { <FramedProblem error=Right::SeeCompanies.into() /> }.into_any()
    }
}

#[component]
fn Companies() -> impl IntoView {
    let lang = use_lang();
    let asked = asked_in_address();
    let (query, sort) = asked.get_untracked();
    let companies = CompaniesContext::provide(query, sort);
    let last = use_list_address();
    Effect::new(move |_| last.set(companies.list_href()));
    let first = Resource::new_blocking(|| (), move |()| first_rows(companies));
    view! {
        <Head title=Signal::derive(move || words::shell::companies(lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1">
            <Suspense fallback=Skeleton>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(first) => view! { <List first asked /> }.into_any(),
                        Err(error) => view! { <NotLoaded error retry=move || first.refetch() /> }.into_any(),
                    }
                })}
            </Suspense>
            <Outlet />
        </main>
    }
}

#[component]
fn List(first: FirstRows, asked: Memo<(String, Option<Sort>)>) -> impl IntoView {
    let companies = super::use_companies();
    let me = use_me();
    companies.begin(&first);
    Effect::new(move |before: Option<()>| {
        let (query, sort) = asked.get();
        // The address does not keep the spaces around a query that is still being typed.
        let is_same = companies.query.with_untracked(|typed| typed.trim() == query.trim());
        let is_new = !is_same || sort != companies.sort.get_untracked();
        if before.is_some() && is_new {
            companies.sort.set(sort);
            companies.type_query(query);
        }
    });
    let choose = Callback::new(move |sort| companies.choose(sort));
    view! {
        <ConnectionBanner />
        <div class="bar">
            <SearchField />
            <SuggestedQuery />
            <ToCheckLink />
            {me.with_untracked(Me::adds_affiliates).then(|| view! { <AddAffiliate /> })}
            {me.with_untracked(|me| me.may(Right::AddCompanies)).then(|| view! { <AddCompany /> })}
            <RunwayToggle choose />
            <SortMenu label=words::companies::column sort=companies.sort choose />
        </div>
        <CompaniesTable first />
    }
}

/// The column that says how long the money lasts is there while the table is sorted by it; then the order is again what
/// it was before.
#[component]
fn RunwayToggle(choose: Callback<Option<Sort>>) -> impl IntoView {
    let companies = super::use_companies();
    let is_on = move || companies.shows_runway();
    let before = StoredValue::new(None);
    let press = move |_| {
        if is_on() {
            choose.run(before.get_value());
        } else {
            before.set_value(companies.sort.get_untracked());
            choose.run(Some(Sort::ascending(SortKey::Runway)));
        }
    };
    view! {
        <button
            class="b g hide-s"
            type="button"
            aria-pressed=move || if is_on() { "true" } else { "false" }
            on:click=press
        >
            {t(words::companies::runway)}
        </button>
    }
}

/// The way to companies whose bank no longer holds, where there are any. Asked for once the page is awake: few need it.
#[component]
fn ToCheckLink() -> impl IntoView {
    let lang = use_lang();
    let count = RwSignal::new(0);
    Effect::new(move |_| {
        leptos::task::spawn_local(async move {
            if let Ok(companies) = door::banks_to_fix().await {
                count.try_set(companies.len());
            }
        });
    });
    move || {
        let count = count.get();
        (count > 0).then(|| {
            view! { <A href="/requisites" attr:class="b g"><Icon name="alert" />{words::requisites::to_check(count, lang.get())}</A> }
        })
    }
}

/// What the address asks for; it also changes by the browser's way back.
fn asked_in_address() -> Memo<(String, Option<Sort>)> {
    let parameters = use_query_map();
    Memo::new(move |_| {
        parameters.with(|parameters| {
            let query = parameters.get("q").unwrap_or_default();
            (query, parameters.get("sort").and_then(|sort| sort.parse().ok()))
        })
    })
}

/// From the server; from memory where this tab has the list already.
async fn first_rows(companies: CompaniesContext) -> Result<FirstRows, ApiError> {
    let (query, sort) = (companies.query.get_untracked(), companies.sort.get_untracked());
    #[cfg(feature = "hydrate")]
    if let Some(kept) = super::live::shelved(companies.own()) {
        return Ok(FirstRows::of(&kept.book.borrow(), kept.version, query, sort));
    }
    door::companies_view(query, sort).await
}
