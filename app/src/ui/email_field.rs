//! A field for one e-mail address, which notices slips in well-known domains.

use leptos::prelude::*;

use super::browser::focus_soon;
use super::field::{Problems, TextField};
use crate::site::use_lang;
use crate::values::email::typo_hint;
use crate::values::{Email, Lang};
use crate::words;

/// The field `email`. A probable slip is offered for correction after the field is left, never imposed.
#[component]
pub fn EmailField(
    value: RwSignal<String>,
    problems: Problems,
    #[prop(default = words::access::email)] label: fn(Lang) -> &'static str,
    #[prop(default = "email")] autocomplete: &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let meant = RwSignal::new(None);
    let look = move |()| meant.set(typo_hint(&value.get_untracked()));
    let check = |text: &str| Email::parse(text).map(drop);
    view! {
        <TextField
            name="email"
            label
            value
            problems
            inputmode="email"
            autocomplete
            nostrip:hint=hint
            check
            autofocus
            on_leave=look
        >
            <Meant value meant />
        </TextField>
    }
}

/// "Did you mean …?", as long as the address is still the mistaken one.
#[component]
fn Meant(value: RwSignal<String>, meant: RwSignal<Option<String>>) -> impl IntoView {
    let lang = use_lang();
    let shown = Memo::new(move |_| meant.get().filter(|_| value.with(|typed| typo_hint(typed)) == meant.get()));
    move || {
        shown.get().map(|address| {
            let (before, after) = words::access::did_you_mean(lang.get());
            let corrected = address.clone();
            let correct = move |_| {
                value.set(corrected.clone());
                focus_soon("#email");
            };
            view! {
                <div class="hint" role="status">
                    {before}
                    <button class="lnk" type="button" on:click=correct>{address}</button>
                    {after}
                </div>
            }
        })
    }
}
