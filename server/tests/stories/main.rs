//! The product told from outside, story by story: each runs on SQLite and on PostgreSQL, in a fresh database,
//! through the whole router, with a clock that the story moves.
//!
//! PostgreSQL is the server that `KONTORA_TEST_POSTGRES` names; `cargo xtask test` starts one.

#![expect(clippy::unwrap_used, reason = "what stands in a test's way fails it")]

mod access;
mod affiliates;
mod api_v1;
mod audit;
mod authorization;
mod banks;
mod companies;
mod demo;
mod first_day;
mod gate;
mod history;
mod hostile;
mod invoices;
mod look_up;
mod money;
mod own_access;
mod people;
mod person_actions;
mod reports;
mod requisites;
mod second_factor;
mod sessions;
mod support;
mod support_requests;
mod tokens;
mod users;
mod viewing;
