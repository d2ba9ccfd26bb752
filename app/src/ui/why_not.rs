//! Why something cannot be done here, for whoever asks.

use leptos::prelude::*;

use crate::site::t;
use crate::values::Lang;
use crate::words::shell as words;

/// Stands next to what is disabled, and names the rule.
#[component]
pub fn WhyNot(rule: fn(Lang) -> &'static str) -> impl IntoView {
    view! {
        <details class="hint">
            <summary>{t(words::why_not)}</summary>
            {t(rule)}
        </details>
    }
}
