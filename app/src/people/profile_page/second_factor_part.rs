//! The second factor on the profile: whether it is on, and the ways to change that. Needs WASM, since what is shown once
//! must not be shown by a page that can be loaded again.

mod codes;
mod manage;
mod set_up;

use leptos::prelude::*;

use super::own_access::look_again;
use crate::people::{RecoveryCodes, SecondFactor, SignInDetails};
use crate::site::{t, use_lang};
use crate::ui::browser::is_awake;
use crate::words::second_factor as words;
use codes::Codes;
use manage::Manage;
use set_up::SetUp;

#[component]
pub fn SecondFactorPart(details: RwSignal<SignInDetails>) -> impl IntoView {
    let (lang, is_awake) = (use_lang(), is_awake());
    let codes = RwSignal::new(None::<RecoveryCodes>);
    let state = Memo::new(move |_| details.with(|details| details.second_factor));
    let said = move || match state.get() {
        SecondFactor::Off => words::off(lang.get()).to_owned(),
        SecondFactor::On { codes_left } => words::on(codes_left, lang.get()),
    };
    // The codes stand until they are kept, also where the state has changed meanwhile.
    let shown = move || match (codes.get(), state.get()) {
        (Some(shown), _) => {
            let kept = move || {
                codes.set(None);
                look_again(details);
            };
            view! { <Codes codes=shown on_kept=kept /> }.into_any()
        }
        (None, SecondFactor::Off) => view! { <SetUp codes /> }.into_any(),
        (None, SecondFactor::On { .. }) => view! { <Manage details codes /> }.into_any(),
    };
    view! {
        <section class="part" id="second-factor" aria-labelledby="second-factor-t">
            <h2 id="second-factor-t" tabindex="-1">{t(words::title)}</h2>
            <p class="sub">{said}</p>
            <Show when=move || is_awake.get()>{shown}</Show>
        </section>
    }
}
