//! A field for a day, or for a time of one: the browser's own picker; `2026-11-23` or `2026-11-23T18:00` on the wire.

use leptos::html::Input;
use leptos::prelude::*;

use super::field::{FieldProblem, Problems, described_by};
use super::follow::follow;
use crate::site::t;
use crate::values::Lang;

#[component]
pub fn DateField(
    /// The name on the wire.
    name: &'static str,
    /// The element's id, where it is not the name: on a page with several forms.
    #[prop(optional)]
    id: Option<&'static str>,
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    problems: Problems,
    /// `datetime-local` where it takes a time too.
    #[prop(default = "date")]
    kind: &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
) -> impl IntoView {
    let id = id.unwrap_or(name);
    let input = NodeRef::<Input>::new();
    follow(input, value);
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    view! {
        <div class="f">
            <label for=id>{t(label)}</label>
            <input
                node_ref=input
                class="in"
                id=id
                name=name
                type=kind
                value=value.get_untracked()
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=described_by(id, name, hint.is_some(), problems)
                on:input:target=move |event| value.set(event.target().value())
            />
            {hint.map(|hint| view! { <div class="hint" id=format!("{id}-h")>{t(hint)}</div> })}
            <FieldProblem name id problems />
        </div>
    }
}
