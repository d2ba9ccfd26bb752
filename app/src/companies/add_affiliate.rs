//! How a reseller gains affiliates: a link for a new company, a request for one that exists.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::site::{Icon, t, use_me};
use crate::ui::CopyLink;
use crate::ui::SmallDialog;
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

fn select(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.select();
    }
}
