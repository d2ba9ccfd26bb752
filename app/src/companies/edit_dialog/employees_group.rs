//! Everybody with administrator rights, and the way to add one.

use leptos::prelude::*;

use super::browser;
use super::departure::{Way, use_departure};
use super::editor::use_editor;
use super::moment::{foreign_offset, moment};
use super::new_user::NewUser;
use crate::people::{AccountState, Employee, employees_href, lacks_administrator};
use crate::site::{Icon, t};
use crate::ui::initials;
use crate::values::Lang;
use crate::words;

const TOGGLE: &str = "new-user";

#[component]
pub fn EmployeesGroup() -> impl IntoView {
    let editor = use_editor();
    let newcomer = editor.newcomer();
    let id = editor.form.with_untracked(|form| form.id);
    let people = Memo::new(move |_| editor.form.with(|form| form.administrators.clone()));
    let is_lacking =
        Memo::new(move |_| editor.form.with(|form| !form.is_own && lacks_administrator(&form.administrators)));
    // The form takes its own button away: the focus goes to the one that brings it back.
    let give_up = Callback::new(move |()| {
        browser::focus(TOGGLE);
        newcomer.give_up();
    });
    // Anew each time: the lines are few, and a newer record may tell anything of a person anew.
    let lines = move || people.get().into_iter().map(|person| view! { <PersonLine person /> }).collect_view();
    view! {
        <div class="grp">
            <div class="row">
                <h3>
                    <a href=employees_href(id) on:click=use_departure().by_link(Way::Employees(id))>{t(words::dialog::employees)}</a>
                    " "
                    <span class="dim">{move || people.with(Vec::len)}</span>
                </h3>
                <button
                    class="b sm end"
                    type="button"
                    id=TOGGLE
                    aria-expanded=move || newcomer.is_open.get().to_string()
                    on:click=move |_| newcomer.toggle()
                >
                    <Icon name="plus" />
                    {t(words::dialog::register_user)}
                </button>
            </div>
            {move || newcomer.is_open.get().then(|| view! { <NewUser give_up /> })}
            {move || is_lacking.get().then(|| view! {
                <p class="s bad">{t(words::people::no_active_administrators)}</p>
            })}
            <ul class="ppl">{lines}</ul>
            {move || foreign_offset(editor).filter(|_| !people.read().is_empty()).map(|offset| {
                view! { <p class="hint">{words::money::times_in(&offset, editor.lang.get())}</p> }
            })}
        </div>
    }
}

#[component]
fn PersonLine(person: Employee) -> impl IntoView {
    let editor = use_editor();
    let letters = initials(&person.full_name);
    let (name, email) = (person.full_name.clone(), person.email.clone());
    let standing = Memo::new(move |_| standing(&person, editor.zone_offset(), editor.now.get(), editor.lang.get()));
    view! {
        <li>
            <span class="mono q sm" aria-hidden="true">{letters}</span>
            <b class="nm cut" title=name.clone()>{name.clone()}</b>
            <span class="s dim cut only-l" title=email.clone()>{email.clone()}</span>
            <span class=move || standing.with(|(class, _)| *class)>{move || standing.with(|(_, text)| text.clone())}</span>
        </li>
    }
}

/// The end of a person's line: when they were here, or why not yet.
fn standing(person: &Employee, offset: i16, now: Option<i64>, lang: Lang) -> (&'static str, String) {
    use words::dialog as w;
    match person.state {
        AccountState::Active => match person.last_sign_in_at {
            Some(at) => ("s dim end", moment(at, offset, now, lang)),
            None => ("s dim end", w::never_signed_in(lang).to_owned()),
        },
        AccountState::Invited { link_until } if now.is_some_and(|now| now > link_until) => {
            ("s bad end", w::link_expired(lang).to_owned())
        }
        AccountState::Invited { link_until } => {
            ("s warn end", w::invited(&moment(link_until, offset, now, lang), lang))
        }
        AccountState::Undelivered => ("s bad end", w::undelivered(lang).to_owned()),
        AccountState::Blocked => ("s dim end", w::blocked(lang).to_owned()),
    }
}
