//! `/companies/ID/history`: every save of one company, the newest first, and the way back to earlier values.

mod change_line;
mod outcome;
mod refused;
mod save_item;
mod sieve;
mod timeline;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_params_map, use_query_map};

use self::save_item::SaveItem;
use self::sieve::Sieve;
use self::timeline::Timeline;
use super::{History, door};
use crate::companies::door::time_zones;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address};
use crate::ui::{EmptyWire, FormAlert, ShowMore};
use crate::values::{CompanyId, Zones};
use crate::words::history as words;

/// What the address narrows the timeline by.
const FILTER: [&str; 4] = ["field", "person", "from", "until"];

#[component]
pub fn HistoryPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| CompanyId::parse(params.get_str("id")?).ok()));
    let asked = use_query_map().with_untracked(|map| {
        FILTER.into_iter().filter_map(|name| Some((name.to_owned(), map.get(name)?))).collect::<Fields>()
    });
    let filter = asked.clone();
    let loaded = Resource::new_blocking(
        move || id.get(),
        move |id| {
            let filter = filter.clone();
            async move { door::company_history(id.ok_or(ApiError::Missing)?, filter, None).await }
        },
    );
    let zones = Resource::new_blocking(|| (), |()| time_zones());
    view! {
        <Suspense fallback=Loading>
            {move || {
                let asked = asked.clone();
                Suspend::new(async move {
                    match (loaded.await, zones.await) {
                        (Ok(history), Ok(zones)) => view! { <Told history zones asked /> }.into_any(),
                        (Err(error), _) | (_, Err(error)) => view! { <FramedProblem error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

#[component]
fn Told(history: History, zones: Zones, asked: Fields) -> impl IntoView {
    let lang = use_lang();
    let (id, zone) = (history.company_id, history.zone.clone());
    let timeline = Timeline::new(history, zones, asked);
    let name = move || timeline.history.with(|history| history.company_name.clone());
    let crumb = move || {
        let list = use_list_address();
        view! {
            <A href=move || list.get()>{t(words::companies)}</A>
            <Icon name="right" />
            <A href=format!("/companies/{id}")>{name}</A>
            <Icon name="right" />
        }
    };
    view! {
        <Head title=Signal::derive(move || words::history_of(&name(), lang.get())) crumb />
        <main class="main" id="main" tabindex="-1">
            <Sieve timeline />
            <div class="scroll" tabindex="0" role="region" aria-label=t(words::changes)>
                <FormAlert error=timeline.reading.whole() />
                <p class="s dim past-zone">{move || words::times_in(&zone, lang.get())}</p>
                <ol class="past">
                    <For each=move || timeline.saves() key=timeline::key let(save)>
                        <SaveItem save timeline />
                    </For>
                </ol>
                <Nothing timeline />
                <More timeline />
            </div>
        </main>
    }
}

#[component]
fn Nothing(timeline: Timeline) -> impl IntoView {
    let is_empty = Memo::new(move |_| timeline.history.with(|history| history.saves.is_empty()));
    view! {
        <Show when=move || is_empty.get()>
            <div class="void">
                <EmptyWire />
                <Show
                    when=move || timeline.is_narrowed()
                    fallback=|| view! { <b class="nm">{t(words::none)}</b><span>{t(words::none_hint)}</span> }
                >
                    <b class="nm">{t(words::none_found)}</b>
                    <button class="b sm" type="button" on:click=move |_| timeline.narrow(Fields::new())>
                        {t(words::show_all)}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

#[component]
fn More(timeline: Timeline) -> impl IntoView {
    let is_more = Memo::new(move |_| timeline.history.with(|history| history.next.is_some()));
    view! { <ShowMore is_more is_busy=timeline.reading.is_busy on_more=move |()| timeline.more() /> }
}

#[component]
fn Loading() -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::history(lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1" aria-busy="true"></main>
    }
}
