//! The table of employees; on a phone its rows are cards.

use leptos::prelude::*;
use search::{Column, Query};

use super::account_pill::AccountPill;
use super::found::Found;
use super::staff_order::StaffKey;
use crate::people::{Employee, PersonActions};
use crate::site::{t, use_lang};
use crate::ui::browser::now;
use crate::ui::{Sort, SortColumn as _, SortHead, date_and_time, initials, marked};
use crate::words::people as words;

/// The state of the reader's clock, and the zone that times are told in.
#[derive(Clone, Copy)]
pub struct Time {
    /// Unix milliseconds by the browser's clock; unknown until the page is awake.
    pub now: RwSignal<Option<i64>>,
    /// Minutes east of UTC.
    pub offset: i16,
}

#[component]
pub fn StaffTable(
    found: Memo<Found>,
    sort: RwSignal<Option<Sort<StaffKey>>>,
    choose: Callback<Option<Sort<StaffKey>>>,
    /// Of the zone that times are told in, minutes east of UTC.
    offset: i16,
) -> impl IntoView {
    let time = Time { now: now(), offset };
    let heads = StaffKey::ALL.iter().map(|key| {
        let class = if matches!(key, StaffKey::Id | StaffKey::LastSignIn) { "hide-s" } else { "" };
        view! { <SortHead key=*key label=words::column sort choose class /> }
    });
    let heads = heads.collect_view();
    view! {
        <table class="t e" role="table" aria-label=t(words::employees)>
            <colgroup>
                <col class="c-uid hide-s" /><col /><col /><col class="c-role" /><col class="c-st2" /><col class="c-when hide-s" /><col class="c-acts" />
            </colgroup>
            <thead role="rowgroup">
                <tr role="row">
                    {heads}
                    <th role="columnheader" scope="col"><span class="vh">{t(crate::words::person_actions::actions)}</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {move || {
                    let Found { people, query, .. } = found.get();
                    people.into_iter().map(|person| view! { <Row person query=query.clone() time /> }).collect_view()
                }}
            </tbody>
        </table>
    }
}

#[component]
fn Row(person: Employee, query: Query, time: Time) -> impl IntoView {
    let lang = use_lang();
    let id = person.id.to_string();
    let about = person.clone();
    let Employee { full_name, email, roles, state, last_sign_in_at, letter_error, .. } = person;
    let last_sign_in = move || match last_sign_in_at {
        Some(at) => date_and_time(at, time.offset, lang.get()),
        None => words::never(lang.get()).to_owned(),
    };
    let roles = move || words::role_list(&roles, lang.get());
    view! {
        <tr role="row">
            <td role="cell" class="mx dim hide-s">{marked(Column::Code(&id), &query)}</td>
            <td role="cell" class="m0" title=full_name.clone()>
                <span class="row">
                    <span class="mono q sm" aria-hidden="true">{initials(&full_name)}</span>
                    <span class="nm cut">{marked(Column::Text(&full_name), &query)}</span>
                </span>
            </td>
            <td role="cell" class="m2 sub" title=email.clone()>{marked(Column::Text(&email), &query)}</td>
            <td role="cell" class="m1 sub">{roles}</td>
            <td role="cell" class="m3">
                <AccountPill state time />
                {letter_error.map(|reason| view! { <span class="s dim block" title=reason.clone()>{reason.clone()}</span> })}
            </td>
            <td role="cell" class="mx sub hide-s">{last_sign_in}</td>
            <td role="cell" class="mw n"><PersonActions person=about /></td>
        </tr>
    }
}
