//! Kontora, both sides: values and rules, the pages made of them, and the port that the server implements.

// The route table and the views are deep generic types.
#![recursion_limit = "512"]

pub mod affiliates;
pub mod audit;
pub mod companies;
#[cfg(feature = "ssr")]
pub mod desk;
pub mod directories;
pub mod error;
pub mod fields;
pub mod history;
pub mod invoices;
pub mod letters;
pub mod money;
pub mod people;
pub mod reports;
pub mod requisites;
pub mod site;
pub mod support;
pub mod tokens;
pub mod ui;
pub mod values;
pub mod viewing;
pub mod wire;
pub mod words;

pub use site::App;
#[cfg(feature = "ssr")]
pub use site::shell;
