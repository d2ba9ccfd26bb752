//! `/users/ID`: one user, with everything that can be changed of them.

mod dialogs_field;
mod edit_user;
mod facts;
mod typed;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::door;
use crate::error::ApiError;
use crate::site::{FramedProblem, Head, Icon, t, use_lang};
use crate::values::UserId;
use crate::words::people as words;
use edit_user::EditUser;

#[component]
pub fn UserPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| UserId::parse(params.get_str("id")?).ok()));
    let loaded =
        Resource::new_blocking(move || id.get(), |id| async move { door::user(id.ok_or(ApiError::Missing)?).await });
    view! {
        <Suspense fallback=Loading>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(user) => view! { <EditUser user /> }.into_any(),
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
        <Head title=Signal::derive(move || words::users(lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1" aria-busy="true"></main>
    }
}

/// The way back, above the heading.
#[component]
fn BackToUsers() -> impl IntoView {
    view! { <A href="/users">{t(words::users)}</A><Icon name="right" /> }
}
