//! A button that copies an address, or another text that is needed elsewhere.

use leptos::html::Input;
use leptos::prelude::*;

use crate::site::{Icon, t, use_lang};
use crate::values::Lang;
use crate::words;

/// Copies a text and says so; where the browser refuses, it selects the text for the person: in its `field`,
/// or in one that it shows for this.
#[component]
pub fn CopyLink(
    url: String,
    class: &'static str,
    #[prop(optional)] field: Option<NodeRef<Input>>,
    /// What is said of it.
    #[prop(default = words::companies::copied)]
    copied: Word,
    /// What is said when the browser refuses.
    #[prop(default = words::companies::not_copied)]
    not_copied: Word,
) -> impl IntoView {
    let lang = use_lang();
    let outcome = RwSignal::new(None::<Word>);
    let said = move || outcome.get().map(|word| word(lang.get()));
    let (is_shown, shown) = (RwSignal::new(false), NodeRef::<Input>::new());
    let refused = move || {
        is_shown.set(field.is_none());
        select(field.unwrap_or(shown));
    };
    Effect::new(move |_| {
        shown.track();
        select(shown);
    });
    let address = StoredValue::new(url);
    view! {
        <button class=class type="button" on:click=move |_| copy(address.get_value(), outcome, [copied, not_copied], refused)>
            <Icon name="copy" />
            {t(words::companies::copy)}
        </button>
        <span class="hint" role="status">{said}</span>
        <Show when=move || is_shown.get()>
            <input class="in" node_ref=shown readonly value=address.get_value() aria-label=t(words::companies::registration_link) />
        </Show>
    }
}

type Word = fn(Lang) -> &'static str;

/// What is said of a copy.
type Outcome = RwSignal<Option<Word>>;

#[cfg(feature = "hydrate")]
fn copy(url: String, outcome: Outcome, [copied, not_copied]: [Word; 2], refused: impl Fn() + 'static) {
    leptos::task::spawn_local(async move {
        // Without https there is no clipboard object, and touching it throws.
        let is_copied = window().is_secure_context() && {
            let written = window().navigator().clipboard().write_text(&url);
            wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
        };
        let word = if is_copied { copied } else { not_copied };
        if outcome.try_set(Some(word)).is_none() && !is_copied {
            refused();
        }
    });
}

#[cfg(not(feature = "hydrate"))]
fn copy(_: String, _: Outcome, _: [Word; 2], _: impl Fn() + 'static) {}

fn select(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
