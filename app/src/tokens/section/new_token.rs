//! The form for a new token.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::fields::Fields;
use crate::people::{by_passkey, offers_passkeys};
use crate::site::{t, use_lang};
use crate::tokens::{Lifetime, NewToken, Permission, TokenName, door};
use crate::ui::browser::is_awake;
use crate::ui::{FormAlert, FormState, PasswordField, RadioChoice, Submit, TextField};
use crate::values::networks as parse_networks;
use crate::words::tokens as words;
use crate::words::{own_access, second_factor};

#[component]
pub fn NewTokenForm(
    /// The maker's second factor is asked for.
    takes_code: bool,
    /// Told of the token that was made.
    #[prop(into)]
    on_made: Callback<NewToken>,
) -> impl IntoView {
    let (lang, form) = (use_lang(), FormState::new(None));
    let (name, networks) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let days = RwSignal::new(Lifetime::default().days().to_string());
    let permission = RwSignal::new(Permission::Read);
    let (password, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // What the browser can do is known once it is awake: until then it draws what the server has drawn.
    let (takes_code, is_awake) = (asked_since(takes_code, form), is_awake());
    let make = move |with_passkey: bool| {
        let fields = [
            ("token_name", name.get_untracked()),
            ("permission", permission.get_untracked().as_str().to_owned()),
            ("days", days.get_untracked()),
            ("networks", networks.get_untracked()),
            ("current_password", password.get_untracked()),
        ];
        let mut fields: Fields = fields.map(|(name, value)| (name.to_owned(), value)).into();
        if takes_code.get_untracked() {
            fields.insert("code".to_owned(), code.get_untracked());
        }
        let call =
            async move { door::create_token(if with_passkey { by_passkey(fields).await? } else { fields }).await };
        form.send(call, move |made| {
            code.set(String::new());
            name.set(String::new());
            networks.set(String::new());
            password.set(String::new());
            on_made.run(made);
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        make(false);
    };
    view! {
        <form class="form scripted" method="post" novalidate aria-labelledby="new-token-h" on:submit=submit>
            <h3 id="new-token-h">{t(words::new_token)}</h3>
            <FormAlert error=form.whole() />
            <TextField
                name="token_name"
                label=words::name
                value=name
                problems=form.problems
                hint=words::name_hint
                check=|text| TokenName::parse(text).map(drop)
            />
            <fieldset class="f">
                <legend class="lab">{t(words::permission)}</legend>
                {Permission::OFFERED
                    .map(|of| {
                        view! {
                            <RadioChoice name="permission" of value=of.as_str() chosen=permission>
                                <span>{move || words::permission_name(of, lang.get())}</span>
                            </RadioChoice>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </fieldset>
            <TextField
                name="days"
                label=words::days
                value=days
                problems=form.problems
                inputmode="numeric"
                hint=words::days_hint
                check=|text| Lifetime::parse(text).map(drop)
            />
            <TextField
                name="networks"
                label=words::networks
                value=networks
                problems=form.problems
                hint=words::networks_hint
                check=|text| parse_networks(text).map(drop)
            />
            <PasswordField
                label=own_access::current_password
                name="current_password"
                id="token-password"
                value=password
                problems=form.problems
                autocomplete="current-password"
            />
            <Show when=move || takes_code.get()>
                <TextField
                    name="code"
                    id="token-code"
                    label=second_factor::code_or_recovery
                    value=code
                    problems=form.problems
                    autocomplete="one-time-code"
                />
            </Show>
            <div class="row">
                <Submit label=words::create form class="b" />
                <Show when=move || takes_code.get() && is_awake.get() && offers_passkeys()>
                    <button
                        class="b"
                        type="button"
                        aria-busy=move || form.is_busy.get().then_some("true")
                        on:click=move |_| make(true)
                    >
                        {t(second_factor::with_passkey)}
                    </button>
                </Show>
            </div>
        </form>
    }
}

/// Whether the code is asked for: from the beginning, or since the server asked, where the second factor is newer than
/// the page.
fn asked_since(is_asked: bool, form: FormState) -> RwSignal<bool> {
    let is_asked = RwSignal::new(is_asked);
    Effect::new(move |_| {
        if form.problems.with(|problems| problems.first("code").is_some()) {
            is_asked.set(true);
        }
    });
    is_asked
}
