//! `/reports` and `/companies/ID/reports`: the reports of one's own company or of one within reach, found by name and
//! period, downloaded, ordered.

mod order_form;
mod report_row;
mod report_table;
mod shelf;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use self::order_form::OrderForm;
use self::report_table::ReportTable;
use self::shelf::Shelf;
use super::{ReportList, door};
use crate::error::ApiError;
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address, use_me};
use crate::ui::{DateField, EmptyWire, FindField, Problems};
use crate::values::{CompanyId, Invalid};
use crate::words::reports as words;

/// Of one's own company.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let loaded = Resource::new_blocking(|| (), |()| door::reports(None));
    view! { <Loaded loaded /> }
}

/// Of a company within reach.
#[component]
pub fn CompanyReportsPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| CompanyId::parse(params.get_str("id")?).ok()));
    let loaded = Resource::new_blocking(
        move || id.get(),
        |id| async move { door::reports(Some(id.ok_or(ApiError::Missing)?)).await },
    );
    view! { <Loaded loaded /> }
}

#[component]
fn Loaded(loaded: Resource<Result<ReportList, ApiError>>) -> impl IntoView {
    let lang = use_lang();
    let loading = move || {
        view! {
            <Head title=Signal::derive(move || words::reports(lang.get()).to_owned()) />
            <main class="main" id="main" tabindex="-1" aria-busy="true"></main>
        }
    };
    view! {
        <Suspense fallback=loading>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(reports) => view! { <List reports /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn List(reports: ReportList) -> impl IntoView {
    let lang = use_lang();
    let is_own = use_me().with_untracked(|me| me.company_id == reports.company.id);
    let name = reports.company.name.clone();
    let title = move || {
        if is_own { words::reports(lang.get()).to_owned() } else { words::reports_of(&name, lang.get()) }
    };
    let shelf = Shelf::new(reports);
    shelf.watch();
    let count = move || words::count(shelf.found.read().len(), shelf.reports.read().len(), lang.get());
    // Any day will do: nothing is refused.
    let problems: Problems = RwSignal::new(Invalid::default());
    view! {
        {if is_own {
            view! { <Head title=Signal::derive(title) /> }.into_any()
        } else {
            view! { <Head title=Signal::derive(title) crumb=BackToCompanies /> }.into_any()
        }}
        <main class="main" id="main" tabindex="-1">
            <div class="bar top sieve">
                <FindField label=words::search query=shelf.query count=Signal::derive(count) />
                <DateField name="period_from" label=words::period_from value=shelf.from problems />
                <DateField name="period_until" label=words::period_until value=shelf.until problems />
                <button
                    class="b p end fold"
                    type="button"
                    aria-label=t(words::order)
                    title=t(words::order)
                    aria-expanded=move || shelf.is_ordering.get().to_string()
                    on:click=move |_| shelf.is_ordering.update(|is_open| *is_open = !*is_open)
                >
                    <Icon name="plus" />
                    <span>{t(words::order)}</span>
                </button>
            </div>
            <OrderForm shelf />
            <div class="scroll" tabindex="0" role="region" aria-label=t(words::reports)>
                <ReportTable shelf />
                <Nothing shelf />
            </div>
        </main>
    }
}

#[component]
fn Nothing(shelf: Shelf) -> impl IntoView {
    let lang = use_lang();
    let is_empty = Memo::new(move |_| shelf.found.read().is_empty());
    let has_some = move || !shelf.reports.read().is_empty();
    view! {
        <Show when=move || is_empty.get()>
            <div class="void">
                <EmptyWire />
                <b class="nm">{move || if has_some() { words::nothing_found(lang.get()) } else { words::none(lang.get()) }}</b>
                <Show when=has_some fallback=|| view! { <span>{t(words::none_hint)}</span> }>
                    <button class="b sm" type="button" on:click=move |_| shelf.show_all()>{t(words::show_all)}</button>
                </Show>
            </div>
        </Show>
    }
}

/// The way back, above the heading: to the list as it was left.
#[component]
fn BackToCompanies() -> impl IntoView {
    let list = use_list_address();
    view! { <A href=move || list.get()>{t(crate::words::shell::companies)}</A><Icon name="right" /> }
}
