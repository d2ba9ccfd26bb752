//! What is loaded now.

use leptos::prelude::*;

use crate::directories::BankDirectory;
use crate::requisites::shown_day;
use crate::site::{t, use_lang};
use crate::words::support as words;

#[component]
pub fn Loaded(directory: BankDirectory) -> impl IntoView {
    let lang = use_lang();
    let BankDirectory { business_day, entries, accounts, .. } = directory;
    let day = move || match &business_day {
        Some(day) => shown_day(day, lang.get()),
        None => words::no_directory(lang.get()).to_owned(),
    };
    view! {
        <dl class="facts">
            <div><dt>{t(words::directory_of)}</dt><dd>{day}</dd></div>
            <div><dt>{t(words::entries)}</dt><dd>{entries}</dd></div>
            <div><dt>{t(words::accounts)}</dt><dd>{accounts}</dd></div>
        </dl>
    }
}
