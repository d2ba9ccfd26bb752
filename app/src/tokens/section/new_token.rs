//! The form for a new token.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::site::{t, use_lang};
use crate::tokens::{Lifetime, NewToken, Permission, TokenName, door};
use crate::ui::{FormAlert, FormState, PasswordField, RadioChoice, Submit, TextField};
use crate::values::networks as parse_networks;
use crate::words::own_access;
use crate::words::tokens as words;

#[component]
pub fn NewTokenForm(
    /// Told of the token that was made.
    #[prop(into)]
    on_made: Callback<NewToken>,
) -> impl IntoView {
    let (lang, form) = (use_lang(), FormState::new(None));
    let (name, networks) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let days = RwSignal::new(Lifetime::default().days().to_string());
    let permission = RwSignal::new(Permission::Read);
    let password = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = [
            ("token_name", name.get_untracked()),
            ("permission", permission.get_untracked().as_str().to_owned()),
            ("days", days.get_untracked()),
            ("networks", networks.get_untracked()),
            ("current_password", password.get_untracked()),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value)).into();
        form.send(door::create_token(fields), move |made| {
            name.set(String::new());
            networks.set(String::new());
            password.set(String::new());
            on_made.run(made);
        });
    };
    view! {
        <form class="form" method="post" novalidate aria-labelledby="new-token-h" on:submit=submit>
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
            <div class="row"><Submit label=words::create form class="b" /></div>
        </form>
    }
}
