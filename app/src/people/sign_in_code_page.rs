//! `/sign-in/code`: the second step of signing in. Works before WASM and without it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::{door, passkey};
use crate::fields::Fields;
use crate::site::{FormAnswer, Gate, Icon, after_sign_in, t, use_lang};
use crate::ui::browser::{go_to, is_awake};
use crate::ui::{FormAlert, FormState, Submit, TextField, typed};
use crate::words::second_factor as words;

/// Whether anything awaits a code shows only once one is sent: looking tells nobody.
#[component]
pub fn SignInCodePage() -> impl IntoView {
    let code = RwSignal::new(String::new());
    let form = FormState::new(FormAnswer::of_page().error);
    let (lang, query) = (use_lang(), use_query_map());
    let is_awake = is_awake();
    let go_on = move |()| {
        let next = query.with_untracked(|query| query.get("next"));
        go_to(after_sign_in(next.as_deref()));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::enter_code(typed([("code", code)])), go_on);
    };
    let use_passkey = move |_| {
        let call = async {
            let answer = passkey::get(&door::ask_passkey_sign_in().await?).await?;
            door::enter_code(Fields::from([("passkey".to_owned(), answer)])).await
        };
        form.send(call, go_on);
    };
    view! {
        <Gate title=Signal::derive(move || words::code_title(lang.get()).to_owned())>
            <form method="post" novalidate on:submit=submit>
                <div>
                    <h1>{t(words::code_title)}</h1>
                    <p class="sub">{t(words::code_about)}</p>
                </div>
                <FormAlert error=form.whole() />
                <TextField
                    name="code"
                    label=words::code
                    value=code
                    problems=form.problems
                    autocomplete="one-time-code"
                    hint=words::recovery_hint
                    autofocus=true
                />
                <Submit label=words::sign_in form />
                <Show when=move || is_awake.get() && passkey::is_supported()>
                    <button
                        class="b"
                        type="button"
                        aria-busy=move || form.is_busy.get().then_some("true")
                        on:click=use_passkey
                    >
                        <Icon name="key" />
                        {t(words::use_passkey)}
                    </button>
                </Show>
                <p class="hint"><A href="/sign-in">{t(words::begin_anew)}</A></p>
            </form>
        </Gate>
    }
}
