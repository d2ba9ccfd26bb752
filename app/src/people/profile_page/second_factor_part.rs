//! The second factor on the profile: whether it is on, and the ways to change that. Needs WASM, since what is shown once
//! must not be shown by a page that can be loaded again.

mod add_passkey;
mod codes;
mod manage;
mod passkeys;
mod proof;
mod set_up;

use leptos::prelude::*;

use super::own_access::look_again;
use crate::people::{RecoveryCodes, SecondFactor, SignInDetails};
use crate::site::{t, use_lang};
use crate::ui::browser::is_awake;
use crate::words::second_factor as words;
use codes::Codes;
use manage::{RenewCodes, StopApp};
use passkeys::Passkeys;
pub use proof::{By, ProofEnd, proven};
use set_up::SetUp;

#[component]
pub fn SecondFactorPart(
    details: RwSignal<SignInDetails>,
    /// Runs once the recovery codes are kept, where there is more to do than to stay.
    #[prop(optional, into)]
    on_kept: Option<Callback<()>>,
) -> impl IntoView {
    let (lang, is_awake) = (use_lang(), is_awake());
    let codes = RwSignal::new(None::<RecoveryCodes>);
    let state = Memo::new(move |_| details.with(|details| details.second_factor));
    let said = move || match state.get() {
        SecondFactor::Off => words::off(lang.get()).to_owned(),
        SecondFactor::On { codes_left, .. } => words::on(codes_left, lang.get()),
    };
    let kept = Callback::new(move |()| {
        codes.set(None);
        look_again(details);
        if let Some(on_kept) = on_kept {
            on_kept.run(());
        }
    });
    // The codes stand until they are kept, also where the state has changed meanwhile.
    let shown = move || match codes.get() {
        Some(codes) => view! { <Codes codes on_kept=kept /> }.into_any(),
        None => view! { <Ways details codes /> }.into_any(),
    };
    view! {
        <section class="part" id="second-factor" aria-labelledby="second-factor-t">
            <h2 id="second-factor-t" tabindex="-1">{t(words::title)}</h2>
            <p class="sub">{said}</p>
            <Show when=move || is_awake.get()>{shown}</Show>
        </section>
    }
}

/// The app, the passkeys, and the recovery codes for when neither is at hand.
#[component]
fn Ways(details: RwSignal<SignInDetails>, codes: RwSignal<Option<RecoveryCodes>>) -> impl IntoView {
    let state = Memo::new(move |_| details.with(|details| details.second_factor));
    view! {
        <h3>{t(words::app_title)}</h3>
        {move || {
            if state.get().has_app() {
                view! { <StopApp details /> }.into_any()
            } else {
                view! { <SetUp details codes /> }.into_any()
            }
        }}
        <Passkeys details codes />
        <Show when=move || state.get().is_on()>
            <h3>{t(words::codes_title)}</h3>
            <RenewCodes details codes />
        </Show>
    }
}
