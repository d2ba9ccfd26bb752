//! The button below a list of which only a part is shown.

use leptos::prelude::*;

use crate::site::t;
use crate::words::history::show_more;

#[component]
pub fn ShowMore(
    #[prop(into)] is_more: Signal<bool>,
    #[prop(into)] is_busy: Signal<bool>,
    #[prop(into)] on_more: Callback<()>,
) -> impl IntoView {
    view! {
        <Show when=move || is_more.get()>
            <p class="past-more">
                <button
                    class="b"
                    type="button"
                    aria-busy=move || is_busy.get().then_some("true")
                    on:click=move |_| on_more.run(())
                >
                    {t(show_more)}
                </button>
            </p>
        </Show>
    }
}
