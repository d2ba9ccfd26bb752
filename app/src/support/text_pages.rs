//! `/terms` and `/privacy`: the texts that a registrant accepts.

mod privacy;
mod terms;

use leptos::prelude::*;

use crate::site::{Brand, DocumentTitle, LanguageSwitch, t, use_lang};
use crate::values::Lang;
use crate::words::support as words;

/// The version of both texts, by year and month. A registration stores which one was accepted.
pub const TERMS_VERSION: &str = "2026-11";

/// A heading and the paragraphs under it.
type Section = (&'static str, &'static [&'static str]);

/// A text of some sections, after its title and first paragraph.
struct LegalText {
    title: &'static str,
    opening: &'static str,
    sections: &'static [Section],
}

#[component]
pub fn TermsPage() -> impl IntoView {
    view! { <TextPage text=terms::text /> }
}

#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! { <TextPage text=privacy::text /> }
}

#[component]
fn TextPage(text: fn(Lang) -> &'static LegalText) -> impl IntoView {
    let lang = use_lang();
    view! {
        <DocumentTitle text=Signal::derive(move || text(lang.get()).title.to_owned()) />
        <div class="text-page">
            <header class="text-head"><Brand /><LanguageSwitch /></header>
            <main class="prose" id="main" tabindex="-1">
                <h1>{move || text(lang.get()).title}</h1>
                <p class="s dim">{t(words::version)}" "{TERMS_VERSION}</p>
                <p>{move || text(lang.get()).opening}</p>
                {move || text(lang.get()).sections.iter().map(section).collect_view()}
            </main>
        </div>
    }
}

fn section((heading, paragraphs): &'static Section) -> impl IntoView {
    view! {
        <h2>{*heading}</h2>
        {paragraphs.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()}
    }
}
