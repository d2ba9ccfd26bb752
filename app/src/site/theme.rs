//! Light, dark, or as the system says: kept in a cookie that the server reads, so that no page flashes.

use leptos::prelude::*;

use super::language::t;
use super::page::Theme;
use crate::words;

/// Three radios. `name` differs between the copies on one page.
#[component]
pub fn ThemeSwitch(name: &'static str) -> impl IntoView {
    let chosen = RwSignal::new(current());
    let option = move |theme: Option<Theme>, icon: &'static str, word: fn(crate::values::Lang) -> &'static str| {
        view! {
            <label title=t(word)>
                <input
                    class="vh"
                    type="radio"
                    name=name
                    value=theme.map_or("auto", Theme::as_str)
                    aria-label=t(word)
                    prop:checked=move || chosen.get() == theme
                    on:change=move |_| {
                        chosen.set(theme);
                        keep(theme);
                    }
                />
                <super::icons::Icon name=icon />
            </label>
        }
    };
    view! {
        <fieldset class="seg" aria-label=t(words::shell::theme)>
            {option(None, "auto", words::shell::theme_auto)}
            {option(Some(Theme::Light), "sun", words::shell::theme_light)}
            {option(Some(Theme::Dark), "moon", words::shell::theme_dark)}
        </fieldset>
    }
}

#[cfg(feature = "ssr")]
fn current() -> Option<Theme> {
    super::page::Page::of_request().theme
}

#[cfg(not(feature = "ssr"))]
fn current() -> Option<Theme> {
    document().document_element()?.get_attribute("data-theme").as_deref().and_then(Theme::parse)
}

#[cfg(feature = "hydrate")]
fn keep(theme: Option<Theme>) {
    use wasm_bindgen::JsCast as _;

    let Some(html) = document().document_element() else { return };
    let (value, age) = match theme {
        Some(theme) => {
            let _ = html.set_attribute("data-theme", theme.as_str());
            (theme.as_str(), 31_536_000)
        }
        None => {
            let _ = html.remove_attribute("data-theme");
            ("", 0)
        }
    };
    if let Ok(document) = document().dyn_into::<web_sys::HtmlDocument>() {
        let _ = document.set_cookie(&format!("theme={value}; Path=/; Max-Age={age}; SameSite=Lax"));
    }
}

#[cfg(not(feature = "hydrate"))]
fn keep(_: Option<Theme>) {}
