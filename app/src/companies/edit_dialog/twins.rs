//! Another company of the list with the same INN and KPP, or the same account: allowed, but seldom meant.

use leptos::prelude::*;
use search::Query;

use super::departure::{Departure, Way};
use super::editor::{Editor, use_editor};
use crate::companies::list::Column;
use crate::companies::{Book, Field};
use crate::requisites::normalise;
use crate::values::CompanyId;
use crate::words;

/// Fields that make a company the same as another one together.
type Pair = [(Field, Column); 2];

pub const ORGANIZATION: Pair = [(Field::Inn, Column::Inn), (Field::Kpp, Column::Kpp)];
pub const ACCOUNT: Pair = [(Field::Account, Column::Account), (Field::Bic, Column::Bic)];

/// The notice with the way to the other company; nothing until the whole list is in the browser.
#[component]
pub fn Twin(pair: Pair, departure: Departure) -> impl IntoView {
    let editor = use_editor();
    let company = editor.form.with_untracked(|form| form.id);
    // The list may be at hand while the page wakes up, when everything must still be as the server drew it.
    let is_awake = Memo::new(move |_| editor.now.with(Option::is_some));
    let found = Memo::new(move |_| {
        let values = pair.map(|(field, column)| (column, normalised(editor, field)));
        departure.companies.with_book(|book| twin(book, company, &values)).flatten().filter(|_| is_awake.get())
    });
    move || {
        found.get().map(|id| {
            view! {
                <div class="hint warn" role="status">
                    <a href=move || departure.companies.company_href(id) on:click=departure.by_link(Way::Record(id))>
                        {move || words::requisites::twin(id, editor.lang.get())}
                    </a>
                </div>
            }
        })
    }
}

fn normalised(editor: Editor, field: Field) -> String {
    normalise(field.wire(), &editor.text(field)).unwrap_or_default()
}

/// The first other company, by ID, that has both values. Without the first of them there is none; the second may be
/// empty in both, as the KPP of sole proprietors is.
fn twin(book: &Book, company: CompanyId, values: &[(Column, String); 2]) -> Option<CompanyId> {
    let [(_, number), _] = values;
    if number.is_empty() {
        return None;
    }
    // The index leaves few rows to look at: those that hold the number somewhere.
    let rows = book.view(&Query::parse(number), None).into_iter().map(|row| book.list().row(row as usize));
    let is_same =
        |row: &crate::companies::list::Row<'_>| values.iter().all(|(column, value)| row.text(*column) == value);
    rows.filter(|row| row.id() != company && is_same(row)).map(|row| row.id()).min()
}
