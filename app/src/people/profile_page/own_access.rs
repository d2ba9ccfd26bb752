//! The parts of the profile below name and language: how one signs in, and where one is signed in.

use leptos::prelude::*;

use super::email_part::EmailPart;
use super::password_part::PasswordPart;
use super::second_factor_part::SecondFactorPart;
use super::sessions_part::SessionsPart;
use crate::people::{SignInDetails, access_door};
use crate::site::FormAnswer;
use crate::ui::loaded;

/// Loads the sign-in details, then shows each part of them.
#[component]
pub fn OwnAccess(
    /// How the form that was sent without WASM was answered.
    answer: FormAnswer,
) -> impl IntoView {
    let resource = Resource::new_blocking(|| (), |()| access_door::sign_in_details());
    loaded(resource, move |details| view! { <Parts details=RwSignal::new(details) answer=answer.clone() /> }.into_any())
}

#[component]
fn Parts(details: RwSignal<SignInDetails>, answer: FormAnswer) -> impl IntoView {
    view! {
        <EmailPart details answer=answer.clone() />
        <PasswordPart details answer=answer.clone() />
        <SecondFactorPart details />
        <SessionsPart details answer />
    }
}

/// Asks anew: what was just done shows in more than one part. Should the answer fail to come, the old one stays.
#[cfg(feature = "hydrate")]
pub fn look_again(details: RwSignal<SignInDetails>) {
    leptos::task::spawn_local(async move {
        if let Ok(now) = access_door::sign_in_details().await {
            details.try_set(now);
        }
    });
}

#[cfg(not(feature = "hydrate"))]
pub fn look_again(_: RwSignal<SignInDetails>) {}
