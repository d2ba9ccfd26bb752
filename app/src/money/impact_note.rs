//! What an edit would bring about, told while it is typed.

use leptos::prelude::*;

use super::Impact;
use crate::site::{Icon, use_lang};
use crate::words::impact as words;

#[component]
pub fn ImpactNote(
    /// Nothing while it cannot be told.
    #[prop(into)]
    impact: Signal<Option<Impact>>,
) -> impl IntoView {
    let lang = use_lang();
    let told = move || impact.get().map(|impact| words::told(&impact, lang.get()));
    let class = move || match impact.get() {
        Some(impact) if !impact.access_after.is_allowed() => "note x impact",
        Some(impact) if !impact.is_quiet() => "note w impact",
        _ => "note impact",
    };
    view! {
        <div role="status">
            {move || {
                told().map(|lines| {
                    view! {
                        <div class=class tabindex="-1">
                            <Icon name="alert" />
                            <span>{lines.into_iter().map(|line| view! { <span class="said">{line}</span> }).collect_view()}</span>
                        </div>
                    }
                })
            }}
        </div>
    }
}
