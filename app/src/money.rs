//! Money: what a ledger entry is, when a company is suspended and by whom, when notices are sent.
//!
//! Everything here is pure: the save, its preview in the browser, the letters and `/access` ask the same functions.

mod account;
mod billing;
mod cause;
mod credit_change;
pub mod door;
mod entry;
mod entry_draft;
mod grant;
mod impact;
mod impact_note;
mod page;
mod pool;
mod runway;
mod settle;
mod watch;

pub use account::{Access, Account, Suspended, Temporary};
pub use billing::{Billing, BillingRights, CHART_DAYS, Postponement, SuspensionEvent, Undelivered};
pub use cause::Cause;
pub use credit_change::CreditChange;
pub use entry::{Entry, EntryKind, EntryNumber, SERVICES, Service};
pub use entry_draft::{EntryDraft, IdempotencyKey, MAX_BALANCE, NewEntry, ReversalDraft};
pub use grant::Grant;
pub use impact::{Granted, Ground, Impact, Promise, Receiver, Tidings, Until};
pub use impact_note::ImpactNote;
pub use page::{Act, BillingPage, OwnBillingPage, billing_href};
pub use pool::{Pool, percent_of};
pub use runway::{Burn, Runway};
pub use settle::{CreditTurn, Effects, settle};
pub use watch::{Level, Slot, WEEKLY, Watch, notices_text};
