//! Whether a company's administrators need a second factor: a switch above its employees, saved as it is pressed.

use leptos::html::Input;
use leptos::prelude::*;

use crate::companies::{Field, Saved, door};
use crate::people::FactorDemand;
use crate::site::{t, use_lang};
use crate::ui::{FormAlert, FormState, use_toasts};
use crate::values::CompanyId;
use crate::words;

#[component]
pub fn DemandSwitch(company: CompanyId, demand: FactorDemand) -> impl IntoView {
    const FIELD: Field = Field::RequireSecondFactor;
    let (lang, toasts, input) = (use_lang(), use_toasts(), NodeRef::<Input>::new());
    let (version, is_on) = (RwSignal::new(demand.version), RwSignal::new(demand.is_on));
    let form = FormState::new(None);
    let save = move |wanted: bool| {
        let changes = [(FIELD.wire().to_owned(), wanted.to_string())].into();
        form.send(door::save_company(company, version.get_untracked(), changes, None), move |saved: Saved| {
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
                on:change:target=move |event| {
                    if form.is_busy.get_untracked() {
                        event.target().set_checked(is_on.get_untracked());
                    } else {
                        save(event.target().checked());
                    }
                }
            />
            <label for=FIELD.wire()>{move || words::dialog::label(FIELD, lang.get())}</label>
            <span class="hint" id="second-factor-hint">{t(words::dialog::second_factor_hint)}</span>
            <FormAlert error=form.whole() />
        </div>
    }
}
