//! Changing one's own password.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::second_factor_part::{By, ProofEnd, proven};
use crate::people::{SignInDetails, access_door};
use crate::site::{FormAnswer, Icon, t};
use crate::ui::{FormAlert, FormState, NewPasswordField, PasswordField, typed, use_toasts};
use crate::words::own_access as words;

/// What the plain form calls itself.
const FORM: &str = "password";

/// Folded away until it is wanted, or was refused.
#[component]
pub fn PasswordPart(details: RwSignal<SignInDetails>, answer: FormAnswer) -> impl IntoView {
    let FormAnswer { error, is_done, .. } = answer.to_form(FORM);
    let (current, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let code = RwSignal::new(String::new());
    let (is_open, is_done) = (RwSignal::new(error.is_some()), RwSignal::new(is_done));
    let (form, toasts) = (FormState::new(error), use_toasts());
    let end_others = NodeRef::<Input>::new();
    let change = move |by: By| {
        is_done.set(false);
        let mut fields = typed([("current_password", current), ("password", password)]);
        if end_others.get_untracked().is_some_and(|tick| tick.checked()) {
            fields.insert("end_others".to_owned(), "on".to_owned());
        }
        let call = async move { access_door::change_password(proven(details, fields, by).await?).await };
        form.send(call, move |()| {
            current.set(String::new());
            code.set(String::new());
            password.set(String::new());
            is_open.set(false);
            toasts.say(words::password_changed);
            super::own_access::look_again(details);
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        change(By::Code(code));
    };
    view! {
        <section class="part" aria-labelledby="password-t">
            <h2 id="password-t">{t(words::password_title)}</h2>
            <Show when=move || is_done.get()>
                <div class="note" role="status"><Icon name="check" /><span>{t(words::password_changed)}</span></div>
            </Show>
            <details
                open=move || is_open.get()
                on:toggle:target=move |event| is_open.set(event.target().open())
            >
                <summary class="lnk">{t(words::change_password)}</summary>
                <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                    <input type="hidden" name="form" value=FORM />
                    <FormAlert error=form.whole() />
                    <PasswordField
                        label=words::current_password
                        name="current_password"
                        value=current
                        problems=form.problems
                        autocomplete="current-password"
                    />
                    <NewPasswordField value=password problems=form.problems />
                    <label class="box">
                        <input type="checkbox" name="end_others" value="on" checked node_ref=end_others />
                        <span>{t(words::end_other_sessions)}</span>
                    </label>
                    <ProofEnd
                        details
                        code
                        code_id="password-code"
                        form
                        label=words::change_password
                        by_passkey=move |()| change(By::Passkey)
                    />
                </form>
            </details>
        </section>
    }
}
