//! The question before a token ends.

use leptos::prelude::*;

use crate::site::t;
use crate::tokens::{ApiToken, NewToken, door};
use crate::ui::browser::focus_soon;
use crate::ui::{Ask, FormAlert, FormState, use_toasts};
use crate::words::tokens as words;

#[component]
pub fn Revoking(
    /// The token that is to end, while that is asked.
    revoked: RwSignal<Option<ApiToken>>,
    tokens: RwSignal<Vec<ApiToken>>,
    made: RwSignal<Option<NewToken>>,
) -> impl IntoView {
    let (form, toasts) = (FormState::new(None), use_toasts());
    let keep = move || revoked.set(None);
    let give_up = move || {
        let Some(ApiToken { id, .. }) = revoked.get_untracked() else { return };
        form.send(door::revoke_token(id.clone()), move |()| {
            revoked.set(None);
            tokens.update(|tokens| tokens.retain(|token| token.id != id));
            made.update(|made| *made = made.take().filter(|made| made.token.id != id));
            toasts.say(words::revoked_toast);
            // Its row is gone, and the button with it.
            focus_soon("#tokens-h");
        });
    };
    let name = move || revoked.with(|token| token.as_ref().map(|token| token.name.clone()));
    view! {
        <Ask
            is_open=Signal::derive(move || revoked.read().is_some())
            title=words::revoke_title
            keep_word=words::keep
            give_up_word=words::revoke
            keep=Callback::new(move |()| keep())
            give_up=Callback::new(move |()| give_up())
        >
            <p><b>{name}</b></p>
            <p>{t(words::revoke_about)}</p>
            <FormAlert error=form.error />
        </Ask>
    }
}
