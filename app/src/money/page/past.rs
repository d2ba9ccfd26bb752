//! Every beginning and end of a suspension, with its proof, and when one was put off.

use leptos::prelude::*;

use super::books::Books;
use crate::history::Author;
use crate::money::{Postponement, SuspensionEvent};
use crate::site::t;
use crate::words::history::author;
use crate::words::money as words;

/// Something that has happened, as it is told.
struct Told {
    at: i64,
    what: String,
    by: Option<Author>,
    why: String,
}

#[component]
pub fn Past(books: Books) -> impl IntoView {
    let is_any = Memo::new(move |_| books.now.with(|now| !now.events.is_empty() || !now.postponements.is_empty()));
    let told = move || told(books).into_iter().map(|told| line(books, told)).collect_view();
    view! {
        <Show when=move || is_any.get()>
            <section class="money-part" aria-labelledby="past-t">
                <h2 id="past-t">{t(words::suspensions)}</h2>
                <ol class="past">{told}</ol>
            </section>
        </Show>
    }
}

/// The newest first.
fn told(books: Books) -> Vec<Told> {
    let lang = books.lang.get();
    let suspension = |event: SuspensionEvent| Told {
        at: event.at,
        what: words::turn(event.begins, event.cause, lang),
        why: words::proof(&event, lang),
        by: event.by,
    };
    let postponement =
        |Postponement { at, until, by, reason }| Told { at, what: words::postponement(until, lang), by, why: reason };
    let (events, postponements) = books.now.with(|now| (now.events.clone(), now.postponements.clone()));
    let mut told: Vec<Told> =
        events.into_iter().map(suspension).chain(postponements.into_iter().map(postponement)).collect();
    told.sort_by_key(|told| std::cmp::Reverse(told.at));
    told
}

fn line(books: Books, Told { at, what, by, why }: Told) -> impl IntoView {
    let by = by.map(|by| author(&by, books.lang.get()));
    view! {
        <li>
            <div class="row past-head">
                <b class="nm">{what}</b>
                <span class="s dim">{books.moment(at)}</span>
                {by.map(|by| view! { <span class="s dim">{by}</span> })}
            </div>
            <p class="sub">{why}</p>
        </li>
    }
}
