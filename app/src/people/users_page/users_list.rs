//! The page once its data is here: search, the form for a new user, the table.

use leptos::prelude::*;

use super::BackToCompanies;
use super::factor_demand::DemandSwitch;
use super::found::Found;
use super::names::{EMPLOYEES, Names, USERS};
use super::new_user::NewUser;
use super::roster::Roster;
use super::served::{NotAll, Served};
use super::user_key::UserKey;
use super::users_table::UsersTable;
use crate::people::{Employee, Employees, Office, PersonChange, lacks_administrator, provide_person_changes};
use crate::site::{Head, Icon, t, use_lang, use_me};
use crate::ui::browser::focus_search;
use crate::ui::{FindField, SortMenu, use_asked};
use crate::words::people as words;

/// So many rows are drawn at first, and so many more at each wish: of ten thousand people nobody reads on, one searches.
const PART: usize = 100;

#[component]
pub fn UsersList(employees: Employees) -> impl IntoView {
    let Employees { company, demand, people, is_whole, total, zone_offset_minutes, .. } = employees;
    let (lang, (query, sort)) = (use_lang(), use_asked());
    let names = if company.is_some() { EMPLOYEES } else { USERS };
    let columns = UserKey::shown(company.is_some());
    let roster = RwSignal::new(Roster::new(people));
    let order = Memo::new(move |_| roster.with(|roster| roster.arranged(sort.get())));
    let found =
        Memo::new(move |_| order.with(|order| query.with(|query| roster.with(|roster| roster.find(query, order)))));
    let (served, total) = (Served::new(), usize::try_from(total).unwrap_or(usize::MAX));
    if !is_whole {
        served.follow(query, roster);
    }
    let all = move || if is_whole { roster.read().len() } else { total };
    let room = rows_drawn(query, move || sort.track());
    let count = move || (names.count)(found.with(|found| found.rows.len()), all(), lang.get());
    let choose = Callback::new(move |order| sort.set(order));
    let is_registering = RwSignal::new(false);
    let add = move |person: Employee| roster.update(|roster| roster.add(person));
    provide_person_changes(Callback::new(move |change| {
        roster.update(|roster| match change {
            PersonChange::Now(person) => roster.add(person),
            PersonChange::Gone(id) => roster.remove(id),
        });
    }));
    let narrowed = StoredValue::new(company);
    let title = move || match narrowed.get_value() {
        Some(company) => words::employees_of(&company.name, lang.get()),
        None => words::users(lang.get()).to_owned(),
    };
    view! {
        {if narrowed.with_value(Option::is_some) {
            view! { <Head title=Signal::derive(title) crumb=BackToCompanies /> }.into_any()
        } else {
            view! { <Head title=Signal::derive(title) /> }.into_any()
        }}
        <main class="main" id="main" tabindex="-1">
            <div class="bar top">
                <FindField label=names.search query count=Signal::derive(count) />
                <Perhaps found query />
                <button
                    class="b p end fold"
                    type="button"
                    aria-label=t(words::register_user)
                    title=t(words::register_user)
                    aria-expanded=move || is_registering.get().to_string()
                    on:click=move |_| is_registering.update(|is_open| *is_open = !*is_open)
                >
                    <Icon name="plus" />
                    <span>{t(words::register_user)}</span>
                </button>
                <SortMenu label=words::column keys=columns sort choose />
            </div>
            {(!is_whole).then(|| view! { <NotAll served total /> })}
            <NoAdministrators narrowed roster />
            {narrowed.get_value().zip(demand).map(|(office, demand)| view! { <DemandSwitch company=office.id demand /> })}
            <NewUser narrowed is_open=is_registering on_registered=add />
            <div class="scroll" tabindex="0" role="region" aria-label=t(names.people)>
                <UsersTable roster found room columns label=names.people sort choose offset=zone_offset_minutes />
                <More found room />
                <Nobody names found query is_asking=served.is_asking />
            </div>
        </main>
    }
}

/// Said of one company to those above it: those in it are administrators themselves.
#[component]
fn NoAdministrators(narrowed: StoredValue<Option<Office>>, roster: RwSignal<Roster>) -> impl IntoView {
    let own = use_me().with_untracked(|me| me.company_id);
    let is_anothers = narrowed.with_value(|office| office.as_ref().is_some_and(|office| office.id != own));
    let is_lacking = Memo::new(move |_| is_anothers && lacks_administrator(roster.read().people()));
    view! {
        <Show when=move || is_lacking.get()>
            <p class="note x"><Icon name="alert" /><span>{t(words::no_active_administrators)}</span></p>
        </Show>
    }
}

/// How many rows are drawn: the first part again for every other question.
fn rows_drawn(query: RwSignal<String>, order: impl Fn() + Send + Sync + 'static) -> RwSignal<usize> {
    let room = RwSignal::new(PART);
    Effect::new(move |_| {
        query.track();
        order();
        room.set(PART);
    });
    room
}

/// The rest of a long list, part by part.
#[component]
fn More(found: Memo<Found>, room: RwSignal<usize>) -> impl IntoView {
    let lang = use_lang();
    let total = Memo::new(move |_| found.with(|found| found.rows.len()));
    let is_cut = Memo::new(move |_| total.get() > room.get());
    view! {
        <Show when=move || is_cut.get()>
            <p class="past-more row">
                <span class="sub">{move || words::first_of(room.get(), total.get(), lang.get())}</span>
                <button class="b" type="button" on:click=move |_| room.update(|room| *room += PART)>
                    {t(crate::words::history::show_more)}
                </button>
            </p>
        </Show>
    }
}

/// The query as the other keyboard layout would have written it, where only that finds anybody. Spoken, since it comes
/// by itself.
#[component]
fn Perhaps(found: Memo<Found>, query: RwSignal<String>) -> impl IntoView {
    let offer = move || {
        let suggestion = found.with(|found| found.suggestion.clone());
        suggestion.map(|search::Suggestion { text, count }| {
            let meant = text.clone();
            let take = move |_| ask(query, meant.clone());
            view! {
                <p>
                    {t(words::perhaps)}
                    " "
                    <button class="lnk" type="button" on:click=take>{text}</button>
                    {format!(" ({count})")}
                </p>
            }
        })
    };
    view! { <div class="sugg s" role="status">{offer}</div> }
}

/// For buttons that are gone once they are pressed.
fn ask(query: RwSignal<String>, text: String) {
    query.set(text);
    focus_search();
}

#[component]
fn Nobody(
    names: Names,
    found: Memo<Found>,
    query: RwSignal<String>,
    /// The server has yet to say whether anybody is found.
    is_asking: RwSignal<bool>,
) -> impl IntoView {
    let lang = use_lang();
    let is_empty = Memo::new(move |_| found.with(|found| found.rows.is_empty()) && !is_asking.get());
    view! {
        <Show when=move || is_empty.get()>
            <div class="void">
                <crate::ui::EmptyWire />
                <b class="nm">{move || words::nothing_found(query.read().trim(), lang.get())}</b>
                <span>{t(words::search_hint)}</span>
                <button class="b sm" type="button" on:click=move |_| ask(query, String::new())>
                    {t(names.show_all)}
                </button>
            </div>
        </Show>
    }
}
