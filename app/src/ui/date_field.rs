//! A field for a day, or for a time of one: the browser's own picker; `2026-11-23` or `2026-11-23T18:00` on the wire.

use leptos::html::Input;
use leptos::prelude::*;

use super::field::{FieldProblem, Problems, described_by};
use super::follow::follow;
use crate::site::t;
use crate::values::Lang;

#[component]
pub fn DateField(
    name: &'static str,
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    problems: Problems,
    /// `datetime-local` where it takes a time too.
    #[prop(default = "date")]
    kind: &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    follow(input, value);
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    view! {
        <div class="f">
            <label for=name>{t(label)}</label>
            <input
                node_ref=input
                class="in"
                id=name
                name=name
                type=kind
                value=value.get_untracked()
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=described_by(name, name, hint.is_some(), problems)
                on:input:target=move |event| value.set(event.target().value())
            />
            {hint.map(|hint| view! { <div class="hint" id=format!("{name}-h")>{t(hint)}</div> })}
            <FieldProblem name problems />
        </div>
    }
}
