//! A field for a password, which can be shown.

use leptos::html::Input;
use leptos::prelude::*;

use super::browser::is_awake;
use super::check::{Check, Checked};
use super::field::{FieldProblem, Problems, described_by};
use super::follow::follow;
use crate::site::t;
use crate::values::Lang;
use crate::words;

/// One password. Paste and password managers work; without WASM there is no Show.
#[component]
pub fn PasswordField(
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    problems: Problems,
    /// The name on the wire.
    #[prop(default = "password")]
    name: &'static str,
    /// The element's id, where it is not the name: on a page with several forms.
    #[prop(optional)]
    id: Option<&'static str>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
    #[prop(optional)] check: Option<Check>,
    #[prop(optional)] autofocus: bool,
    /// Stands at the right of the label.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.unwrap_or(name);
    let input = NodeRef::<Input>::new();
    follow(input, value);
    let checked = Checked::new(name, check, problems);
    let (is_awake, is_shown) = (is_awake(), RwSignal::new(false));
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    view! {
        <div class="f">
            <div class="row">
                <label class="lab" for=id>{t(label)}</label>
                {children.map(|children| children())}
            </div>
            <div class="unit">
                <input
                    node_ref=input
                    class="in"
                    id=id
                    name=name
                    type=move || if is_shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autofocus=autofocus
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=move || is_refused().then_some("true")
                    aria-describedby=described_by(id, name, hint.is_some(), problems)
                    on:input:target=move |event| {
                        let text = event.target().value();
                        checked.typed(&text);
                        value.set(text);
                    }
                    on:blur=move |event| checked.left(value, &event)
                />
                <button
                    class="b g sm show"
                    type="button"
                    hidden=move || !is_awake.get()
                    aria-pressed=move || is_shown.get().to_string()
                    on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)
                >
                    {t(words::access::show)}
                </button>
            </div>
            {hint.map(|hint| view! { <div class="hint" id=format!("{id}-h")>{t(hint)}</div> })}
            <FieldProblem name id problems />
        </div>
    }
}
