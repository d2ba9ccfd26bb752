//! A probable slip in an e-mail address: offered, never imposed.

use leptos::prelude::*;

use crate::site::use_lang;
use crate::values::email::typo_hint;
use crate::words;

#[component]
pub fn TypoHint(#[prop(into)] email: Signal<String>, correct: Callback<String>) -> impl IntoView {
    let lang = use_lang();
    let meant = Memo::new(move |_| typo_hint(&email.read()));
    move || {
        meant.get().map(|meant| {
            let take = {
                let meant = meant.clone();
                move |_| correct.run(meant.clone())
            };
            let (before, after) = words::access::did_you_mean(lang.get());
            view! {
                <div class="hint" role="status">
                    {before}
                    <button class="lnk" type="button" on:click=take>{meant}</button>
                    {after}
                </div>
            }
        })
    }
}
