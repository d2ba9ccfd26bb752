//! The new token, shown this once.

use leptos::html::Input;
use leptos::prelude::*;

use crate::site::{Icon, t};
use crate::tokens::NewToken;
use crate::ui::CopyLink;
use crate::ui::browser::focus_soon;
use crate::words::tokens as words;

#[component]
pub fn Made(made: RwSignal<Option<NewToken>>) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let select = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let close = move |_| {
        made.set(None);
        focus_soon("#tokens-h");
    };
    Effect::new(move |_| {
        if made.read().is_some() {
            focus_soon("#new-secret");
        }
    });
    view! {
        // There before it speaks, so that it is heard.
        <div role="status">
            {move || made.read().is_some().then(|| view! {
                <p class="note"><Icon name="check" /><span>{t(words::created)}</span></p>
            })}
        </div>
        {move || made.get().map(|NewToken { secret, .. }| view! {
            <div class="f secret">
                <label for="new-secret">{t(words::token)}</label>
                <div class="row copy">
                    <input class="in" id="new-secret" node_ref=field readonly autocomplete="off" value=secret.clone() on:focus=select />
                    <CopyLink url=secret class="b" field copied=words::copied not_copied=words::not_copied />
                    <button class="b g" type="button" on:click=close>{t(words::done)}</button>
                </div>
            </div>
        })}
    }
}
