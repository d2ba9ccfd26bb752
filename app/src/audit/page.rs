//! `/support/audit`: what happened around people and companies, the newest first, to be narrowed and downloaded.

mod log;
mod log_row;
mod sieve;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use self::log::Log;
use self::log_row::LogRow;
use self::sieve::Sieve;
use super::{AuditLog, door};
use crate::fields::Fields;
use crate::site::{FramedProblem, Head, Icon, t, use_lang};
use crate::ui::{EmptyWire, FormAlert, ShowMore};
use crate::words::audit as words;
use crate::words::support;

/// What the address narrows the log by.
const FILTER: [&str; 6] = ["kind", "person", "company", "user", "from", "until"];

#[component]
pub fn AuditPage() -> impl IntoView {
    let asked = use_query_map().with_untracked(|map| {
        FILTER.into_iter().filter_map(|name| Some((name.to_owned(), map.get(name)?))).collect::<Fields>()
    });
    let filter = asked.clone();
    let loaded = Resource::new_blocking(|| (), move |()| door::audit_events(filter.clone(), None));
    view! {
        <Suspense>
            {move || {
                let asked = asked.clone();
                Suspend::new(async move {
                    match loaded.await {
                        Ok(log) => view! { <Told log asked /> }.into_any(),
                        Err(error) => view! { <FramedProblem error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

#[component]
fn Told(log: AuditLog, asked: Fields) -> impl IntoView {
    let lang = use_lang();
    let zone = log.zone.clone();
    let log = Log::new(log, asked);
    let is_empty = Memo::new(move |_| log.shown.with(|shown| shown.events.is_empty()));
    let when = move || words::when_in(&zone, lang.get());
    view! {
        <Head title=Signal::derive(move || words::audit(lang.get()).to_owned()) crumb=BackToSupport />
        <main class="main" id="main" tabindex="-1">
            <Sieve log />
            <div class="scroll" tabindex="0" role="region" aria-label=t(words::audit)>
                <FormAlert error=log.reading.whole() />
                <table class="t tall" role="table" aria-label=t(words::audit) hidden=move || is_empty.get()>
                    <colgroup><col class="c-when" /><col class="c-role" /><col /><col class="hide-s" /><col class="c-st2 hide-s" /></colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{when}</th>
                            <th role="columnheader" scope="col">{t(words::kind_column)}</th>
                            <th role="columnheader" scope="col">{t(words::who)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::company)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::address)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || log.shown.get().events key=|event| event.id.clone() let(event)>
                            <LogRow event />
                        </For>
                    </tbody>
                </table>
                <Show when=move || is_empty.get()>
                    <div class="void"><EmptyWire /><b class="nm">{t(words::none)}</b></div>
                </Show>
                <More log />
            </div>
        </main>
    }
}

#[component]
fn More(log: Log) -> impl IntoView {
    let is_more = Memo::new(move |_| log.shown.with(|shown| shown.next.is_some()));
    view! { <ShowMore is_more is_busy=log.reading.is_busy on_more=move |()| log.more() /> }
}

/// The way back, above the heading.
#[component]
fn BackToSupport() -> impl IntoView {
    view! { <A href="/support">{t(support::support)}</A><Icon name="right" /> }
}
