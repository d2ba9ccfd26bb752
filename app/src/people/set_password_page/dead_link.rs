//! One text for a link that is used, expired, revoked or invented, and the ways to a new one.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::error::ApiError;
use crate::people::person_door;
use crate::site::{Gate, answer_status, t, use_lang};
use crate::ui::browser::is_awake;
use crate::ui::{FormAlert, FormState, Submit};
use crate::words;

#[component]
pub fn DeadLink(
    /// Of a link that sets a password: whoever sent the invitation can be asked for another.
    #[prop(optional, into)]
    token: Option<String>,
) -> impl IntoView {
    answer_status(&ApiError::Gone);
    let lang = use_lang();
    // Loaded anew, the page has no link left: nobody has used it up.
    let has_no_token = token.as_ref().is_some_and(String::is_empty);
    let told = Memo::new(move |_| {
        let lang = lang.get();
        if has_no_token {
            (words::access::open_letter_again(lang).to_owned(), words::access::open_letter_again_about(lang).to_owned())
        } else {
            (words::problems::title(&ApiError::Gone, lang).to_owned(), words::problems::text(&ApiError::Gone, lang))
        }
    });
    let (title, text) = (Signal::derive(move || told.get().0), move || told.get().1);
    view! {
        <Gate title>
            <div class="slip">
                <h1 tabindex="-1">{title}</h1>
                <p class="sub">{text}</p>
                <A href="/forgot-password" attr:class="b">{t(words::access::ask_for_a_link)}</A>
                {token.filter(|token| !token.is_empty()).map(|token| view! { <AskInviter token /> })}
            </div>
        </Gate>
    }
}

/// Not there without WASM: the other way leads to a new link too.
#[component]
fn AskInviter(token: String) -> impl IntoView {
    let (form, is_awake, is_asked) = (FormState::new(None), is_awake(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(person_door::ask_inviter(token.clone()), move |()| is_asked.set(true));
    };
    view! {
        <form method="post" hidden=move || !is_awake.get() on:submit=submit>
            <FormAlert error=form.error />
            <div hidden=move || is_asked.get()><Submit label=words::access::ask_inviter form class="b" /></div>
        </form>
        <p class="sub" role="status">{move || is_asked.get().then(|| t(words::access::inviter_asked))}</p>
    }
}
