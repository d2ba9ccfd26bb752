//! Letters about the company's money that did not reach it.

use leptos::prelude::*;

use super::books::Books;
use crate::money::Undelivered;
use crate::site::t;
use crate::words::money as words;

#[component]
pub fn UndeliveredLetters(books: Books) -> impl IntoView {
    let letters = Memo::new(move |_| books.now.with(|now| now.undelivered.clone()));
    view! {
        <Show when=move || !letters.with(Vec::is_empty)>
            <section class="money-part" aria-labelledby="undelivered-t">
                <h2 id="undelivered-t">{t(words::undelivered)}</h2>
                <ol class="past">{move || letters.get().into_iter().map(|letter| line(books, letter)).collect_view()}</ol>
            </section>
        </Show>
    }
}

fn line(books: Books, letter: Undelivered) -> impl IntoView {
    let about = words::not_delivered(&letter.to, &books.moment(letter.at), books.lang.get());
    view! {
        <li>
            <b class="nm">{letter.subject}</b>
            <p class="sub">{about}</p>
        </li>
    }
}
