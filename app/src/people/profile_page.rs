//! `/profile`: one's own name and language.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{Me, door};
use crate::site::{Head, speak, t, use_lang, use_me};
use crate::ui::{FormAlert, FormState, Submit, TextField, use_toasts};
use crate::values::{FullName, Lang};
use crate::words::people as words;
use crate::words::shell;

#[component]
pub fn ProfilePage() -> impl IntoView {
    let (lang, me, toasts) = (use_lang(), use_me(), use_toasts());
    let full_name = RwSignal::new(me.with_untracked(|me| me.full_name.clone()));
    let form = FormState::new(None);
    // The switch at the side saves the language by itself; the choice here follows it.
    let chosen = RwSignal::new(lang.get_untracked());
    Effect::new(move |_| chosen.set(lang.get()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = [("full_name", full_name.get_untracked()), ("language", chosen.get_untracked().to_string())];
        let fields = fields.map(|(name, value)| (name.to_owned(), value)).into();
        form.send(door::save_profile(fields), move |saved: Me| {
            speak(lang, saved.language.unwrap_or_default());
            me.set(saved);
            toasts.say(shell::saved);
        });
    };
    view! {
        <Head title=Signal::derive(move || words::profile(lang.get()).to_owned()) />
        <main class="main" id="main">
            <div class="scroll">
                <div class="pad">
                    <form class="form" method="post" novalidate on:submit=submit>
                        <FormAlert error=form.whole() />
                        <TextField
                            name="full_name"
                            label=words::full_name
                            value=full_name
                            problems=form.problems
                            autocomplete="name"
                            check=|text| FullName::parse(text).map(drop)
                        />
                        <fieldset class="f">
                            <legend class="lab">{t(words::language)}</legend>
                            <Choice of=Lang::Ru name="Русский" chosen />
                            <Choice of=Lang::En name="English" chosen />
                        </fieldset>
                        <Facts me />
                        <div class="row"><Submit label=shell::save form /></div>
                    </form>
                </div>
            </div>
        </main>
    }
}

#[component]
fn Choice(of: Lang, name: &'static str, chosen: RwSignal<Lang>) -> impl IntoView {
    view! {
        <label class="box">
            <input
                type="radio"
                name="language"
                value=of.as_str()
                checked=chosen.get_untracked() == of
                prop:checked=move || chosen.get() == of
                on:change=move |_| chosen.set(of)
            />
            <span lang=of.as_str()>{name}</span>
        </label>
    }
}

/// What cannot be changed here.
#[component]
fn Facts(me: RwSignal<Me>) -> impl IntoView {
    let lang = use_lang();
    view! {
        <dl class="facts">
            <div><dt>{t(words::email)}</dt><dd>{move || me.with(|me| me.email.clone())}</dd></div>
            <div><dt>{t(words::company)}</dt><dd>{move || me.with(|me| me.company_name.clone())}</dd></div>
            <div>
                <dt>{t(words::roles)}</dt>
                <dd>{move || me.with(|me| words::role_list(&me.roles, lang.get()))}</dd>
            </div>
        </dl>
    }
}
