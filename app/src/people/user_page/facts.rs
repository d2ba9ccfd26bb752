//! What is told of a user and is not changed here.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::people::users_page::{AccountPill, Time, employees_href, last_sign_in};
use crate::people::{Employee, UserForm};
use crate::site::{Icon, t, use_lang};
use crate::ui::browser::now;
use crate::words::people as words;

#[component]
pub fn Facts(user: RwSignal<UserForm>) -> impl IntoView {
    let lang = use_lang();
    let time = Time { now: now(), offset: user.with_untracked(|user| user.zone_offset_minutes) };
    let Employee { id, office, .. } = user.with_untracked(|user| user.person.clone());
    let of = move |read: fn(&Employee) -> String| move || user.with(|user| read(&user.person));
    let last = move || user.with(|user| last_sign_in(user.person.last_sign_in_at, time.offset, lang.get()));
    let two_factor = move || user.with(|user| words::on_or_off(user.person.has_second_factor, lang.get()));
    view! {
        <dl class="facts">
            <div><dt>{t(words::id)}</dt><dd>{id.to_string()}</dd></div>
            <div><dt>{t(words::email)}</dt><dd>{of(|person| person.email.clone())}</dd></div>
            <div>
                <dt>{t(words::company)}</dt>
                <dd><A href=employees_href(office.id)>{office.name}</A></dd>
            </div>
            <div>
                <dt>{t(words::status)}</dt>
                <dd>{move || { let state = user.with(|user| user.person.state); view! { <AccountPill state time /> } }}</dd>
            </div>
            <div><dt>{t(words::two_factor)}</dt><dd>{two_factor}</dd></div>
            <div><dt>{t(words::last_sign_in)}</dt><dd>{last}</dd></div>
        </dl>
        <p class="row"><A href=format!("/support/audit?user={id}") attr:class="b"><Icon name="clock" />{t(words::history)}</A></p>
    }
}
