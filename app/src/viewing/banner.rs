//! The banner over every page while somebody looks through another's eyes: whose, how long still, and the way out.

use std::time::Duration;

use leptos::prelude::*;

use super::Viewing;
use crate::site::{Icon, t, use_lang};
use crate::words::viewing as words;

#[component]
pub fn ViewingBanner(viewing: Viewing) -> impl IntoView {
    let lang = use_lang();
    let Viewing { full_name, company, minutes_left, .. } = viewing;
    let left = RwSignal::new(minutes_left);
    Effect::new(move |_| count_down(left));
    view! {
        <aside class="ban w look" aria-label=t(words::viewing)>
            <Icon name="eye" />
            <span role="status">
                {move || words::you_look(&full_name, &company, lang.get())}" "
                <span aria-live="off">{move || words::minutes_left(left.get(), lang.get())}</span>
            </span>
            // Everything on the page is somebody else's: the way out loads the next one whole.
            <form method="post" action="/view-as/end"><button class="b sm">{t(words::leave)}</button></form>
        </aside>
    }
}

/// By the minute; when none is left the page is loaded anew, as oneself.
fn count_down(left: RwSignal<u32>) {
    let next = move || {
        let Some(now) = left.try_update(|left| {
            *left = left.saturating_sub(1);
            *left
        }) else {
            return;
        };
        if now == 0 {
            crate::ui::browser::go_to("/");
        } else {
            count_down(left);
        }
    };
    set_timeout(next, Duration::from_secs(60));
}
