//! What stands where there are no rows: nothing found, nobody yet, not loaded, still loading.

use std::time::Duration;

use leptos::prelude::*;

use super::use_companies;
use crate::error::ApiError;
use crate::people::Me;
use crate::site::{Icon, answer_status, t, use_lang, use_me};
use crate::ui::browser::{focus_search, focus_soon};
use crate::ui::{CopyLink, EmptyWire, use_sign_in_href};
use crate::words;

/// A shorter wait than this is better shown by nothing.
const PATIENCE: Duration = Duration::from_millis(150);

/// Below the table: why it is empty, or how affiliates come into it.
#[component]
pub(super) fn Nothing() -> impl IntoView {
    let companies = use_companies();
    let me = use_me();
    let is_empty = Memo::new(move |_| companies.summary.with(|summary| summary.shown == 0 && summary.total > 0));
    let is_alone = Memo::new(move |_| companies.summary.with(|summary| summary.shown == 1 && summary.total == 1));
    move || {
        if is_empty.get() {
            view! { <NothingFound /> }.into_any()
        } else if is_alone.get() && me.with(Me::adds_affiliates) {
            view! { <NoAffiliates /> }.into_any()
        } else {
            ().into_any()
        }
    }
}

#[component]
fn NothingFound() -> impl IntoView {
    let companies = use_companies();
    let lang = use_lang();
    let title = move || companies.query.with(|query| words::companies::nothing_found(query.trim(), lang.get()));
    let show_all = move |_| {
        companies.type_query(String::new());
        focus_search();
    };
    view! {
        <div class="void">
            <EmptyWire />
            <b class="nm">{title}</b>
            <span>{t(words::companies::nothing_hint)}</span>
            <button class="b sm" type="button" on:click=show_all>{t(words::companies::show_all)}</button>
        </div>
    }
}

#[component]
fn NoAffiliates() -> impl IntoView {
    let url = use_me().with_untracked(|me| me.registration_url.clone()).unwrap_or_default();
    view! {
        <div class="void">
            <EmptyWire />
            <b class="nm">{t(words::companies::no_affiliates)}</b>
            <span>{t(words::companies::no_affiliates_hint)} <br /> {url.clone()}</span>
            <CopyLink url class="b sm" />
        </div>
    }
}

/// The page without its list, with a way to ask again, or to sign in again.
#[component]
pub(super) fn NotLoaded(error: ApiError, retry: impl Fn() + Send + 'static) -> impl IntoView {
    answer_status(&error);
    let lang = use_lang();
    let has_ended = error == ApiError::Unauthenticated;
    view! {
        <div class="scroll">
            <div class="void" role="alert">
                <EmptyWire />
                <b class="nm">{t(words::companies::not_loaded)}</b>
                <span>{move || words::problems::text(&error, lang.get())} " " {t(words::companies::query_is_kept)}</span>
                <WayOn has_ended class="b sm" retry=move || {
                    retry();
                    focus_soon("#main");
                } />
            </div>
        </div>
    }
}

/// Try again, or sign in where the session has ended.
#[component]
fn WayOn(has_ended: bool, class: &'static str, retry: impl Fn() + Send + 'static) -> impl IntoView {
    let sign_in = use_sign_in_href();
    if has_ended {
        return view! { <a class=class href=sign_in() rel="external">{t(words::access::sign_in)}</a> }.into_any();
    }
    view! { <button class=class type="button" on:click=move |_| retry()>{t(words::shell::retry)}</button> }.into_any()
}

/// Says that what is shown may be old, or not all there is.
#[component]
pub(super) fn ConnectionBanner() -> impl IntoView {
    let companies = use_companies();
    let lang = use_lang();
    let reason = move |error: &ApiError| match error {
        ApiError::Offline => words::companies::no_connection(lang.get()).to_owned(),
        other => words::problems::text(other, lang.get()),
    };
    move || {
        companies.failure.get().map(|error| {
            let has_ended = error == ApiError::Unauthenticated;
            view! {
                <div class="ban w" role="status">
                    <Icon name="offline" />
                    <span>{reason(&error)} " " {t(words::companies::list_as_loaded)}</span>
                    <WayOn has_ended class="b sm end" retry=move || {
                        companies.refresh();
                        focus_search();
                    } />
                </div>
            }
        })
    }
}

/// Rows without words while the first ones are on their way.
#[component]
pub(super) fn Skeleton() -> impl IntoView {
    let is_late = RwSignal::new(false);
    Effect::new(move || {
        set_timeout(
            move || {
                is_late.try_set(true);
            },
            PATIENCE,
        );
    });
    let row = || {
        let cells = (0..8).map(|_| view! { <td role="cell"><span class="sk"></span></td> }).collect_view();
        view! { <tr role="row" aria-hidden="true">{cells}</tr> }
    };
    move || {
        is_late.get().then(|| {
            view! {
                <div class="bar"></div>
                <div class="scroll">
                    <table class="t v" role="table" aria-busy="true" aria-label=t(words::companies::loading)>
                        <tbody role="rowgroup">{(0..12).map(|_| row()).collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    }
}
