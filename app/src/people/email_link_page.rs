//! `/email-change?token=…`: the page behind the links in letters about a change of address.

mod ask;
mod done;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::access_door;
use super::set_password_page::DeadLink;
use crate::error::ApiError;
use crate::site::{FormAnswer, ProblemPage};
use ask::Ask;
use done::Done;

/// What the address of the page says once its plain form has done what the link is for.
const CONFIRMED: &str = "confirmed";
const CANCELLED: &str = "cancelled";

#[component]
pub fn EmailLinkPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    match answer.sent() {
        Some(CONFIRMED) => view! { <Done is_cancelled=false /> }.into_any(),
        Some(CANCELLED) => view! { <Done is_cancelled=true /> }.into_any(),
        _ => view! { <Link refusal=answer.error /> }.into_any(),
    }
}

#[component]
fn Link(refusal: Option<ApiError>) -> impl IntoView {
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    let asked = token.clone();
    let link = Resource::new_blocking(|| (), move |()| access_door::email_link(asked.clone()));
    view! {
        <Suspense>
            {move || {
                let (token, refusal) = (token.clone(), refusal.clone());
                Suspend::new(async move {
                    match link.await {
                        Ok(link) => view! { <Ask link token refusal /> }.into_any(),
                        Err(ApiError::Gone) => view! { <DeadLink /> }.into_any(),
                        Err(error) => view! { <ProblemPage error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}
