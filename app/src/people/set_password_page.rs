//! `/set-password?token=…`: the page behind the links in letters. Looking uses the link up in no way.

mod dead_link;
mod password_form;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::door;
use crate::error::ApiError;
use crate::site::{FormAnswer, ProblemPage};
pub use dead_link::DeadLink;
use password_form::PasswordForm;

#[component]
pub fn SetPasswordPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    let asked = token.clone();
    let works = Resource::new_blocking(|| (), move |()| door::link_works(asked.clone()));
    view! {
        <Suspense>
            {move || {
                let (token, refusal) = (token.clone(), answer.error.clone());
                Suspend::new(async move {
                    match works.await {
                        Ok(true) => view! { <PasswordForm token refusal /> }.into_any(),
                        Ok(false) | Err(ApiError::Gone) => view! { <DeadLink token /> }.into_any(),
                        Err(error) => view! { <ProblemPage error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}
