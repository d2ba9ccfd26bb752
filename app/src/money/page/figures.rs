//! The figures that say how the company stands.

use leptos::prelude::*;

use super::books::Books;
use crate::money::{Account, Level, Slot};
use crate::site::t;
use crate::values::{Kopecks, Lang};
use crate::words::money as words;

#[component]
pub fn Figures(books: Books) -> impl IntoView {
    let class = move || {
        books.now.with(|now| match now.suspended {
            Some(_) => "fig off",
            None if now.account.watches.iter().any(|watch| watch.has_fired) => "fig low",
            None => "fig",
        })
    };
    let account = move |read: fn(&Account, i64) -> Option<Kopecks>| {
        books.now.with(|now| read(&now.account, now.at)).map(|amount| books.amount(amount))
    };
    let threshold = move || account(main_threshold).unwrap_or_else(|| words::no_threshold(books.lang.get()).to_owned());
    let further = move || {
        let lang = books.lang.get();
        let levels = books.now.with(|now| now.account.watches.clone()).into_iter();
        let levels = levels.filter(|watch| watch.slot != Slot::MAIN).map(|watch| match watch.level {
            Level::Amount(amount) => amount.shown(lang).in_roubles(),
            share @ Level::Share(_) => share.editable(lang),
        });
        let levels = levels.collect::<Vec<_>>().join(", ");
        (!levels.is_empty()).then(|| view! { <span class="s dim">{levels}</span> })
    };
    let temporary = move || {
        books.now.with(|now| now.account.temporary.filter(|temporary| now.at < temporary.until)).map(|temporary| {
            view! {
                <div>
                    <dt>{t(words::temporary_limit)}</dt>
                    <dd>
                        {books.amount(temporary.amount)}
                        <span class="s dim">{words::until(&books.moment(temporary.until), books.lang.get())}</span>
                    </dd>
                </div>
            }
        })
    };
    let postponed = move || {
        books.now.with(|now| now.account.postponed_until.filter(|until| now.at < *until)).map(|until| {
            view! { <div><dt>{t(words::postponed)}</dt><dd>{words::until(&books.moment(until), books.lang.get())}</dd></div> }
        })
    };
    let pool = move || {
        books.now.with(|now| now.pool.map(|pool| (pool, now.pool_used))).map(|(pool, used)| {
            let lang = books.lang.get();
            view! {
                <div>
                    <dt>{t(words::pool)}</dt>
                    <dd class:bad=pool.is_over()>
                        {words::pool_granted(pool.allocated, pool.cap, lang)}
                        <span class="s dim">{words::pool_state(pool.free(), used, lang)}</span>
                    </dd>
                </div>
            }
        })
    };
    view! {
        <dl class=class>
            <div>
                <dt>{t(words::balance)}</dt>
                <dd class="xl">{move || large(books.now.with(|now| now.account.balance), books.lang.get())}</dd>
            </div>
            <div>
                <dt>{t(words::available)}</dt>
                <dd class="xl tone">{move || large(books.now.with(|now| now.account.available(now.at)), books.lang.get())}</dd>
            </div>
            <div>
                <dt>{t(words::credit_limit)}</dt>
                <dd>{move || account(|account, _| Some(account.limit))}</dd>
            </div>
            {temporary}
            {postponed}
            <div><dt>{t(words::threshold)}</dt><dd>{threshold} {further}</dd></div>
            <div>
                <dt>{t(words::burn)}</dt>
                <dd>{move || words::a_day(books.now.with(|now| now.burn.a_day()), books.lang.get())}</dd>
            </div>
            <div>
                <dt>{t(words::runway)}</dt>
                <dd>{move || words::days(books.now.with(|now| now.runway.to_suspension), books.lang.get())}</dd>
            </div>
            {pool}
        </dl>
    }
}

fn main_threshold(account: &Account, now: i64) -> Option<Kopecks> {
    let main = account.watches.iter().find(|watch| watch.slot == Slot::MAIN)?;
    Some(main.level.balance(account.effective_limit(now)))
}

/// With its kopecks set smaller.
fn large(amount: Kopecks, lang: Lang) -> impl IntoView {
    let shown = amount.shown(lang);
    view! { {shown.whole().to_owned()} <i>{shown.fraction().to_owned()} "\u{a0}₽"</i> }
}
