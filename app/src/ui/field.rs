//! One labelled text field with its hint and its problem.

use leptos::html::Input;
use leptos::prelude::*;

use super::browser::after_press;
use super::check::{Check, Checked};
use super::follow::follow;
use crate::site::{t, use_lang};
use crate::values::{Invalid, Lang, message};

/// The problems of a form, by field, as a signal that every field reads its own from.
pub type Problems = RwSignal<Invalid>;

/// A label, an input and, where the value is refused, the reason tied to it.
///
/// Works without WASM: it is a plain named input. Woken up, `value` follows what is typed, beginning with
/// what was typed before.
#[component]
pub fn TextField(
    /// The name on the wire.
    name: &'static str,
    /// The element's id, where it is not the name: on a page with several forms.
    #[prop(optional)]
    id: Option<&'static str>,
    label: fn(Lang) -> &'static str,
    value: RwSignal<String>,
    problems: Problems,
    /// Which keyboard a phone shows.
    #[prop(default = "text")]
    inputmode: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
    /// Runs when the field is left, then at each key until it is right.
    #[prop(optional)]
    check: Option<Check>,
    /// The value is given and cannot be changed.
    #[prop(optional)]
    is_fixed: bool,
    #[prop(optional)] autofocus: bool,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// Stands under the message.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.unwrap_or(name);
    let input = NodeRef::<Input>::new();
    follow(input, value);
    let checked = Checked::new(name, check, problems);
    let is_refused = move || problems.with(|all| all.first(name).is_some());
    view! {
        <div class="f">
            <label for=id>{t(label)}</label>
            <input
                node_ref=input
                class="in"
                id=id
                name=name
                inputmode=inputmode
                autocomplete=autocomplete
                autofocus=autofocus
                readonly=is_fixed
                value=value.get_untracked()
                aria-invalid=move || is_refused().then_some("true")
                aria-describedby=described_by(id, name, hint.is_some(), problems)
                on:input:target=move |event| {
                    let text = event.target().value();
                    checked.typed(&text);
                    value.set(text);
                }
                on:blur=move |event| {
                    checked.left(value, &event);
                    // What it shows would move whatever is being pressed.
                    if let Some(on_leave) = on_leave {
                        after_press(&event, move || {
                            on_leave.try_run(());
                        });
                    }
                }
            />
            {hint.map(|hint| view! { <div class="hint" id=format!("{id}-h")>{t(hint)}</div> })}
            <FieldProblem name id problems />
            {children.map(|children| children())}
        </div>
    }
}

/// The reason why a field is refused; nothing while it is not.
#[component]
pub fn FieldProblem(
    name: &'static str,
    /// The field's id, where it is not its name.
    #[prop(optional)]
    id: Option<&'static str>,
    problems: Problems,
) -> impl IntoView {
    let lang = use_lang();
    let id = id.unwrap_or(name);
    move || {
        let text = problems.with(|all| all.first(name).map(|problem| message(problem, lang.get())));
        text.map(|text| view! { <Refusal id=format!("{id}-e") text /> })
    }
}

/// The reason at a field.
#[component]
pub fn Refusal(id: String, text: String) -> impl IntoView {
    view! {
        <div class="err" id=id>
            <svg class="i" aria-hidden="true"><use href="#i-alert" /></svg>
            <span>{text}</span>
        </div>
    }
}

/// The ids of what describes a field: its hint, and its problem while it has one.
pub(super) fn described_by(
    id: &'static str,
    name: &'static str,
    has_hint: bool,
    problems: Problems,
) -> impl Fn() -> Option<String> + Send + Sync + Clone + 'static {
    move || {
        let is_refused = problems.with(|all| all.first(name).is_some());
        match (has_hint, is_refused) {
            (true, true) => Some(format!("{id}-h {id}-e")),
            (true, false) => Some(format!("{id}-h")),
            (false, true) => Some(format!("{id}-e")),
            (false, false) => None,
        }
    }
}
