//! `/profile/two-factor`: whoever has to have a second factor and has none comes here, and goes nowhere else before it
//! is set up.

use leptos::prelude::*;

use super::profile_page::second_factor_part::SecondFactorPart;
use super::{SignInDetails, access_door};
use crate::site::{Gate, ProblemPage, t, use_lang};
use crate::ui::browser::go_to;
use crate::ui::{Toasts, provide_toasts};
use crate::words::{second_factor as words, shell};

/// Where this page is.
pub const SET_UP_PATH: &str = "/profile/two-factor";

#[component]
pub fn SetUpPage() -> impl IntoView {
    provide_toasts();
    let loaded = Resource::new_blocking(|| (), |()| access_door::sign_in_details());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(details) => view! { <SetUpGate details=RwSignal::new(details) /> }.into_any(),
                    Err(error) => view! { <ProblemPage error /> }.into_any(),
                }
            })}
        </Suspense>
        <Toasts />
    }
}

#[component]
fn SetUpGate(details: RwSignal<SignInDetails>) -> impl IntoView {
    let lang = use_lang();
    let is_on = Memo::new(move |_| details.with(|details| details.second_factor.is_on()));
    view! {
        <Gate title=Signal::derive(move || words::set_up_title(lang.get()).to_owned())>
            <div>
                <h1>{t(words::set_up_title)}</h1>
                <p class="sub">{t(words::set_up_about)}</p>
            </div>
            <SecondFactorPart details on_kept=move |()| go_to("/") />
            <div class="row">
                <Show when=move || is_on.get()>
                    <a class="b p" href="/" rel="external">{t(words::go_to_work)}</a>
                </Show>
                <form method="post" action="/sign-out" on:submit=|_| crate::companies::clear_drafts()>
                    <button class="b g">{t(shell::sign_out)}</button>
                </form>
            </div>
        </Gate>
    }
}
