//! The support page: requests to attach a company, letters that did not arrive, directories, and the legal texts.

mod back_to_support;
mod directories_page;
mod letters_page;
mod support_page;
mod text_pages;

pub use directories_page::DirectoriesPage;
pub use letters_page::LettersPage;
pub use support_page::SupportPage;
pub use text_pages::{PrivacyPage, TERMS_VERSION, TermsPage};
