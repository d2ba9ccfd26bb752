//! `/forgot-password`: asks for a reset link. The answer is the same for every address.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::components::A;

use super::door;
use crate::fields::text;
use crate::site::{FormAnswer, Gate, t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{EmailField, FormAlert, FormState, Submit, typed};
use crate::words::access as words;

#[component]
pub fn ForgotPasswordPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    let email = RwSignal::new(text(&answer.typed, "email").to_owned());
    let is_sent = RwSignal::new(answer.is_done);
    let form = FormState::new(answer.error);
    let lang = use_lang();
    let title = move || {
        if is_sent.get() { words::check_your_mail(lang.get()) } else { words::forgot_title(lang.get()) }.to_owned()
    };
    view! {
        <Gate title=Signal::derive(title)>
            {move || {
                if is_sent.get() {
                    view! { <Sent /> }.into_any()
                } else {
                    view! { <Ask email form is_sent /> }.into_any()
                }
            }}
        </Gate>
    }
}

#[component]
fn Ask(email: RwSignal<String>, form: FormState, is_sent: RwSignal<bool>) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::forgot_password(typed([("email", email)])), move |()| {
            is_sent.set(true);
            focus_soon("h1");
        });
    };
    view! {
        <form method="post" novalidate on:submit=submit>
            <div>
                <h1>{t(words::forgot_title)}</h1>
                <p class="sub">{t(words::forgot_about)}</p>
            </div>
            <FormAlert error=form.error />
            <EmailField value=email problems=form.problems autocomplete="username" autofocus=true />
            <Submit label=words::send_link form />
            <p class="hint"><A href="/sign-in">{t(words::to_sign_in)}</A></p>
        </form>
    }
}

#[component]
fn Sent() -> impl IntoView {
    view! {
        <div class="slip">
            <h1 tabindex="-1">{t(words::check_your_mail)}</h1>
            <p class="sub">{t(words::link_sent)}</p>
            <p class="hint">{t(words::look_into_spam)}</p>
            <A href="/sign-in" attr:class="b">{t(words::to_sign_in)}</A>
        </div>
    }
}
