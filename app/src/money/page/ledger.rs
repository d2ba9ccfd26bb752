//! The ledger: the newest entries first, to be narrowed and taken along.

use leptos::prelude::*;

use super::acts::Act;
use super::books::Books;
use super::entry_row::{EntryRow, OpeningRow};
use super::sieve::Sieve;
use crate::fields::Fields;
use crate::site::t;
use crate::ui::{EmptyWire, FormAlert, ShowMore};
use crate::words::money as words;

#[component]
pub fn Ledger(
    books: Books,
    /// Set to ask about an entry.
    asked: RwSignal<Option<Act>>,
) -> impl IntoView {
    // What stood before is the last line of all that there is.
    let opening =
        Memo::new(move |_| books.now.with(|now| now.opening.filter(|_| now.next.is_none() && !books.is_narrowed())));
    let is_empty = Memo::new(move |_| books.now.with(|now| now.entries.is_empty()) && opening.get().is_none());
    let is_more = Memo::new(move |_| books.now.with(|now| now.next.is_some()));
    view! {
        <section class="money-part" aria-labelledby="ledger-t">
            <div class="row">
                <h2 id="ledger-t">{t(words::ledger)}</h2>
                <span class="s dim">{move || words::times_in(&books.now.with(|now| now.zone.clone()), books.lang.get())}</span>
            </div>
            <Sieve books />
            <FormAlert error=books.reading.whole() />
            <table class="t tall" role="table" aria-label=t(words::ledger) hidden=move || is_empty.get()>
                <colgroup>
                    <col class="c-emp hide-s" /><col class="c-when" /><col /><col class="c-bal" /><col class="c-bal" /><col class="c-act" />
                </colgroup>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="hide-s">"№"</th>
                        <th role="columnheader" scope="col">{t(words::recorded)}</th>
                        <th role="columnheader" scope="col">{t(words::entry)}</th>
                        <th role="columnheader" scope="col" class="n">{t(words::amount_column)}</th>
                        <th role="columnheader" scope="col" class="n">{t(words::balance_column)}</th>
                        <th role="columnheader" scope="col"><span class="vh">{t(words::entry_actions)}</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || books.entries() key=|entry| (entry.number, entry.reversed_by) let(entry)>
                        <EntryRow entry books asked />
                    </For>
                    {move || opening.get().map(|(at, balance)| view! { <OpeningRow at balance books /> })}
                </tbody>
            </table>
            <Show when=move || is_empty.get()>
                <div class="void">
                    <EmptyWire />
                    <Show
                        when=move || books.is_narrowed()
                        fallback=|| view! { <b class="nm">{t(words::no_entries)}</b> }
                    >
                        <b class="nm">{t(words::none_found)}</b>
                        <button class="b sm" type="button" on:click=move |_| books.narrow(Fields::new())>
                            {t(words::show_all)}
                        </button>
                    </Show>
                </div>
            </Show>
            <ShowMore is_more is_busy=books.reading.is_busy on_more=move |()| books.more() />
        </section>
    }
}
