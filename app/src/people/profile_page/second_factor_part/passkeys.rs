//! One's own passkeys: which there are, and the way to remove one.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::add_passkey::AddPasskey;
use super::proof::{By, Proof, ProofFields};
use crate::people::{Passkey, RecoveryCodes, SignInDetails, access_door};
use crate::site::{t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{ago, date_and_time, use_toasts};
use crate::words::{second_factor as words, shell};

#[component]
pub fn Passkeys(
    details: RwSignal<SignInDetails>,
    /// Where the recovery codes go.
    codes: RwSignal<Option<RecoveryCodes>>,
) -> impl IntoView {
    let removed = RwSignal::new(None::<Passkey>);
    view! {
        <h3 id="passkeys-t" tabindex="-1">{t(words::passkeys_title)}</h3>
        <p class="hint">{t(words::passkeys_about)}</p>
        <ul class="sess">
            <For
                each=move || details.with(|details| details.passkeys.clone())
                key=|key| (key.id.clone(), key.last_used_at)
                let(passkey)
            >
                <Line passkey details removed />
            </For>
        </ul>
        {move || removed.get().map(|passkey| view! { <Remove passkey details removed /> })}
        <AddPasskey details codes />
    }
}

/// One passkey: its name, and when it was used.
#[component]
fn Line(passkey: Passkey, details: RwSignal<SignInDetails>, removed: RwSignal<Option<Passkey>>) -> impl IntoView {
    let lang = use_lang();
    let (now, offset) = details.with_untracked(|details| (details.now, details.zone_offset_minutes));
    let Passkey { name, created_at, last_used_at, .. } = passkey.clone();
    let created = move || date_and_time(created_at, offset, lang.get());
    let used = move || match last_used_at {
        Some(at) => ago(at, now, offset, lang.get()),
        None => words::never(lang.get()).to_owned(),
    };
    let label = {
        let name = name.clone();
        move || words::remove_of(&name, lang.get())
    };
    view! {
        <li class="row">
            <span class="what">
                <b class="nm">{name}</b>
                <span class="s dim">
                    {t(words::added_at)}" "{created}" · "{t(words::last_used)}" "{used}
                </span>
            </span>
            <button
                class="b sm bad end"
                type="button"
                aria-label=label
                on:click=move |_| {
                    removed.set(Some(passkey.clone()));
                    focus_soon("#key-password");
                }
            >
                {t(words::remove)}
            </button>
        </li>
    }
}

#[component]
fn Remove(passkey: Passkey, details: RwSignal<SignInDetails>, removed: RwSignal<Option<Passkey>>) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    let proof = Proof::new(["key-password", "key-code"]);
    let Passkey { id, name, .. } = passkey;
    let id = StoredValue::new(id);
    let remove = move |by: By| {
        let call = async move {
            let mut fields = proof.fields(details, by).await?;
            fields.insert("passkey_id".to_owned(), id.get_value());
            access_door::remove_passkey(fields).await
        };
        proof.form.send(call, move |now| {
            removed.set(None);
            details.set(now);
            toasts.say(words::passkey_removed);
            focus_soon("#passkeys-t");
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        remove(proof.by_code());
    };
    view! {
        <form class="form" method="post" action="/profile" novalidate on:submit=submit>
            <h4>{move || words::remove_of(&name, lang.get())}</h4>
            <ProofFields proof details label=words::remove class="b bad" by_passkey=move |()| remove(By::Passkey) />
            <div class="row">
                <button class="b g" type="button" on:click=move |_| removed.set(None)>{t(shell::cancel)}</button>
            </div>
        </form>
    }
}
