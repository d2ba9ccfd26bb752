//! What can be done about a second factor that is on: new recovery codes, or turning the app off.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::proof::{By, Proof, ProofFields};
use crate::people::{RecoveryCodes, SignInDetails, access_door};
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::use_toasts;
use crate::words::second_factor as words;

#[component]
pub fn RenewCodes(
    details: RwSignal<SignInDetails>,
    /// Where the recovery codes go.
    codes: RwSignal<Option<RecoveryCodes>>,
) -> impl IntoView {
    let proof = Proof::new(["renew-password", "renew-code"]);
    let renew = move |by: By| {
        let call = async move { access_door::renew_recovery_codes(proof.fields(details, by).await?).await };
        proof.form.send(call, move |issued| {
            codes.set(Some(issued));
            focus_soon("#codes-t");
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        renew(proof.by_code());
    };
    view! {
        <details>
            <summary class="lnk">{t(words::renew)}</summary>
            <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                <p class="hint">{t(words::renew_about)}</p>
                <ProofFields proof details label=words::renew class="b p" by_passkey=move |()| renew(By::Passkey) />
            </form>
        </details>
    }
}

#[component]
pub fn StopApp(details: RwSignal<SignInDetails>) -> impl IntoView {
    let proof = Proof::new(["off-password", "off-code"]);
    let toasts = use_toasts();
    let stop = move |by: By| {
        let call = async move { access_door::stop_second_factor(proof.fields(details, by).await?).await };
        proof.form.send(call, move |now: SignInDetails| {
            toasts.say(if now.second_factor.is_on() { words::app_removed } else { words::turned_off });
            details.set(now);
            focus_soon("#second-factor-t");
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        stop(proof.by_code());
    };
    view! {
        <details>
            <summary class="lnk">{t(words::turn_off)}</summary>
            <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                <ProofFields proof details label=words::turn_off class="b bad" by_passkey=move |()| stop(By::Passkey) />
            </form>
        </details>
    }
}
