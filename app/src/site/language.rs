//! The language of the page: one signal that every word follows.

use leptos::prelude::*;

use super::page::Page;
use crate::values::Lang;

#[derive(Clone, Copy)]
struct Language(RwSignal<Lang>);

/// Provides the page's language: the server's choice, which the browser reads off the document.
pub fn provide_language() {
    provide_context(Language(RwSignal::new(initial())));
}

/// The language as a signal.
pub fn use_lang() -> RwSignal<Lang> {
    expect_context::<Language>().0
}

/// A word that follows the language: `{t(words::shell::companies)}`.
pub fn t(
    word: impl Fn(Lang) -> &'static str + Copy + Send + 'static,
) -> impl Fn() -> &'static str + Copy + Send + 'static {
    let lang = use_lang();
    move || word(lang.get())
}

#[cfg(feature = "ssr")]
fn initial() -> Lang {
    Page::of_request().lang
}

#[cfg(not(feature = "ssr"))]
fn initial() -> Lang {
    let _ = Page::of_request;
    let declared = document().document_element().and_then(|html| html.get_attribute("lang"));
    declared.as_deref().and_then(Lang::parse).unwrap_or_default()
}

/// Two buttons that work before WASM too: they post to `/language`, which sets the cookie and comes back.
/// Woken up, they switch in place, so that nothing typed is lost.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let lang = use_lang();
    let button = move |of: Lang, short: &'static str, name: &'static str| {
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            choose(lang, of);
        };
        view! {
            <form method="post" action="/language" on:submit=submit>
                <button name="lang" value=of.as_str() lang=of.as_str() aria-label=name aria-pressed=is_pressed(lang, of)>{short}</button>
            </form>
        }
    };
    group(button)
}

/// The same inside a form, where no other form can stand: for dialogs, which make all of the page outside unreachable.
#[component]
pub fn InnerLanguageSwitch() -> impl IntoView {
    let lang = use_lang();
    let button = move |of: Lang, short: &'static str, name: &'static str| {
        view! {
            <button type="button" lang=of.as_str() aria-label=name aria-pressed=is_pressed(lang, of) on:click=move |_| choose(lang, of)>
                {short}
            </button>
        }
    };
    group(button)
}

/// Takes what makes a button of a language, its short name and its full one.
fn group<V: IntoView>(button: impl Fn(Lang, &'static str, &'static str) -> V) -> impl IntoView {
    view! {
        <div class="lang" role="group" aria-label="Язык / Language">
            {button(Lang::Ru, "Рус", "Русский")}
            {button(Lang::En, "Eng", "English")}
        </div>
    }
}

fn is_pressed(lang: RwSignal<Lang>, of: Lang) -> impl Fn() -> String + Copy + Send + 'static {
    move || (lang.get() == of).to_string()
}

fn choose(lang: RwSignal<Lang>, chosen: Lang) {
    speak(lang, chosen);
    keep(chosen);
}

/// Changes every word on the page and what the document says of its language.
pub fn speak(lang: RwSignal<Lang>, chosen: Lang) {
    lang.set(chosen);
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", chosen.as_str());
    }
}

/// Tells the server: the cookie, and the profile where somebody is signed in.
#[cfg(feature = "hydrate")]
fn keep(lang: Lang) {
    leptos::task::spawn_local(async move {
        let _ = crate::people::door::choose_language(lang).await;
    });
}

#[cfg(not(feature = "hydrate"))]
fn keep(_: Lang) {}
