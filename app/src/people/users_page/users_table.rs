//! The table of users; on a phone its rows are cards.

use leptos::prelude::*;
use search::{Column, Query};

use super::account_pill::{AccountPill, Time};
use super::found::Found;
use super::roster::Roster;
use super::user_key::UserKey;
use crate::people::{Employee, PersonActions};
use crate::site::{t, use_lang};
use crate::ui::browser::now;
use crate::ui::{Sort, SortHead, date_and_time, initials, marked};
use crate::values::Lang;
use crate::words::people as words;
use crate::words::person_actions;

#[component]
pub fn UsersTable(
    roster: RwSignal<Roster>,
    found: Memo<Found>,
    /// So many rows at most.
    room: RwSignal<usize>,
    columns: &'static [UserKey],
    label: fn(Lang) -> &'static str,
    sort: RwSignal<Option<Sort<UserKey>>>,
    choose: Callback<Option<Sort<UserKey>>>,
    /// Of the zone that times are told in, minutes east of UTC.
    offset: i16,
) -> impl IntoView {
    let time = Time { now: now(), offset };
    let cols = columns.iter().map(|key| view! { <col class=column_class(*key) /> }).collect_view();
    let heads = columns.iter().map(|key| {
        let class = if matches!(key, UserKey::MaxDialogs) { "n hide-m" } else { hidden(*key) };
        view! { <SortHead key=*key label=words::column sort choose class /> }
    });
    let heads = heads.collect_view();
    let rows = move || {
        found.with(|found| {
            let roster = roster.read();
            let people = found.rows.iter().take(room.get()).filter_map(|row| roster.person(*row)).cloned();
            people.map(|person| view! { <Row person columns query=found.query.clone() time /> }).collect_view()
        })
    };
    view! {
        <table class="t e" role="table" aria-label=t(label)>
            <colgroup>{cols}<col class="c-more hide-s" /></colgroup>
            <thead role="rowgroup">
                <tr role="row">
                    {heads}
                    <th role="columnheader" scope="col" class="hide-s"><span class="vh">{t(person_actions::actions)}</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

fn column_class(key: UserKey) -> &'static str {
    match key {
        UserKey::Id => "c-uid hide-s",
        UserKey::Name | UserKey::Email => "",
        UserKey::Company => "hide-s",
        UserKey::Roles => "c-role",
        UserKey::Status => "c-st2",
        UserKey::TwoFactor => "c-2fa hide-m",
        UserKey::LastSignIn => "c-when hide-m",
        UserKey::MaxDialogs => "c-max hide-m",
    }
}

/// Where a column makes room for the others.
fn hidden(key: UserKey) -> &'static str {
    match key {
        UserKey::Id | UserKey::Company => "hide-s",
        UserKey::TwoFactor | UserKey::LastSignIn | UserKey::MaxDialogs => "hide-m",
        _ => "",
    }
}

#[component]
fn Row(person: Employee, columns: &'static [UserKey], query: Query, time: Time) -> impl IntoView {
    let cells = columns.iter().map(|key| cell(*key, &person, &query, time)).collect_view();
    view! { <tr role="row">{cells}<td role="cell" class="mx n hide-s"><PersonActions person /></td></tr> }
}

fn cell(key: UserKey, person: &Employee, query: &Query, time: Time) -> AnyView {
    let lang = use_lang();
    match key {
        UserKey::Id => {
            let id = person.id.to_string();
            view! { <td role="cell" class="mx dim hide-s">{marked(Column::Code(&id), query)}</td> }.into_any()
        }
        UserKey::Name => name_cell(person, query),
        UserKey::Email => {
            let email = person.email.clone();
            view! { <td role="cell" class="m2 sub" title=email.clone()>{marked(Column::Text(&email), query)}</td> }
                .into_any()
        }
        UserKey::Company => {
            let name = person.office.name.clone();
            view! { <td role="cell" class="mx sub hide-s" title=name.clone()>{name.clone()}</td> }.into_any()
        }
        UserKey::Roles => {
            let roles = person.roles.clone();
            let text = Signal::derive(move || words::role_list(&roles, lang.get()));
            view! { <td role="cell" class="m1 sub" title=text>{text}</td> }.into_any()
        }
        UserKey::Status => {
            let (state, refused) = (person.state, person.letter_error.clone());
            let refused =
                refused.map(|reason| view! { <span class="s dim block" title=reason.clone()>{reason.clone()}</span> });
            view! { <td role="cell" class="m3"><AccountPill state time />{refused}</td> }.into_any()
        }
        UserKey::TwoFactor => {
            let is_on = person.has_second_factor;
            view! { <td role="cell" class="mx sub hide-m">{move || words::on_or_off(is_on, lang.get())}</td> }
                .into_any()
        }
        UserKey::LastSignIn => {
            let at = person.last_sign_in_at;
            let text = move || last_sign_in(at, time.offset, lang.get());
            view! { <td role="cell" class="mx sub hide-m">{text}</td> }.into_any()
        }
        UserKey::MaxDialogs => {
            let class = if person.max_dialogs_own.is_some() { "n mx hide-m" } else { "n mx dim hide-m" };
            let is_default = person.max_dialogs_own.is_none();
            let title = move || is_default.then(|| words::company_default(lang.get()));
            view! { <td role="cell" class=class title=title>{person.max_dialogs}</td> }.into_any()
        }
    }
}

/// On a phone the whole card is this link.
fn name_cell(person: &Employee, query: &Query) -> AnyView {
    let name = person.full_name.clone();
    view! {
        <td role="cell" class="m0" title=name.clone()>
            <span class="row">
                <span class="mono q sm" aria-hidden="true">{initials(&name)}</span>
                <a class="nm cut" href=format!("/users/{}", person.id)>{marked(Column::Text(&name), query)}</a>
            </span>
        </td>
    }
    .into_any()
}

pub fn last_sign_in(at: Option<i64>, offset: i16, lang: Lang) -> String {
    match at {
        Some(at) => date_and_time(at, offset, lang),
        None => words::never(lang).to_owned(),
    }
}
