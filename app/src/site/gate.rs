//! The layout of every page that needs no session: the brand, one narrow form, and beside it the abacus.

mod art;

use leptos::prelude::*;

use super::document_title::DocumentTitle;
use super::icons::Logo;
use super::language::LanguageSwitch;
use art::Art;

/// Brand and language at the top, then the page's form or slip, and the abacus at the side.
#[component]
pub fn Gate(
    /// The document's title.
    #[prop(into)]
    title: Signal<String>,
    /// Whose page it is, in place of the product's own name.
    #[prop(optional)]
    owner: Option<String>,
    /// Words under the abacus.
    #[prop(optional, into)]
    beside: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    view! {
        <DocumentTitle text=title />
        <div class="gate">
            <main id="main" tabindex="-1">
                <div class="row brand">
                    {match owner {
                        None => view! { <Brand /> }.into_any(),
                        Some(owner) => view! { <Owner name=owner /> }.into_any(),
                    }}
                    <div class="end"><LanguageSwitch /></div>
                </div>
                {children()}
            </main>
            {match beside {
                None => view! { <aside aria-hidden="true"><Art /></aside> }.into_any(),
                Some(beside) => view! { <aside aria-label="Kontora"><Art />{beside.run()}</aside> }.into_any(),
            }}
        </div>
    }
}

/// The product's mark and name; leads to the start page.
#[component]
pub fn Brand() -> impl IntoView {
    view! { <a class="logo flat" href="/" rel="external"><Logo /><span>"Kontora"</span></a> }
}

#[component]
fn Owner(name: String) -> impl IntoView {
    let initials = crate::ui::initials(&name);
    view! {
        <span class="mono" aria-hidden="true">{initials}</span>
        <b class="nm cut">{name}</b>
    }
}
