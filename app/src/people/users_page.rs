//! `/users` and `/companies/ID/employees`: everybody within reach or of one company, found as one types, and a form for
//! a new one.

mod account_pill;
mod company_field;
mod factor_demand;
mod found;
mod names;
mod new_user;
mod roster;
mod served;
mod user_key;
mod users_list;
mod users_table;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{Employees, door};
use crate::error::ApiError;
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address};
use crate::values::{CompanyId, Lang};
use crate::words::people as words;
use users_list::UsersList;

pub use account_pill::{AccountPill, Time};
pub use user_key::UserKey;
pub use users_table::last_sign_in;

/// Where the people of a company are.
pub fn employees_href(company: CompanyId) -> String {
    format!("/companies/{company}/employees")
}

/// Everybody within reach.
#[component]
pub fn UsersPage() -> impl IntoView {
    let find = use_query_map().with_untracked(|map| map.get("q"));
    let loaded = Resource::new_blocking(|| (), move |()| door::users(find.clone()));
    view! { <Loaded loaded title=words::users /> }
}

/// Everybody of one company.
#[component]
pub fn EmployeesPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| CompanyId::parse(params.get_str("id")?).ok()));
    let loaded = Resource::new_blocking(
        move || id.get(),
        |id| async move { door::employees(id.ok_or(ApiError::Missing)?).await },
    );
    view! { <Loaded loaded title=words::employees /> }
}

#[component]
fn Loaded(
    loaded: Resource<Result<Employees, ApiError>>,
    /// Stands in the head meanwhile.
    title: fn(Lang) -> &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let loading = move || {
        view! {
            <Head title=Signal::derive(move || title(lang.get()).to_owned()) />
            <main class="main" id="main" tabindex="-1" aria-busy="true"></main>
        }
    };
    view! {
        <Suspense fallback=loading>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(employees) => view! { <UsersList employees /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The way back, above the heading: to the list as it was left.
#[component]
fn BackToCompanies() -> impl IntoView {
    let list = use_list_address();
    view! { <A href=move || list.get()>{t(words::companies)}</A><Icon name="right" /> }
}
