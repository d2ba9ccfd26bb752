//! The small form that adds an administrator at once, whatever becomes of the company's own changes.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::departure::use_departure;
use super::editor::{Editor, use_editor};
use super::newcomer::NAME;
use crate::companies::CompaniesContext;
use crate::error::ApiError;
use crate::people::door;
use crate::site::{Icon, t};
use crate::ui::{EmailField, FormAlert, TextField};
use crate::values::FullName;
use crate::words;

/// `give_up` is told when the form is closed for good.
#[component]
pub fn NewUser(give_up: Callback<()>) -> impl IntoView {
    let editor = use_editor();
    let newcomer = editor.newcomer();
    let companies = use_departure().companies;
    // Ctrl+Enter too: around this form it would save the company, without the person.
    let on_key = move |event: KeyboardEvent| {
        if browser::is_enter_in_input(&event) || browser::is_save_key(&event) {
            event.prevent_default();
            event.stop_propagation();
            register(editor, companies);
        }
    };
    let status = move || match newcomer.invited.get() {
        Some(to) => words::dialog::letter_sent(&to, editor.lang.get()),
        None => words::dialog::invitation_hint(editor.lang.get()).to_owned(),
    };
    view! {
        <div class="mini" role="group" aria-label=t(words::dialog::register_user) on:keydown=on_key>
            <FormAlert error=newcomer.failure />
            <div class="two">
                <TextField
                    name=NAME
                    label=words::dialog::full_name
                    value=newcomer.full_name
                    problems=newcomer.problems
                    check=|text| FullName::parse(text).map(drop)
                />
                <EmailField value=newcomer.email problems=newcomer.problems autocomplete="off" />
            </div>
            {move || newcomer.is_left_out().then(|| view! { <LeftOut /> })}
            <div class="row">
                <button
                    class="b sm p"
                    type="button"
                    aria-busy=move || newcomer.is_busy.get().then_some("true")
                    on:click=move |_| register(editor, companies)
                >
                    {t(words::shell::save)}
                </button>
                <button class="b sm g" type="button" on:click=move |_| give_up.run(())>{t(words::dialog::hide_form)}</button>
                <span class="hint" role="status">{status}</span>
            </div>
        </div>
    }
}

/// Why the company was not saved.
#[component]
fn LeftOut() -> impl IntoView {
    view! {
        <div class="err" role="alert">
            <Icon name="alert" />
            <span>{t(words::dialog::newcomer_left_out)}</span>
        </div>
    }
}

/// Sends the person, and shows them among the employees, here and in the list behind.
fn register(editor: Editor, companies: CompaniesContext) {
    let newcomer = editor.newcomer();
    if newcomer.is_busy.get_untracked() {
        return;
    }
    newcomer.failure.set(None);
    newcomer.invited.set(None);
    let text = untrack(|| newcomer.text());
    let problems = text.check();
    if !problems.is_empty() {
        return newcomer.refuse(problems);
    }
    let company = editor.form.with_untracked(|form| form.id);
    newcomer.is_busy.set(true);
    spawn_local(async move {
        let answer = door::register_user(company, text.on_wire()).await;
        if newcomer.is_busy.is_disposed() {
            return companies.refresh(); // The dialog is closed, but the account may have been made.
        }
        if answer.is_err() {
            newcomer.is_busy.set(false);
        }
        match answer {
            Ok(person) => {
                browser::rest(newcomer.is_busy);
                editor.welcome(person);
                newcomer.registered(&text);
                companies.refresh();
                if browser::has_focus(".mini") {
                    browser::focus(NAME);
                }
            }
            Err(ApiError::Unauthenticated) => browser::sign_in_again(),
            Err(ApiError::Invalid(invalid) | ApiError::Taken(invalid)) => newcomer.refuse(invalid),
            Err(error) => newcomer.failure.set(Some(error)),
        }
    });
}
