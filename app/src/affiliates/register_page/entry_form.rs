//! The fields of a registration.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::consent::Consent;
use super::entry::Entry;
use super::zone_field::ZoneField;
use crate::requisites::Inn;
use crate::site::{t, use_lang};
use crate::ui::{EmailField, FormAlert, Submit, TextField};
use crate::values::{CompanyName, FullName, Phone, Zones, optional};
use crate::words::affiliates as words;

#[component]
pub fn EntryForm(
    entry: Entry,
    reseller: String,
    zones: Zones,
    /// The address of whoever is signed in already.
    visitor: Option<String>,
    /// Told the address that the letter goes to.
    #[prop(into)]
    on_done: Callback<String>,
) -> impl IntoView {
    let lang = use_lang();
    let problems = entry.form.problems;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        entry.send(on_done);
    };
    view! {
        <form method="post" novalidate on:submit=submit>
            <div>
                <h1>{t(words::register_title)}</h1>
                <p class="sub">{move || words::registration_with(&reseller, lang.get())}</p>
            </div>
            {visitor.map(|email| view! { <p class="hint">{move || words::signed_in_as(&email, lang.get())}</p> })}
            <FormAlert error=entry.form.error />
            <TextField name="name" label=words::company_name value=entry.name problems autocomplete="organization"
                check=|text| CompanyName::parse(text).map(drop) />
            <TextField name="inn" label=words::inn value=entry.inn problems inputmode="numeric" hint=words::inn_hint
                check=|text| optional(text, Inn::parse).map(drop) />
            <TextField name="full_name" label=words::full_name value=entry.full_name problems autocomplete="name"
                check=|text| FullName::parse(text).map(drop) />
            <EmailField value=entry.email problems hint=words::email_hint />
            <TextField name="phone" label=words::phone value=entry.phone problems inputmode="tel" autocomplete="tel"
                check=|text| Phone::parse(text).map(drop) />
            <ZoneField zones value=entry.time_zone problems />
            <Consent name="terms" before=words::accept link=words::terms href="/terms" value=entry.terms problems />
            <Consent name="personal_data" before=words::agree link=words::personal_data href="/privacy"
                value=entry.personal_data problems />
            <Trap value=entry.website />
            <Submit label=words::register form=entry.form />
            <p class="hint">{t(words::have_account)}" "<a href="/sign-in">{t(words::sign_in)}</a></p>
        </form>
    }
}

/// People do not see it; robots fill in every field they find.
#[component]
fn Trap(value: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="trap" aria-hidden="true">
            <label>
                {t(words::website)}
                <input
                    name="website"
                    tabindex="-1"
                    autocomplete="off"
                    value=value.get_untracked()
                    on:input:target=move |event| value.set(event.target().value())
                />
            </label>
        </div>
    }
}
