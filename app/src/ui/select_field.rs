//! A field in which one of a few values is chosen.

use leptos::html::Select;
use leptos::prelude::*;

use crate::site::{t, use_lang};
use crate::values::Lang;

/// What can be chosen: its value, and its words in a language.
pub type Options = Vec<(String, String)>;

/// Works as a plain form field too. What was chosen before the page woke up is taken over.
#[component]
pub fn SelectField(
    name: &'static str,
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    /// The options in a language; read again when it changes.
    options: impl Fn(Lang) -> Options + Send + 'static,
) -> impl IntoView {
    let (lang, select) = (use_lang(), NodeRef::<Select>::new());
    Effect::new(move |was: Option<String>| {
        let chosen = value.get();
        lang.track();
        let Some(select) = select.get() else { return chosen };
        if was.is_none() {
            value.set(select.value());
        } else {
            select.set_value(&chosen);
        }
        chosen
    });
    let listed = move || {
        let chosen = value.get_untracked();
        let option = |(key, words): (String, String)| {
            let is_chosen = key == chosen;
            view! { <option value=key selected=is_chosen>{words}</option> }
        };
        options(lang.get()).into_iter().map(option).collect_view()
    };
    view! {
        <div class="f">
            <label for=name>{t(label)}</label>
            <select
                node_ref=select
                class="in"
                id=name
                name=name
                on:change:target=move |event| value.set(event.target().value())
            >
                {listed}
            </select>
        </div>
    }
}
