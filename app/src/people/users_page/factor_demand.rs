//! Whether a company's administrators need a second factor: a switch above its employees, saved as it is pressed.

use leptos::html::Input;
use leptos::prelude::*;

use crate::companies::{CompanyForm, Field, Saved, door};
use crate::site::{t, use_lang};
use crate::ui::{FormAlert, FormState, use_toasts};
use crate::values::CompanyId;
use crate::words;

#[component]
pub fn FactorDemand(company: CompanyId) -> impl IntoView {
    let loaded = Resource::new_blocking(|| (), move |()| door::company(company));
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(form) => view! { <Switch form /> }.into_any(),
                    Err(error) => view! { <FormAlert error=Signal::stored(Some(error)) /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Switch(form: CompanyForm) -> impl IntoView {
    const FIELD: Field = Field::RequireSecondFactor;
    let (lang, toasts, input) = (use_lang(), use_toasts(), NodeRef::<Input>::new());
    let (id, version) = (form.id, RwSignal::new(form.version));
    let is_on = RwSignal::new(form.fields.get(&FIELD).is_some_and(|value| value == "true"));
    let form = FormState::new(None);
    let save = move |wanted: bool| {
        let changes = [(FIELD.wire().to_owned(), wanted.to_string())].into();
        form.send(door::save_company(id, version.get_untracked(), changes), move |saved: Saved| {
            version.set(saved.form.version);
            is_on.set(saved.form.fields.get(&FIELD).is_some_and(|value| value == "true"));
            toasts.say(words::shell::saved);
        });
    };
    // What was not saved is not shown as if it were.
    Effect::new(move |_| {
        if form.error.read().is_some()
            && let Some(input) = input.get()
        {
            input.set_checked(is_on.get_untracked());
        }
    });
    view! {
        <div class="sw demand">
            <input
                node_ref=input
                type="checkbox"
                role="switch"
                id=FIELD.wire()
                prop:checked=is_on
                aria-describedby="second-factor-hint"
                on:change:target=move |event| save(event.target().checked())
            />
            <label for=FIELD.wire()>{move || words::dialog::label(FIELD, lang.get())}</label>
            <span class="hint" id="second-factor-hint">{t(words::dialog::second_factor_hint)}</span>
            <FormAlert error=form.whole() />
        </div>
    }
}
