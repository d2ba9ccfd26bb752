//! Changing one's own sign-in address.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::second_factor_part::{By, ProofEnd, proven};
use crate::people::{SignInDetails, access_door};
use crate::site::{FormAnswer, Icon, t, use_lang};
use crate::ui::{EmailField, FormAlert, FormState, PasswordField, Submit, date_and_time, typed, use_toasts};
use crate::words::own_access as words;

/// What the plain forms call themselves.
const ASK: &str = "email";
const GIVE_UP: &str = "give_up_email_change";

/// The change that awaits its confirmation, and the form for another one, folded away until it is wanted.
#[component]
pub fn EmailPart(details: RwSignal<SignInDetails>, answer: FormAnswer) -> impl IntoView {
    let given_up = answer.clone().to_form(GIVE_UP).error;
    let FormAnswer { typed: was_typed, error, .. } = answer.to_form(ASK);
    let email = RwSignal::new(was_typed.get("email").cloned().unwrap_or_default());
    let (current, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_open = RwSignal::new(error.is_some());
    let (form, toasts) = (FormState::new(error), use_toasts());
    let ask = move |by: By| {
        let fields = typed([("email", email), ("current_password", current)]);
        let call = async move { access_door::change_email(proven(details, fields, by).await?).await };
        form.send(call, move |now| {
            email.set(String::new());
            current.set(String::new());
            code.set(String::new());
            is_open.set(false);
            details.set(now);
            toasts.say(words::link_on_its_way);
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask(By::Code(code));
    };
    view! {
        <section class="part" aria-labelledby="email-t">
            <h2 id="email-t">{t(words::email_title)}</h2>
            <Awaited details refusal=given_up />
            <details open=move || is_open.get() on:toggle:target=move |event| is_open.set(event.target().open())>
                <summary class="lnk">{t(words::change_email)}</summary>
                <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                    <input type="hidden" name="form" value=ASK />
                    <p class="hint">{t(words::email_hint)}</p>
                    <FormAlert error=form.whole() />
                    <EmailField value=email problems=form.problems label=words::new_email autocomplete="off" />
                    <PasswordField
                        label=words::current_password
                        name="current_password"
                        id="email-password"
                        value=current
                        problems=form.problems
                        autocomplete="current-password"
                    />
                    <ProofEnd
                        details
                        code
                        code_id="email-code"
                        form
                        label=words::change_email
                        by_passkey=move |()| ask(By::Passkey)
                    />
                </form>
            </details>
        </section>
    }
}

/// Says what is on its way, and lets it be given up.
#[component]
fn Awaited(details: RwSignal<SignInDetails>, refusal: Option<crate::error::ApiError>) -> impl IntoView {
    let (lang, toasts, form) = (use_lang(), use_toasts(), FormState::new(refusal));
    let give_up = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(access_door::give_up_email_change(), move |now| {
            details.set(now);
            toasts.say(words::given_up);
        });
    };
    let awaited = Memo::new(move |_| details.with(|details| details.email_change.clone()));
    let offset = details.with_untracked(|details| details.zone_offset_minutes);
    view! {
        <FormAlert error=form.error />
        {move || {
            awaited.get().map(|change| {
                let until = move || date_and_time(change.link_until, offset, lang.get());
                view! {
                    <div class="note">
                        <Icon name="clock" />
                        <span>{move || words::awaits_confirmation(&change.email, &until(), lang.get())}</span>
                        <form class="end" method="post" action="/profile" on:submit=give_up>
                            <input type="hidden" name="form" value=GIVE_UP />
                            <Submit label=words::give_up form class="b sm" />
                        </form>
                    </div>
                }
            })
        }}
    }
}
