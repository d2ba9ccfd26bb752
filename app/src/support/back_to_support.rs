//! The way back from the operator's pages, above their heading.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::site::{Icon, t};
use crate::words::support as words;

#[component]
pub fn BackToSupport() -> impl IntoView {
    view! { <A href="/support">{t(words::support)}</A><Icon name="right" /> }
}
