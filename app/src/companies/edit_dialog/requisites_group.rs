//! What invoices need: taxpayer numbers and the bank account.

use leptos::prelude::*;

use super::bank_note::BankNote;
use super::bank_rows::{BankFinder, BankRow};
use super::departure::use_departure;
use super::editor::use_editor;
use super::fill_by_inn::InnRow;
use super::paste::Paste;
use super::text_row::TextRow;
use super::twins::{ACCOUNT, ORGANIZATION, Twin};
use crate::companies::Field;
use crate::requisites::promise;
use crate::site::{Icon, t};
use crate::words;

#[component]
pub fn RequisitesGroup() -> impl IntoView {
    let editor = use_editor();
    let departure = use_departure();
    let finder = StoredValue::new(BankFinder::new(editor));
    let is_pasting = RwSignal::new(false);
    let to_check = move || {
        let count = editor.notice_count();
        (count > 0)
            .then(|| view! { " " <span class="s warn">{words::requisites::warnings(count, editor.lang.get())}</span> })
    };
    let card = editor.form.with_untracked(|form| format!("/companies/{}/requisites", form.id));
    view! {
        <div class="grp">
            <div class="row">
                <h3>{t(words::dialog::requisites)} {to_check}</h3>
                <button
                    class="b sm end"
                    type="button"
                    id="paste-toggle"
                    aria-expanded=move || is_pasting.get().to_string()
                    on:click=move |_| is_pasting.update(|is| *is = !*is)
                >
                    <Icon name="copy" />
                    {t(words::requisites::paste)}
                </button>
            </div>
            {move || is_pasting.get().then(|| view! { <Paste finder /> })}
            <InnRow />
            <div class="two">
                <TextRow field=Field::Kpp />
                <TextRow field=Field::CorrespondentAccount keys="numeric" />
            </div>
            <Twin pair=ORGANIZATION departure />
            <div class="two">
                <BankRow field=Field::Bic finder keys="numeric" />
                <BankRow field=Field::Bank finder />
            </div>
            <BankNote finder />
            <TextRow field=Field::Account keys="numeric" />
            <Twin pair=ACCOUNT departure />
            <a class="s" href=card target="_blank">{t(words::requisites::card)}</a>
            <Promises />
        </div>
    }
}

/// What the checks can find and what they cannot.
#[component]
fn Promises() -> impl IntoView {
    let editor = use_editor();
    let line = move |field: Field| {
        let text = move || promise(field.wire(), editor.lang.get());
        view! { <li><b>{move || words::dialog::label(field, editor.lang.get())}</b> ": " {text}</li> }
    };
    view! {
        <details class="s sub">
            <summary>{t(words::requisites::promises)}</summary>
            <ul>{[Field::Inn, Field::Kpp, Field::Bic, Field::Account].map(line).collect_view()}</ul>
        </details>
    }
}
