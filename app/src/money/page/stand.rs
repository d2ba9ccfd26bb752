//! The line across the page: why the company is suspended, that nobody has confirmed it yet, or that it soon will be
//! told of its balance.

use leptos::prelude::*;

use super::books::Books;
use crate::money::{Cause, Suspended};
use crate::site::Icon;
use crate::words::history::author;
use crate::words::money as words;

#[component]
pub fn Stand(books: Books) -> impl IntoView {
    move || {
        let suspended = books.now.with(|now| now.suspended);
        match suspended {
            Some(suspended) => view! {
                <div class="ban" role="status">
                    <Icon name="alert" />
                    <span><b>{suspension(books, suspended)}</b> " " {what_to_do(books, suspended)}</span>
                </div>
            }
            .into_any(),
            None if !books.now.with(|now| now.account.is_confirmed) => view! {
                <div class="ban w" role="status">
                    <Icon name="clock" />
                    <span>{words::unconfirmed(books.lang.get())}</span>
                </div>
            }
            .into_any(),
            None => low(books).into_any(),
        }
    }
}

/// Since when, by what, and the proof.
fn suspension(books: Books, suspended: Suspended) -> String {
    let lang = books.lang.get();
    let since = books.moment(suspended.since);
    let zone = books.now.with(|now| now.zone.clone());
    let proof = books.now.with(|now| {
        let event = now.events.iter().find(|event| event.begins && event.cause == suspended.cause)?;
        Some(words::proof(event, lang))
    });
    let because = words::suspended_because(suspended.cause, &since, &zone, &proof.unwrap_or_default(), lang);
    match books.now.with(|now| now.limit_set.clone()) {
        Some((by, at)) => format!("{because} {}", words::limit_set(&books.moment(at), &author(&by, lang), lang)),
        None => because,
    }
}

fn what_to_do(books: Books, suspended: Suspended) -> String {
    let lang = books.lang.get();
    let needed = books.now.with(|now| now.account.sum_to_resume(now.at));
    let still = words::what_still_works(lang);
    match needed.filter(|_| suspended.cause == Cause::Credit) {
        Some(sum) => format!("{} {still}", words::pay_to_resume(sum, lang)),
        None => still.to_owned(),
    }
}

fn low(books: Books) -> Option<impl IntoView> {
    let reached = books.now.with(|now| {
        let limit = now.account.effective_limit(now.at);
        let fired = now.account.watches.iter().filter(|watch| watch.has_fired);
        fired.map(|watch| watch.level.balance(limit)).min()
    })?;
    Some(view! {
        <div class="ban w" role="status">
            <Icon name="alert" />
            <span>{words::below_threshold(reached, books.lang.get())}</span>
        </div>
    })
}
