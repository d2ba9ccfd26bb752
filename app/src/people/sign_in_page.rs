//! `/sign-in`: e-mail and password. Works before WASM and without it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::{Entry, door};
use crate::fields::text;
use crate::site::{FormAnswer, Gate, after_sign_in, code_page, t, use_lang};
use crate::ui::browser::go_to;
use crate::ui::{EmailField, FormAlert, FormState, PasswordField, Submit, typed};
use crate::words::access as words;

#[component]
pub fn SignInPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    let email = RwSignal::new(text(&answer.typed, "email").to_owned());
    let password = RwSignal::new(String::new());
    let form = FormState::new(answer.error);
    let (lang, query) = (use_lang(), use_query_map());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let next = query.with_untracked(|query| query.get("next"));
        let fields = typed([("email", email), ("password", password)]);
        form.send(door::sign_in(fields), move |entry| match entry {
            Entry::SignedIn => go_to(after_sign_in(next.as_deref())),
            Entry::CodeAwaited => go_to(&code_page(next.as_deref())),
        });
    };
    view! {
        <Gate title=Signal::derive(move || words::sign_in_title(lang.get()).to_owned())>
            <form method="post" novalidate on:submit=submit>
                <div>
                    <h1>{t(words::sign_in_title)}</h1>
                    <p class="sub">{t(words::sign_in_about)}</p>
                </div>
                <FormAlert error=form.error />
                <EmailField value=email problems=form.problems autocomplete="username" autofocus=true />
                <PasswordField
                    label=words::password
                    value=password
                    problems=form.problems
                    autocomplete="current-password"
                >
                    <A href="/forgot-password" attr:class="s end">{t(words::forgot)}</A>
                </PasswordField>
                <Submit label=words::sign_in form />
                <p class="hint">{t(words::idle_hint)}</p>
            </form>
        </Gate>
    }
}
