//! Every beginning and end of a suspension, with its proof.

use leptos::prelude::*;

use super::books::Books;
use crate::money::SuspensionEvent;
use crate::site::t;
use crate::words::history::author;
use crate::words::money as words;

#[component]
pub fn Past(books: Books) -> impl IntoView {
    let is_any = Memo::new(move |_| books.now.with(|now| !now.events.is_empty()));
    let events =
        move || books.now.with(|now| now.events.clone()).into_iter().map(|event| line(books, event)).collect_view();
    view! {
        <Show when=move || is_any.get()>
            <section class="money-part" aria-labelledby="past-t">
                <h2 id="past-t">{t(words::suspensions)}</h2>
                <ol class="past">{events}</ol>
            </section>
        </Show>
    }
}

fn line(books: Books, event: SuspensionEvent) -> impl IntoView {
    let lang = books.lang.get();
    let proof = words::proof(&event, lang);
    let by = event.by.as_ref().map(|by| author(by, lang));
    view! {
        <li>
            <div class="row past-head">
                <b class="nm">{words::turn(event.begins, event.cause, lang)}</b>
                <span class="s dim">{books.moment(event.at)}</span>
                {by.map(|by| view! { <span class="s dim">{by}</span> })}
            </div>
            <p class="sub">{proof}</p>
        </li>
    }
}
