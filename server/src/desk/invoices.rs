//! Invoices: issued with a number of its own, listed with what was paid on them, downloaded, cancelled by their supplier.

#[path = "invoices/cancel.rs"]
mod cancel;
#[path = "invoices/create.rs"]
mod create;
#[path = "invoices/file.rs"]
mod file;
#[path = "invoices/issue.rs"]
mod issue;
#[path = "invoices/list.rs"]
mod list;
#[path = "invoices/monthly.rs"]
mod monthly;
#[path = "invoices/supplier.rs"]
mod supplier;
#[path = "invoices/vat.rs"]
mod vat;

pub(super) use cancel::cancel;
pub(super) use create::create;
pub(super) use file::file;
pub(super) use list::list;
pub(super) use monthly::{BilledMonth, issue_for_month};
pub(super) use vat::{set as set_vat, shown as shown_vat};
