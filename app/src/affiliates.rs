//! Gaining affiliates: the registration page and requests to attach an existing company.

mod check_words;
pub mod door;
mod finding;
mod obstacle_words;
mod register_page;
mod request;

pub use finding::{Check, Finding, Obstacle, Verdict};
pub use register_page::RegisterPage;
pub use request::{Comment, Registrar, Request, RequestState, Review};
