//! The Companies page as its parts see it: what is asked, what stands around the rows, and the way to both.
//! The edit dialog uses it to go to the neighbours, to show a save at once and to give the focus back.

#[cfg(feature = "hydrate")]
mod in_browser;
#[cfg(not(feature = "hydrate"))]
mod on_server;

use leptos::prelude::*;

use super::first_rows::{FirstRows, Summary};
use super::sort::{Sort, SortKey};
use crate::error::ApiError;
use crate::ui::list_address;
use crate::values::CompanyId;

/// Where a company stands among the rows that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbours {
    /// From 1.
    pub position: usize,
    pub total: usize,
    pub previous: Option<CompanyId>,
    pub next: Option<CompanyId>,
}

#[derive(Clone, Copy)]
pub struct CompaniesContext {
    pub(super) query: RwSignal<String>,
    pub(super) sort: RwSignal<Option<Sort>>,
    pub(super) summary: RwSignal<Summary>,
    /// Why the whole list is not here, or not as it is now.
    pub(super) failure: RwSignal<Option<ApiError>>,
    #[cfg(feature = "hydrate")]
    browser: in_browser::Browser,
}

/// The context of the page that stands behind the dialog.
pub fn use_companies() -> CompaniesContext {
    expect_context()
}

impl CompaniesContext {
    /// With the query and the order of the address.
    pub(super) fn provide(query: String, sort: Option<Sort>) -> Self {
        let context = Self {
            query: RwSignal::new(query),
            sort: RwSignal::new(sort),
            summary: RwSignal::default(),
            failure: RwSignal::default(),
            #[cfg(feature = "hydrate")]
            browser: in_browser::Browser::new(),
        };
        provide_context(context);
        context
    }

    /// Whether the page is still the one that is shown.
    pub fn is_there(self) -> bool {
        !self.query.is_disposed()
    }

    /// Whether the column is there that says how long the money lasts. Reactive.
    pub(super) fn shows_runway(self) -> bool {
        self.sort.get().is_some_and(|sort| sort.key == SortKey::Runway)
    }

    /// The list's address with the query and the order. Reactive.
    pub fn list_href(self) -> String {
        format!("/companies{}", self.suffix())
    }

    /// The address of a company's dialog with the query and the order. Reactive.
    pub fn company_href(self, id: CompanyId) -> String {
        format!("/companies/{id}{}", self.suffix())
    }

    /// Takes the numbers that came with the page.
    pub(super) fn begin(self, first: &FirstRows) {
        self.summary.set(first.summary.clone());
    }

    fn suffix(self) -> String {
        self.query.with(|query| list_address::suffix(query, self.sort.get()))
    }
}
