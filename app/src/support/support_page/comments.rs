//! What the requester's company has added to its request, the oldest first.

use leptos::prelude::*;

use crate::affiliates::{Comment, Request};
use crate::site::{t, use_lang};
use crate::ui::date_and_time;
use crate::words::support as words;

#[component]
pub fn Comments(request: Memo<Request>) -> impl IntoView {
    let comments = Memo::new(move |_| request.with(|request| request.comments.clone()));
    let lines = move || comments.get().into_iter().map(|comment| view! { <Line comment /> }).collect_view();
    view! {
        <Show when=move || comments.with(|all| !all.is_empty())>
            <ul class="s said" aria-label=t(words::comments)>{lines}</ul>
        </Show>
    }
}

#[component]
fn Line(comment: Comment) -> impl IntoView {
    let lang = use_lang();
    let Comment { by, text, at, offset_minutes } = comment;
    view! {
        <li>
            <span class="dim">{by} ", " {move || date_and_time(at, offset_minutes, lang.get())}</span>
            <span class="remark">{text}</span>
        </li>
    }
}
