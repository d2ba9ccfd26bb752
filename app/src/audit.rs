//! The audit log: what happened around people and companies, for the operator and for administrators.

pub mod door;
mod event;
mod page;

pub use event::{AuditEvent, AuditKind, AuditLog, AuditMark};
pub use page::AuditPage;
