//! `/companies/ID/employees`: everybody of one company, found as one types, and a form for a new one.

mod account_pill;
mod found;
mod new_user;
mod staff;
mod staff_order;
mod staff_table;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::door;
use crate::error::ApiError;
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address};
use crate::values::CompanyId;
use crate::words::people as words;
use staff::Staff;

pub use staff_order::StaffKey;

#[component]
pub fn EmployeesPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| CompanyId::parse(params.get_str("id")?).ok()));
    let loaded = Resource::new_blocking(
        move || id.get(),
        |id| async move { door::employees(id.ok_or(ApiError::Missing)?).await },
    );
    view! {
        <Suspense fallback=Loading>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(employees) => view! { <Staff employees /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Loading() -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::employees(lang.get()).to_owned()) crumb=BackToCompanies />
        <main class="main" id="main" tabindex="-1" aria-busy="true"></main>
    }
}

/// The way back, above the heading: to the list as it was left.
#[component]
fn BackToCompanies() -> impl IntoView {
    let list = use_list_address();
    view! { <A href=move || list.get()>{t(words::companies)}</A><Icon name="right" /> }
}
