//! How a reseller gains affiliates: a link for a new company, a request for one that exists.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use leptos_router::components::A;

use super::small_dialog::SmallDialog;
use crate::site::{Icon, t, use_lang, use_me};
use crate::ui::copy;
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
    let is_copied = RwSignal::new(None::<bool>);
    let word = |is_copied: bool| if is_copied { words::companies::copied } else { words::companies::not_copied };
    let said = move || is_copied.get().map(|is_copied| word(is_copied)(lang.get()));
    let (is_shown, shown) = (RwSignal::new(false), NodeRef::<Input>::new());
    let told = move |was_copied: bool| {
        let is_here = is_copied.try_set(Some(was_copied)).is_none();
        if is_here && !was_copied {
            is_shown.set(field.is_none());
            select(field.unwrap_or(shown));
        }
    };
    Effect::new(move |_| {
        shown.track();
        select(shown);
    });
    let address = StoredValue::new(url);
    view! {
        <button class=class type="button" on:click=move |_| copy(address.get_value(), told)>
            <Icon name="copy" />
            {t(words::companies::copy)}
        </button>
        <span class="hint" role="status">{said}</span>
        <Show when=move || is_shown.get()>
            <input class="in" node_ref=shown readonly value=address.get_value() aria-label=t(words::companies::registration_link) />
        </Show>
    }
}

fn select(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
