//! A text input with a list of what fits the typed text (WAI-ARIA combobox with list autocomplete).

mod marks;

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::html::Input;
use leptos::prelude::*;

use self::marks::marked;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the input holds once it is chosen.
    pub text: String,
    /// What is read and marked in the list.
    pub name: String,
    /// Stands at the right.
    pub detail: String,
}

/// Without `choices` any text is taken and no list is ever shown.
#[component]
pub fn Combobox(
    id: String,
    name: &'static str,
    /// The keyboard that a phone shows.
    keys: &'static str,
    #[prop(into)] list_name: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] described_by: Signal<String>,
    #[prop(into)] is_refused: Signal<bool>,
    on_text: Callback<String>,
    on_leave: Callback<()>,
    /// The lines for a typed text; all of them for none.
    choices: Option<Callback<String, Vec<Choice>>>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    // What was typed since the list was opened; nothing typed yet shows the whole list.
    let typed = RwSignal::new(None::<String>);
    let is_open = RwSignal::new(false);
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| match choices {
        Some(choices) if is_open.get() => choices.run(typed.get().unwrap_or_default()),
        _ => Vec::new(),
    });
    let is_shown = Memo::new(move |_| !found.read().is_empty());
    let list_id = format!("{id}-l");
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}{index}")
    };

    let open = move || {
        typed.set(None);
        is_open.set(true);
        let current = text.read_untracked();
        at.set(found.read_untracked().iter().position(|choice| choice.text == *current).unwrap_or_default());
    };
    let choose = move |index: usize| {
        if let Some(choice) = found.read_untracked().get(index).cloned() {
            on_text.run(choice.text);
        }
        is_open.set(false);
    };
    let on_key = move |event: KeyboardEvent| {
        let count = found.read_untracked().len();
        match (event.key().as_str(), event.alt_key(), is_shown.get_untracked()) {
            ("ArrowDown" | "ArrowUp", false, false) if choices.is_some() => open(),
            ("ArrowDown", false, true) => at.update(|at| *at = (*at + 1) % count),
            ("ArrowUp", false, true) => at.update(|at| *at = (*at + count - 1) % count),
            ("Enter", _, true) if !event.ctrl_key() && !event.meta_key() => choose(at.get_untracked()),
            ("Escape", _, true) => {
                is_open.set(false);
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |event: leptos::tachys::html::event::Targeted<leptos::ev::Event, leptos::web_sys::HtmlInputElement>| {
        let text = event.target().value();
        on_text.run(text.clone());
        typed.set(Some(text));
        at.set(0);
        is_open.set(true);
    };
    let on_blur = move |_: FocusEvent| {
        if typed.get_untracked().is_some() && found.read_untracked().len() == 1 {
            choose(0);
        }
        is_open.set(false);
        typed.set(None);
        on_leave.run(());
    };
    let toggle = move |_: MouseEvent| {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
        if is_open.get_untracked() { is_open.set(false) } else { open() }
    };
    {
        let option_id = option_id.clone();
        Effect::new(move |_| {
            if is_shown.get() {
                bring_into_view(&option_id(at.get()));
            }
        });
    }
    let active = {
        let option_id = option_id.clone();
        move || is_shown.get().then(|| option_id(at.get()))
    };
    let lines = move || {
        let query = typed.get().unwrap_or_default();
        let line = |(index, choice): (usize, Choice)| {
            let name: Vec<_> = marked(&choice.name, &query)
                .into_iter()
                .map(|(part, is_match)| if is_match { view! { <mark>{part}</mark> }.into_any() } else { part.into_any() })
                .collect();
            view! {
                <li
                    role="option"
                    id=option_id(index)
                    aria-selected=move || (at.get() == index).to_string()
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| choose(index)
                >
                    <span class="cut">{name}</span>
                    <span class="s dim end">{choice.detail}</span>
                </li>
            }
        };
        found.get().into_iter().enumerate().map(line).collect_view()
    };
    view! {
        <div class="unit combo">
            <input
                class="in"
                node_ref=input
                id=id
                name=name
                role="combobox"
                aria-autocomplete=choices.map(|_| "list")
                aria-expanded=move || is_shown.get().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=active
                aria-invalid=move || is_refused.get().then_some("true")
                aria-describedby=described_by
                autocomplete="off"
                spellcheck="false"
                inputmode=keys
                value=text.get_untracked()
                prop:value=text
                on:input:target=on_input
                on:keydown=on_key
                on:click=move |_| if choices.is_some() && !is_open.get_untracked() { open() }
                on:blur=on_blur
            />
            {choices.map(|_| view! {
                <button class="ib" type="button" tabindex="-1" aria-hidden="true" on:mousedown=move |event| event.prevent_default() on:click=toggle>
                    <svg class="i" aria-hidden="true"><use href="#i-down" /></svg>
                </button>
            })}
            <ul class="pop list" id=list_id role="listbox" aria-label=list_name hidden=move || !is_shown.get()>{lines}</ul>
        </div>
    }
}

#[cfg(feature = "hydrate")]
fn bring_into_view(id: &str) {
    if let Some(line) = document().get_element_by_id(id) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

#[cfg(not(feature = "hydrate"))]
fn bring_into_view(_: &str) {}
