use leptos::prelude::*;

use crate::site::Icon;

/// Why something was not done, said aloud.
#[component]
pub fn Refused(text: impl Fn() -> Option<String> + Send + 'static) -> impl IntoView {
    move || {
        text().map(|text| {
            view! { <div class="note x" role="alert"><Icon name="alert" /><span>{text}</span></div> }
        })
    }
}
