//! Another company of the same name is allowed, but seldom meant: it is said under the name.

use leptos::prelude::*;
use search::{Query, fold};

use super::editor::Editor;
use crate::companies::{Book, CompaniesContext, Field};
use crate::values::{CompanyId, CompanyName};
use crate::words;

/// The hint; empty while the server renders and until the whole list is in the browser.
pub fn namesake_hint(editor: Editor, companies: CompaniesContext) -> Signal<String> {
    let company = editor.form.with_untracked(|form| form.id);
    // The list may be at hand while the page wakes up, when everything must still be as the server drew it.
    let is_awake = Memo::new(move |_| editor.now.with(Option::is_some));
    let found = Memo::new(move |_| {
        let typed = editor.text(Field::Name);
        companies.with_book(|book| namesake(book, company, &typed)).flatten().filter(|_| is_awake.get())
    });
    Signal::derive(move || found.get().map(|id| words::dialog::namesake(id, editor.lang.get())).unwrap_or_default())
}

/// The first company, by ID, that is another one and has this name, as the search compares names.
fn namesake(book: &Book, company: CompanyId, typed: &str) -> Option<CompanyId> {
    let name = CompanyName::parse(typed).ok()?;
    let folded = fold(name.as_str());
    // The index leaves few rows to fold: those that hold every word of the name somewhere.
    let rows = book.view(&Query::parse(name.as_str()), None).into_iter().map(|row| book.list().row(row as usize));
    rows.filter(|row| row.id() != company && fold(row.name()) == folded).map(|row| row.id()).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companies::testing::{company_id, fixture};

    #[test]
    fn the_same_name_is_found_however_it_is_written() {
        let book = Book::new(fixture(), company_id(420));
        let found = |typed: &str| namesake(&book, company_id(7), typed).map(CompanyId::value);
        for typed in ["АО «Ёлка и партнёры»", "  ао  \"елка и ПАРТНЕРЫ\" "] {
            assert_eq!(found(typed), Some(142), "{typed}");
        }
        for typed in ["", "«»", "АО «Ёлка»", "АО", "info@newways.test", "New ways company"] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }
}
