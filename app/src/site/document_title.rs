//! The document's title: what the page is about, and the product's name.

use leptos::prelude::*;
use leptos_meta::Title;

/// `TEXT · Kontora`.
#[component]
pub fn DocumentTitle(#[prop(into)] text: Signal<String>) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let whole = written_now(&whole(&text.get_untracked()));
    #[cfg(not(feature = "ssr"))]
    let whole = move || whole(&text.get());
    view! { <Title text=whole /> }
}

fn whole(text: &str) -> String {
    format!("{text} · Kontora")
}

/// On the server the title is put into the finished page later and as it is: perhaps by another thread, on which
/// signals belong to other requests, and without being made safe for HTML.
#[cfg(feature = "ssr")]
fn written_now(title: &str) -> String {
    title.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::written_now;

    #[test]
    fn a_title_cannot_be_ended_from_within() {
        assert_eq!(written_now("Сын & </title><img src=x>"), "Сын &amp; &lt;/title>&lt;img src=x>");
    }
}
