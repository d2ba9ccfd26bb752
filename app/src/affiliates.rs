//! Gaining affiliates: the registration page and requests to attach an existing company.

pub mod door;
mod obstacle_words;
mod register_page;
mod request;

pub use register_page::RegisterPage;
pub use request::{Obstacle, Registrar, Request, RequestState, Review};
