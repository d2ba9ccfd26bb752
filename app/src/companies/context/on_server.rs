//! What only a browser can do: on the server there is nobody to do it for.

use leptos::ev::{KeyboardEvent, MouseEvent};

use super::{CompaniesContext, Neighbours};
use crate::companies::{Book, CompanyForm, Sort};
use crate::values::CompanyId;

impl CompaniesContext {
    /// Where a company stands in the rows shown; `None` until the whole list is here. Reactive.
    pub fn neighbours(self, _: CompanyId) -> Option<Neighbours> {
        None
    }

    /// Reads the whole list, once it is here. Reactive.
    pub fn with_book<T>(self, _: impl FnOnce(&Book) -> T) -> Option<T> {
        None
    }

    /// Asks the server whether the list has changed.
    pub fn refresh(self) {}

    /// Shows a saved company in its row at once.
    pub fn saved(self, _: &CompanyForm) {}

    /// Gives the focus back to a company's row.
    pub fn focus_row(self, _: CompanyId) {}

    pub(in crate::companies) fn type_query(self, _: String) {}

    pub(in crate::companies) fn choose(self, _: Option<Sort>) {}

    pub(in crate::companies) fn scrolled(self) {}

    pub(in crate::companies) fn open_first(self) {}

    pub(in crate::companies) fn focus_position(self, _: usize) {}

    pub(in crate::companies) fn row_key(self, _: &KeyboardEvent) {}

    pub(in crate::companies) fn row_click(self, _: &MouseEvent) {}
}
