//! Under BIC and bank: which directory speaks, what only a person can choose, and the way back.

use leptos::prelude::*;

use super::bank_rows::BankFinder;
use super::difference::Difference;
use super::editor::use_editor;
use crate::requisites::{Bank, BankRecord};
use crate::site::t;
use crate::values::Lang;
use crate::words;

#[component]
pub fn BankNote(finder: StoredValue<BankFinder>) -> impl IntoView {
    let finder = finder.get_value();
    let editor = use_editor();
    let filling = finder.filling;
    let lang = editor.lang;
    let source = Signal::derive(move || editor.bank().with(|record| source(record, lang.get())));
    let title = Signal::derive(move || words::requisites::found_by_bic(lang.get()).to_owned());
    let status = move || {
        let filled = filling.fields();
        (!filled.is_empty()).then(|| words::requisites::filled(&filled, lang.get()))
    };
    // Nothing to say takes no room.
    let is_silent = move || source.with(String::is_empty) && !filling.can_undo();
    let begin = move || source.with(|source| if source.is_empty() { String::new() } else { format!("{source}. ") });
    view! {
        <div class="hint" hidden=is_silent>
            {begin} <span role="status">{status}</span>
            <Show when=move || filling.can_undo()>
                " "
                <button class="lnk" type="button" on:click=move |_| filling.undo()>{t(words::requisites::undo)}</button>
            </Show>
            {move || finder.chosen.get().map(|bank| view! { <Picks finder bank /> })}
        </div>
        <Difference filling=StoredValue::new(filling) title source id="bic-offer" />
    }
}

/// Who speaks of the bank.
fn source(record: &BankRecord, lang: Lang) -> String {
    match (&record.bank, &record.business_day, &record.elsewhere) {
        (Some(_), Some(day), _) => words::requisites::bank_directory(day, lang),
        (None, _, Some(_)) => words::requisites::dadata(lang).to_owned(),
        _ => String::new(),
    }
}

/// Several correspondent accounts, of which a person chooses; nothing where there is no choice.
#[component]
fn Picks(finder: BankFinder, bank: Bank) -> impl IntoView {
    let accounts: Vec<String> = bank.correspondent_accounts().map(str::to_owned).collect();
    let button = move |account: String| {
        let picked = account.clone();
        view! { " " <button class="lnk" type="button" on:click=move |_| finder.pick(picked.clone())>{account}</button> }
    };
    (accounts.len() > 1).then(|| {
        view! { " " {t(words::requisites::pick_account)} {accounts.into_iter().map(button).collect_view()} }
    })
}
