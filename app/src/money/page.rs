//! `/billing` and `/companies/ID/billing`: how a company stands and why, its balance in time, its ledger.

mod actions;
mod acts;
mod books;
mod chart;
mod entry_row;
mod figures;
mod invoice_row;
mod invoices;
mod ledger;
mod past;
mod sieve;
mod stand;
mod undelivered;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_params_map, use_query_map};

use self::actions::Actions;
pub use self::acts::Act;
use self::books::Books;
use self::chart::Chart;
use self::figures::Figures;
use self::invoices::Invoices;
use self::ledger::Ledger;
use self::past::Past;
use self::stand::Stand;
use self::undelivered::UndeliveredLetters;
use super::{Billing, door};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address};
use crate::ui::browser::replace_address;
use crate::values::CompanyId;
use crate::words::money as words;

/// What the address narrows the ledger by.
const FILTER: [&str; 4] = ["kind", "service", "from", "until"];

/// The address of a company's billing page.
pub fn billing_href(company: CompanyId) -> String {
    format!("/companies/{company}/billing")
}

/// One's own company, without an ID in the address.
#[component]
pub fn OwnBillingPage() -> impl IntoView {
    view! { <Loaded company=Signal::stored(Ok(None)) /> }
}

#[component]
pub fn BillingPage() -> impl IntoView {
    let params = use_params_map();
    let company = Memo::new(move |_| {
        let id = params.with(|params| CompanyId::parse(params.get_str("id")?).ok());
        id.map(Some).ok_or(ApiError::Missing)
    });
    view! { <Loaded company=company.into() /> }
}

#[component]
fn Loaded(company: Signal<Result<Option<CompanyId>, ApiError>>) -> impl IntoView {
    let asked = use_query_map().with_untracked(|map| {
        FILTER.into_iter().filter_map(|name| Some((name.to_owned(), map.get(name)?))).collect::<Fields>()
    });
    let filter = asked.clone();
    let loaded = Resource::new_blocking(
        move || company.get(),
        move |company| {
            let filter = filter.clone();
            async move { door::company_billing(company?, filter, None).await }
        },
    );
    view! {
        <Suspense fallback=Loading>
            {move || {
                let asked = asked.clone();
                Suspend::new(async move {
                    match loaded.await {
                        Ok(billing) => view! { <Told billing asked /> }.into_any(),
                        Err(error) => view! { <FramedProblem error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

#[component]
fn Told(billing: Billing, asked: Fields) -> impl IntoView {
    let lang = use_lang();
    let (id, is_own, name) = (billing.company, billing.is_own, billing.company_name.clone());
    let books = Books::new(billing, asked);
    // A letter leads to the question itself.
    let wish = use_query_map().with_untracked(|map| map.get("act"));
    let asks_for_invoice =
        wish.is_some_and(|act| act == "invoice") && books.now.with_untracked(Billing::takes_invoices);
    let asked = RwSignal::new(asks_for_invoice.then_some(Act::Invoice));
    Effect::new(move |_| {
        if asks_for_invoice {
            // Once: a reload does not ask again.
            replace_address(&books.href());
        }
    });
    let title = {
        let name = name.clone();
        Signal::derive(move || {
            if is_own { words::billing(lang.get()).to_owned() } else { words::billing_of(&name, lang.get()) }
        })
    };
    let crumb = move || {
        let name = name.clone();
        let list = use_list_address();
        view! {
            <A href=move || list.get()>{t(crate::words::shell::companies)}</A>
            <Icon name="right" />
            <A href=format!("/companies/{id}")>{name}</A>
            <Icon name="right" />
        }
    };
    let head = if is_own { view! { <Head title /> }.into_any() } else { view! { <Head title crumb /> }.into_any() };
    view! {
        {head}
        <main class="main" id="main" tabindex="-1">
            <Stand books />
            <div class="scroll pad" tabindex="0" role="region" aria-label=title>
                <Figures books />
                <Actions books asked />
                <Chart books />
                <Ledger books asked />
                <Invoices books asked />
                <UndeliveredLetters books />
                <Past books />
            </div>
        </main>
    }
}

#[component]
fn Loading() -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::billing(lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1" aria-busy="true"></main>
    }
}
