//! Why a row was found: marks in what is shown, and the name of a field that is not.

use std::borrow::Cow;

use search::{Column as Searched, Marks, snippet};

use super::{Cell, Look};
use crate::companies::list::{Column, Row};
use crate::values::{Lang, Phone};
use crate::words;

/// The marks of the shown columns, and what names the rest that matched.
#[derive(Default)]
pub(super) struct Why {
    pub(super) shown: Vec<Marks>,
    pub(super) note: Cell,
}

/// The searchable columns that have no place in the table.
const HIDDEN: [Column; 10] = [
    Column::Account,
    Column::Bic,
    Column::Bank,
    Column::CorrespondentAccount,
    Column::Kpp,
    Column::Ogrn,
    Column::Phone,
    Column::Email,
    Column::LegalAddress,
    Column::PostalAddress,
];

pub(super) fn explain(row: Row<'_>, look: Look<'_>, shown: &[Searched<'_>]) -> Why {
    if look.query.is_empty() {
        return Why::default();
    }
    let phone = shown_phone(row.text(Column::Phone));
    let other_status = words::companies::status(row.numbers().status(), other(look.lang));
    let mut hidden: Vec<Searched<'_>> = HIDDEN.iter().map(|column| read(row, *column, &phone)).collect();
    hidden.push(Searched::Text(other_status));
    hidden.push(Searched::Text(&row.zone().name));
    let explanation = look.query.explain(shown, &hidden);
    let mut note = Cell::default();
    for found in &explanation.elsewhere {
        let text = hidden[found.column].text();
        let cut = snippet(text, &found.marks);
        if note.is_empty() {
            note.markup(r#"<span class="why">"#);
        } else {
            note.text("; ");
        }
        note.text(label(found.column, look.lang)).text(": ").marked(&cut.text, &cut.marks);
    }
    if !note.is_empty() {
        note.markup("</span>");
    }
    Why { shown: explanation.shown, note }
}

fn read<'a>(row: Row<'a>, column: Column, phone: &'a str) -> Searched<'a> {
    match column {
        Column::Phone => Searched::Phone(phone),
        Column::Name | Column::Email | Column::Bank | Column::LegalAddress | Column::PostalAddress => {
            Searched::Text(row.text(column))
        }
        _ => Searched::Code(row.text(column)),
    }
}

fn shown_phone(stored: &str) -> Cow<'_, str> {
    Phone::parse(stored).map_or(Cow::Borrowed(stored), |phone| Cow::Owned(phone.shown()))
}

fn label(hidden: usize, lang: Lang) -> &'static str {
    match HIDDEN.get(hidden) {
        Some(column) => words::companies::hidden_field(*column, lang),
        None if hidden == HIDDEN.len() => words::companies::status_label(lang),
        None => words::companies::zone_label(lang),
    }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Ru => Lang::En,
        Lang::En => Lang::Ru,
    }
}
