//! Requests to bring an existing company under a reseller: made by either side, settled by an operator or taken back.

#[path = "attachment/findings.rs"]
mod findings;
#[path = "attachment/letters.rs"]
mod letters;
#[path = "attachment/list.rs"]
mod list;
#[path = "attachment/own.rs"]
mod own;
#[path = "attachment/pending.rs"]
mod pending;
#[path = "attachment/request.rs"]
mod request;
#[path = "attachment/settle.rs"]
mod settle;
#[path = "attachment/side.rs"]
mod side;

pub(super) use list::list;
pub(super) use own::{comment, withdraw};
pub(super) use request::request;
pub(super) use settle::{complete, decline};
