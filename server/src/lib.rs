//! Kontora's server: the whole wiring, used by the program and by every test.

// The views are deep generic types.
#![recursion_limit = "512"]

mod api_v1;
pub mod clock;
pub mod config;
mod cookies;
mod csv_table;
pub mod db;
pub mod demo_data;
pub mod directory;
pub mod failure;
mod gate;
pub mod health;
pub mod house;
pub mod invoices;
pub mod lists;
pub mod mail;
mod passkeys;
pub mod passwords;
mod qr;
pub mod reports;
pub mod site;
pub mod store;
pub mod totp;
mod web;
pub mod zones;

use std::sync::Arc;

use axum::Router;

use crate::house::House;
use crate::store::Store;

/// What every handler gets.
#[derive(Clone)]
pub struct AppState {
    pub house: Arc<House>,
    pub store: Arc<dyn Store>,
}

impl AppState {
    pub fn new(house: Arc<House>, store: Arc<dyn Store>) -> Self {
        Self { house, store }
    }
}

/// Every door of the product behind the gate.
pub fn router(state: AppState) -> Router {
    gate::around(web::doors(), &state).with_state(state)
}

/// Every door by method and path, for the test that none is forgotten.
pub fn door_list() -> Vec<(&'static str, String)> {
    web::door_list()
}
