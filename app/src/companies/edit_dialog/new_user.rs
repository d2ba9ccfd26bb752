//! The small form that adds an administrator at once, whatever becomes of the company's own changes.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::editor::use_editor;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::people::{Employee, door};
use crate::site::t;
use crate::ui::{EmailField, FormAlert, TextField};
use crate::values::{Email, FullName, Invalid};
use crate::words;

const NAME: &str = "full_name";
const EMAIL: &str = "email";

#[component]
pub fn NewUser(close: Callback<()>) -> impl IntoView {
    let editor = use_editor();
    let (full_name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problems = RwSignal::new(Invalid::default());
    let failure = RwSignal::new(None::<ApiError>);
    let is_busy = RwSignal::new(false);
    let letter_to = RwSignal::new(None::<String>);
    Effect::new(move |_| browser::focus_soon("#full_name"));

    let registered = move |person: Employee| {
        letter_to.set(Some(person.email.clone()));
        editor.form.update(|form| form.administrators.push(person));
        full_name.set(String::new());
        email.set(String::new());
        problems.set(Invalid::default());
        browser::focus("full_name");
    };
    let save = move || {
        if is_busy.get_untracked() {
            return;
        }
        let found = check(&full_name.read_untracked(), &email.read_untracked());
        failure.set(None);
        letter_to.set(None);
        if !found.is_empty() {
            problems.set(found);
            return browser::focus_soon(".mini [aria-invalid=true]");
        }
        let company = editor.form.with_untracked(|form| form.id);
        let fields =
            Fields::from([(NAME.to_owned(), full_name.get_untracked()), (EMAIL.to_owned(), email.get_untracked())]);
        is_busy.set(true);
        spawn_local(async move {
            let answer = door::register_user(company, fields).await;
            if is_busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(person) => registered(person),
                Err(ApiError::Unauthenticated) => browser::sign_in_again(),
                Err(ApiError::Invalid(invalid) | ApiError::Taken(invalid)) => {
                    problems.set(invalid);
                    browser::focus_soon(".mini [aria-invalid=true]");
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let on_key = move |event: KeyboardEvent| {
        if browser::is_enter_in_input(&event) {
            event.prevent_default();
            save();
        }
    };
    let status = move || letter_to.get().map(|to| words::dialog::letter_sent(&to, editor.lang.get()));
    view! {
        <div class="mini" role="group" aria-label=t(words::dialog::register_user) on:keydown=on_key>
            <FormAlert error=failure />
            <div class="two">
                <TextField name=NAME label=words::dialog::full_name value=full_name problems check=|text| FullName::parse(text).map(drop) />
                <EmailField value=email problems autocomplete="off" />
            </div>
            <div class="row">
                <button class="b sm p" type="button" aria-busy=move || is_busy.get().then_some("true") on:click=move |_| save()>
                    {t(words::shell::save)}
                </button>
                <button class="b sm g" type="button" on:click=move |_| close.run(())>{t(words::shell::cancel)}</button>
                <span class="hint" role="status">{move || status().unwrap_or_else(|| words::dialog::invitation_hint(editor.lang.get()).to_owned())}</span>
            </div>
        </div>
    }
}

fn check(full_name: &str, email: &str) -> Invalid {
    let mut invalid = Invalid::default();
    invalid.check(NAME, FullName::parse(full_name));
    invalid.check(EMAIL, Email::parse(email));
    invalid
}
