//! Turning the app on: the password, then the picture for the device and its first code.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::proof::{By, Proof, ProofFields};
use crate::people::profile_page::own_access::look_again;
use crate::people::{RecoveryCodes, SecondFactorSetUp, SignInDetails, access_door};
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, QrPicture, Submit, TextField, typed, use_toasts};
use crate::words::second_factor as words;
use crate::words::shell;

#[component]
pub fn SetUp(
    details: RwSignal<SignInDetails>,
    /// Where the recovery codes go.
    codes: RwSignal<Option<RecoveryCodes>>,
) -> impl IntoView {
    let begun = RwSignal::new(None::<SecondFactorSetUp>);
    move || match begun.get() {
        None => view! { <Begin details begun /> }.into_any(),
        Some(set_up) => view! { <FirstCode set_up begun details codes /> }.into_any(),
    }
}

#[component]
fn Begin(details: RwSignal<SignInDetails>, begun: RwSignal<Option<SecondFactorSetUp>>) -> impl IntoView {
    let proof = Proof::new(["factor-password", "factor-code"]);
    let begin = move |by: By| {
        let call = async move { access_door::begin_second_factor(proof.fields(details, by).await?).await };
        proof.form.send(call, move |set_up| {
            begun.set(Some(set_up));
            focus_soon("#code");
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        begin(proof.by_code());
    };
    view! {
        <details>
            <summary class="lnk">{t(words::turn_on)}</summary>
            <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                <p class="hint">{t(words::turn_on_about)}</p>
                <ProofFields proof details label=words::go_on class="b p" by_passkey=move |()| begin(By::Passkey) />
            </form>
        </details>
    }
}

#[component]
fn FirstCode(
    set_up: SecondFactorSetUp,
    begun: RwSignal<Option<SecondFactorSetUp>>,
    details: RwSignal<SignInDetails>,
    codes: RwSignal<Option<RecoveryCodes>>,
) -> impl IntoView {
    let (code, form, toasts) = (RwSignal::new(String::new()), FormState::new(None), use_toasts());
    let SecondFactorSetUp { secret, drawing } = set_up;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(access_door::confirm_second_factor(typed([("code", code)])), move |issued| {
            toasts.say(words::turned_on);
            match issued {
                Some(issued) => {
                    codes.set(Some(issued));
                    focus_soon("#codes-t");
                }
                None => {
                    look_again(details);
                    focus_soon("#second-factor-t");
                }
            }
        });
    };
    view! {
        <form class="form" method="post" action="/profile" novalidate on:submit=submit>
            <p class="sub">{t(words::scan)}</p>
            <QrPicture drawing label=words::picture />
            <p>{t(words::key)}": "<code>{grouped(&secret)}</code></p>
            <FormAlert error=form.whole() />
            <TextField
                name="code"
                label=words::first_code
                value=code
                problems=form.problems
                inputmode="numeric"
                autocomplete="one-time-code"
            />
            <div class="row">
                <Submit label=words::turn_on form />
                <button class="b g" type="button" on:click=move |_| begun.set(None)>{t(shell::cancel)}</button>
            </div>
        </form>
    }
}

/// Groups of four are typed with fewer mistakes.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
