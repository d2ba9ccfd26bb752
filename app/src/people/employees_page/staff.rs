//! The page once its data is here: search, the form for a new user, the table.

use leptos::prelude::*;

use super::BackToCompanies;
use super::found::Found;
use super::new_user::NewUser;
use super::staff_table::StaffTable;
use crate::people::{Employee, Employees, PersonChange, lacks_administrator, provide_person_changes};
use crate::site::{Head, Icon, t, use_lang, use_me};
use crate::ui::browser::focus_search;
use crate::ui::{FindField, SortMenu, use_asked};
use crate::values::CompanyId;
use crate::words::people as words;

#[component]
pub fn Staff(employees: Employees) -> impl IntoView {
    let Employees { company_id, company_name, people, zone_offset_minutes, .. } = employees;
    let (lang, (query, sort)) = (use_lang(), use_asked());
    let people = RwSignal::new(people);
    let found = Memo::new(move |_| people.with(|people| query.with(|query| Found::new(people, query, sort.get()))));
    let count = move || words::count(found.with(|found| found.people.len()), people.read().len(), lang.get());
    let choose = Callback::new(move |order| sort.set(order));
    let is_registering = RwSignal::new(false);
    let add = move |person: Employee| {
        people.update(|people| {
            people.retain(|known| known.id != person.id);
            people.push(person);
        });
    };
    provide_person_changes(Callback::new(move |change| people.update(|people| apply(people, change))));
    view! {
        <Head
            title=Signal::derive(move || words::employees_of(&company_name, lang.get()))
            crumb=BackToCompanies
        />
        <main class="main" id="main" tabindex="-1">
            <div class="bar top">
                <FindField label=words::search query count=Signal::derive(count) />
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
                <SortMenu label=words::column sort choose />
            </div>
            <NoAdministrators company_id people />
            <NewUser company=company_id is_open=is_registering on_registered=add />
            <div class="scroll" tabindex="0" role="region" aria-label=t(words::employees)>
                <StaffTable found sort choose offset=zone_offset_minutes />
                <Nobody found query />
            </div>
        </main>
    }
}

fn apply(people: &mut Vec<Employee>, change: PersonChange) {
    match change {
        PersonChange::Now(person) => {
            if let Some(known) = people.iter_mut().find(|known| known.id == person.id) {
                *known = person;
            }
        }
        PersonChange::Gone(id) => people.retain(|known| known.id != id),
    }
}

/// Said to those above the company: those in it are administrators themselves.
#[component]
fn NoAdministrators(company_id: CompanyId, people: RwSignal<Vec<Employee>>) -> impl IntoView {
    let is_own = use_me().with_untracked(|me| me.company_id == company_id);
    let is_lacking = Memo::new(move |_| !is_own && people.with(|people| lacks_administrator(people)));
    view! {
        <Show when=move || is_lacking.get()>
            <p class="note x"><Icon name="alert" /><span>{t(words::no_active_administrators)}</span></p>
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
fn Nobody(found: Memo<Found>, query: RwSignal<String>) -> impl IntoView {
    let lang = use_lang();
    let is_empty = Memo::new(move |_| found.with(|found| found.people.is_empty()));
    view! {
        <Show when=move || is_empty.get()>
            <div class="void">
                <crate::ui::EmptyWire />
                <b class="nm">{move || words::nothing_found(query.read().trim(), lang.get())}</b>
                <span>{t(words::search_hint)}</span>
                <button class="b sm" type="button" on:click=move |_| ask(query, String::new())>
                    {t(words::show_all)}
                </button>
            </div>
        </Show>
    }
}
