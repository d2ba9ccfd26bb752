//! The roles of a user, each to be ticked.

use leptos::prelude::*;

use super::{Role, UserField};
use crate::site::{t, use_lang};
use crate::ui::{FieldProblem, Problems, WhyNot};
use crate::values::Lang;
use crate::words::people as words;

/// Works on the text that forms send, such as `administrator chat_operator`.
#[component]
pub fn RolesField(
    value: RwSignal<String>,
    problems: Problems,
    /// Whether the role of a platform operator is among them.
    #[prop(into)]
    offers_operator: Signal<bool>,
    /// The rule that keeps the roles as they are.
    #[prop(optional)]
    fixed_by: Option<fn(Lang) -> &'static str>,
) -> impl IntoView {
    let name = UserField::Roles.wire();
    let box_of = move |role| view! { <RoleBox role value problems is_fixed=fixed_by.is_some() /> };
    view! {
        <fieldset class="f roles">
            <legend class="lab">{t(words::roles)}</legend>
            <Show when=move || offers_operator.get()>{move || box_of(Role::Operator)}</Show>
            {[Role::Administrator, Role::ChatOperator].map(box_of).collect_view()}
            {fixed_by.map(|rule| view! { <WhyNot rule /> })}
            <FieldProblem name problems />
        </fieldset>
    }
}

#[component]
fn RoleBox(role: Role, value: RwSignal<String>, problems: Problems, is_fixed: bool) -> impl IntoView {
    let lang = use_lang();
    let name = UserField::Roles.wire();
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    let chosen = move || value.with(|text| Role::parse_list(text).unwrap_or_default());
    let toggle = move |_| {
        let mut roles = untrack(chosen);
        if !roles.remove(&role) {
            roles.insert(role);
        }
        problems.update(|all| all.forget(name));
        value.set(Role::list(roles));
    };
    view! {
        <label class="box">
            <input
                type="checkbox"
                disabled=is_fixed
                checked=untrack(chosen).contains(&role)
                prop:checked=move || chosen().contains(&role)
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=move || is_refused().then(|| format!("{name}-e"))
                on:change=toggle
            />
            <span>{move || words::role(role, lang.get())}</span>
        </label>
    }
}
