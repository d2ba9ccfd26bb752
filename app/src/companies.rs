//! The Companies page: its words, its rules, its door and its views.

mod add_affiliate;
mod add_company;
mod book;
mod card_page;
mod choosing;
mod company;
mod context;
pub mod door;
#[cfg(feature = "hydrate")]
mod download;
mod edit_dialog;
mod face;
mod field;
mod first_rows;
mod html;
mod kind_change;
pub mod list;
#[cfg(feature = "hydrate")]
mod live;
#[cfg(feature = "hydrate")]
mod live_row;
mod nothing;
mod page;
mod row_html;
mod save;
mod search_field;
mod sort;
mod table;
#[cfg(test)]
mod testing;
mod to_check_page;
#[cfg(feature = "hydrate")]
mod virtual_rows;
mod wire;

pub use book::{Book, Suggestion, Totals};
pub use card_page::{CardPage, RequisitesCard};
pub use choosing::{company_choices, load_companies};
pub use company::{CompanyForm, Conflict, Draft, FieldConflict, Kind, OthersEdit, REASON, Saved};
pub use context::{CompaniesContext, Neighbours, use_companies};
pub use edit_dialog::{EditDialog, clear_drafts, readable};
pub use field::{Field, Group};
pub use first_rows::{FirstRows, Summary};
pub use kind_change::KindObstacle;
pub use page::CompaniesPage;
pub use save::{Checked, Merge, Theirs, check, merge, notices, requisites_of, with_ogrn};
pub use search::Query as SearchQuery;
pub use sort::{Sort, SortKey};
pub use to_check_page::ToCheckPage;
