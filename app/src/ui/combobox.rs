//! A text input with a list of what fits the typed text (WAI-ARIA combobox with list autocomplete).

mod listing;
mod marks;

use leptos::html::Input;
use leptos::prelude::*;

use self::listing::Listing;
use self::marks::marked;
use super::browser::after_press;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the input holds once it is chosen.
    pub text: String,
    /// What is read and marked in the list.
    pub name: String,
    /// Stands at the right.
    pub detail: String,
    /// What it is known by, for whoever is told of the choice.
    pub key: String,
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
    /// Told of a chosen line, which otherwise puts its text into the input. Then a text that is left stays as it was
    /// typed, even where it fits a single line.
    #[prop(optional_no_strip)]
    on_choose: Option<Callback<Choice>>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let listing = Listing::new(choices, text, on_text, on_choose);
    let list_id = StoredValue::new(format!("{id}-l"));
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if listing.key(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let on_blur = move |event: leptos::ev::FocusEvent| {
        listing.leave();
        after_press(&event, move || {
            on_leave.try_run(());
        });
    };
    let on_press = move |_| {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
        listing.toggle();
    };
    let active = move || listing.is_shown.get().then(|| option_id(list_id, listing.at.get()));
    Effect::new(move |_| {
        if let Some(id) = active() {
            bring_into_view(&id);
        }
    });
    let button = move || {
        view! {
            <button
                class="ib"
                type="button"
                tabindex="-1"
                aria-hidden="true"
                on:mousedown=move |event| event.prevent_default()
                on:click=on_press
            >
                <svg class="i" aria-hidden="true"><use href="#i-down" /></svg>
            </button>
        }
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
                aria-expanded=move || listing.is_shown.get().to_string()
                aria-controls=list_id.get_value()
                aria-activedescendant=active
                aria-invalid=move || is_refused.get().then_some("true")
                aria-describedby=described_by
                autocomplete="off"
                spellcheck="false"
                inputmode=keys
                value=text.get_untracked()
                prop:value=text
                on:input:target=move |event| listing.type_in(event.target().value())
                on:keydown=on_key
                on:click=move |_| listing.open()
                on:blur=on_blur
            />
            {choices.map(|_| button())}
            <ul class="pop list" id=list_id.get_value() role="listbox" aria-label=move || listing.is_shown.get().then(|| list_name.get()) hidden=move || !listing.is_shown.get()>
                <Lines listing list_id />
            </ul>
        </div>
    }
}

#[component]
fn Lines(listing: Listing, list_id: StoredValue<String>) -> impl IntoView {
    let line = move |(index, choice): (usize, Choice), query: &str| {
        let part = |(part, is_match): (String, bool)| {
            if is_match { view! { <mark>{part}</mark> }.into_any() } else { part.into_any() }
        };
        view! {
            <li
                role="option"
                id=option_id(list_id, index)
                aria-selected=move || (listing.at.get() == index).to_string()
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| listing.choose(index)
            >
                <span class="cut">{marked(&choice.name, query).into_iter().map(part).collect_view()}</span>
                <span class="s dim end">{choice.detail}</span>
            </li>
        }
    };
    move || {
        let query = listing.query();
        listing.found.get().into_iter().enumerate().map(|entry| line(entry, &query)).collect_view()
    }
}

fn option_id(list_id: StoredValue<String>, index: usize) -> String {
    list_id.with_value(|id| format!("{id}{index}"))
}

#[cfg(feature = "hydrate")]
fn bring_into_view(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let Some(line) = document().get_element_by_id(&id) else { return };
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&nearest);
    });
}

#[cfg(not(feature = "hydrate"))]
fn bring_into_view(_: &str) {}
