//! A field for a day: the browser's own picker, `2026-11-23` on the wire.

use leptos::html::Input;
use leptos::prelude::*;

use super::field::{FieldProblem, Problems};
use super::follow::follow;
use crate::site::t;
use crate::values::Lang;

#[component]
pub fn DateField(
    name: &'static str,
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    problems: Problems,
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
                type="date"
                value=value.get_untracked()
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=move || is_refused().then(|| format!("{name}-e"))
                on:input:target=move |event| value.set(event.target().value())
            />
            <FieldProblem name problems />
        </div>
    }
}
