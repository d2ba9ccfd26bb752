//! A box that must be ticked, with a link to the text that is consented to.

use leptos::html::Input;
use leptos::prelude::*;

use crate::site::t;
use crate::ui::{FieldProblem, Problems};
use crate::values::Lang;

/// Sent as `on`, like a plain form's ticked box; empty while unticked.
#[component]
pub fn Consent(
    name: &'static str,
    /// The words before the link.
    before: fn(Lang) -> &'static str,
    link: fn(Lang) -> &'static str,
    href: &'static str,
    value: RwSignal<String>,
    problems: Problems,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let note = move |is_ticked: bool| value.set(if is_ticked { "on".to_owned() } else { String::new() });
    // What was ticked before the page woke up counts.
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            note(input.checked());
        }
    });
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    view! {
        <div class="f">
            <label class="box s sub">
                <input
                    node_ref=input
                    type="checkbox"
                    name=name
                    value="on"
                    checked=value.with_untracked(|value| !value.is_empty())
                    aria-invalid=move || is_refused().then_some("true")
                    aria-describedby=move || is_refused().then(|| format!("{name}-e"))
                    on:change:target=move |event| {
                        note(event.target().checked());
                        problems.update(|all| all.forget(name));
                    }
                />
                <span>{t(before)}<a href=href target="_blank">{t(link)}</a></span>
            </label>
            <FieldProblem name problems />
        </div>
    }
}
