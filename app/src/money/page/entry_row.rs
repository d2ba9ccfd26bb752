//! One entry as a row; on a phone a card.

use leptos::prelude::*;

use super::acts::Act;
use super::books::Books;
use crate::money::Entry;
use crate::site::t;
use crate::values::Kopecks;
use crate::words::history::author;
use crate::words::money as words;

#[component]
pub fn EntryRow(
    entry: Entry,
    books: Books,
    /// Set to ask about something.
    asked: RwSignal<Option<Act>>,
) -> impl IntoView {
    let lang = books.lang;
    let number = entry.number;
    let can_reverse = books.now.with_untracked(|now| now.may.write) && entry.is_reversible();
    let is_void = entry.reversed_by.is_some();
    let entry = StoredValue::new(entry);
    let what = move || entry.with_value(|entry| words::entry_title(entry, lang.get()));
    let about = move || {
        entry.with_value(|entry| {
            let by = entry.by.as_ref().map(|by| author(by, lang.get()));
            words::entry_about(entry, by.as_deref(), &books.moment(entry.occurred_at), lang.get())
        })
    };
    let amount = move || entry.with_value(|entry| words::signed(entry.amount, lang.get()));
    let balance = move || entry.with_value(|entry| entry.balance_after.shown(lang.get()).to_string());
    let class = entry.with_value(|entry| if entry.amount.is_negative() { "m pos" } else { "m" });
    let reverse_label = move || words::reverse_number(number, lang.get());
    view! {
        <tr role="row" class:void=is_void>
            <td role="cell" class="mx sub hide-s">{number.to_string()}</td>
            <td role="cell" class="m2 sub">{move || books.moment(entry.with_value(|entry| entry.recorded_at))}</td>
            <td role="cell" class="m0"><span class="nm">{what}</span><br /><span class="s dim">{about}</span></td>
            <td role="cell" class="n m1"><span class=class>{amount}</span></td>
            <td role="cell" class="n m3 sub">{balance}</td>
            <td role="cell" class="n mw">
                {can_reverse
                    .then(|| {
                        view! {
                            <button
                                class="b sm g"
                                type="button"
                                aria-haspopup="dialog"
                                aria-label=reverse_label
                                on:click=move |_| asked.set(Some(Act::Reverse(number)))
                            >
                                {t(crate::words::acts::reverse)}
                            </button>
                        }
                    })}
            </td>
        </tr>
    }
}

/// What stood when the reader's sight of the ledger begins.
#[component]
pub fn OpeningRow(at: i64, balance: Kopecks, books: Books) -> impl IntoView {
    view! {
        <tr role="row">
            <td role="cell" class="mx sub hide-s"></td>
            <td role="cell" class="m2 sub">{move || books.moment(at)}</td>
            <td role="cell" class="m0"><span class="nm">{t(crate::words::reports::opening)}</span></td>
            <td role="cell" class="n m1"></td>
            <td role="cell" class="n m3 sub">{move || balance.shown(books.lang.get()).to_string()}</td>
            <td role="cell" class="n mw"></td>
        </tr>
    }
}
