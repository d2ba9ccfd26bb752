//! How a reseller gains affiliates: a link for a new company, a request for one that exists.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use leptos_router::components::A;

use super::small_dialog::SmallDialog;
use crate::site::{Icon, t, use_lang, use_me};
use crate::values::Lang;
use crate::words;

/// The button, and its dialog while it is open.
#[component]
pub(super) fn AddAffiliate() -> impl IntoView {
    let (is_open, dialog) = (RwSignal::new(false), NodeRef::<Dialog>::new());
    view! {
        <button
            class="b p end fold"
            type="button"
            aria-label=t(words::companies::add_affiliate)
            title=t(words::companies::add_affiliate)
            on:click=move |_| is_open.set(true)
        >
            <Icon name="link" />
            <span>{t(words::companies::add_affiliate)}</span>
        </button>
        <Show when=move || is_open.get()>
            <SmallDialog id="add-affiliate" title=words::companies::add_affiliate dialog on_close=move || is_open.set(false)>
                <div class="cols one">
                    <NewCompany />
                    <ExistingCompany />
                </div>
            </SmallDialog>
        </Show>
    }
}

#[component]
fn NewCompany() -> impl IntoView {
    let url = use_me().with_untracked(|me| me.registration_url.clone()).unwrap_or_default();
    let field = NodeRef::<Input>::new();
    view! {
        <div class="grp">
            <h3>{t(words::companies::new_affiliate)}</h3>
            <p class="sub">{t(words::companies::registration_hint)}</p>
            <div class="f">
                <label for="registration-link">{t(words::companies::registration_link)}</label>
                <div class="row copy">
                    <input class="in" id="registration-link" node_ref=field readonly value=url.clone() on:focus=move |_| select(field) />
                    <CopyLink url class="b" field />
                </div>
            </div>
        </div>
    }
}

#[component]
fn ExistingCompany() -> impl IntoView {
    view! {
        <div class="grp">
            <h3>{t(words::companies::existing_affiliate)}</h3>
            <p class="sub">{t(words::companies::existing_hint)}</p>
            <div class="row">
                <A href="/support" attr:class="b"><Icon name="support" />{t(words::companies::new_request)}</A>
            </div>
        </div>
    }
}

/// Copies an address and says so; where the browser refuses, it selects the address for the person: in its `field`,
/// or in one that it shows for this.
#[component]
pub(super) fn CopyLink(
    url: String,
    class: &'static str,
    #[prop(optional)] field: Option<NodeRef<Input>>,
) -> impl IntoView {
    let lang = use_lang();
    let outcome = RwSignal::new(None::<fn(Lang) -> &'static str>);
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
        <button class=class type="button" on:click=move |_| copy(address.get_value(), outcome, refused)>
            <Icon name="copy" />
            {t(words::companies::copy)}
        </button>
        <span class="hint" role="status">{said}</span>
        <Show when=move || is_shown.get()>
            <input class="in" node_ref=shown readonly value=address.get_value() aria-label=t(words::companies::registration_link) />
        </Show>
    }
}

/// What is said of a copy.
type Outcome = RwSignal<Option<fn(Lang) -> &'static str>>;

#[cfg(feature = "hydrate")]
fn copy(url: String, outcome: Outcome, refused: impl Fn() + 'static) {
    leptos::task::spawn_local(async move {
        // Without https there is no clipboard object, and touching it throws.
        let is_copied = window().is_secure_context() && {
            let written = window().navigator().clipboard().write_text(&url);
            wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
        };
        let word = if is_copied { words::companies::copied } else { words::companies::not_copied };
        if outcome.try_set(Some(word)).is_none() && !is_copied {
            refused();
        }
    });
}

#[cfg(not(feature = "hydrate"))]
fn copy(_: String, _: Outcome, _: impl Fn() + 'static) {}

fn select(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
