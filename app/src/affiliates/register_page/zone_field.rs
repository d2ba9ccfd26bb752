//! The time zone of a new company: the browser's own, until another one is chosen.

use leptos::html::Select;
use leptos::prelude::*;

use crate::site::t;
use crate::ui::browser::zone_name;
use crate::ui::{FieldProblem, Problems};
use crate::values::{ZoneName, Zones};
use crate::words::affiliates as words;

/// A plain list, so that it works without WASM; each option contains the IANA name.
#[component]
pub fn ZoneField(zones: Zones, value: RwSignal<String>, problems: Problems) -> impl IntoView {
    const NAME: &str = "time_zone";
    let select = NodeRef::<Select>::new();
    let chosen = value.with_untracked(|typed| zones.parse(typed)).unwrap_or_default();
    let was_typed = value.with_untracked(|typed| !typed.is_empty());
    let options = zones
        .iter()
        .map(|zone| {
            let is_chosen = *zone.name() == chosen;
            view! { <option value=zone.name().to_string() selected=is_chosen>{zone.to_string()}</option> }
        })
        .collect_view();
    Effect::new(move |_| {
        let Some(select) = select.get() else { return };
        let is_untouched = !was_typed && select.value() == ZoneName::default().as_str();
        if is_untouched && let Some(own) = zone_name().and_then(|name| zones.parse(&name).ok()) {
            select.set_value(own.as_str());
        }
        value.set(select.value());
    });
    let is_refused = move || problems.with(|all| all.first(NAME).is_some());
    view! {
        <div class="f">
            <label for=NAME>{t(words::time_zone)}</label>
            <select
                node_ref=select
                class="in"
                id=NAME
                name=NAME
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=move || is_refused().then(|| format!("{NAME}-e"))
                on:change:target=move |event| {
                    value.set(event.target().value());
                    problems.update(|all| all.forget(NAME));
                }
            >
                {options}
            </select>
            <FieldProblem name=NAME problems />
        </div>
    }
}
