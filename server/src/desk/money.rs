//! Money: the ledger, who is suspended and why, which notices are due.
//!
//! Whatever changes how a company stands locks its row, changes it, and calls [`settle`](settle::settle) in the same
//! transaction; the balance, the states, the proof and the letters are written together or not at all.

#[path = "money/access.rs"]
mod access;
#[path = "money/audit.rs"]
mod audit;
#[path = "money/billing.rs"]
mod billing;
#[path = "money/books.rs"]
mod books;
#[path = "money/burn.rs"]
mod burn;
#[path = "money/edit.rs"]
mod edit;
#[path = "money/filter.rs"]
mod filter;
#[path = "money/grant.rs"]
mod grant;
#[path = "money/ground.rs"]
mod ground;
#[path = "money/hold.rs"]
mod hold;
#[path = "money/ledger.rs"]
mod ledger;
#[path = "money/letters.rs"]
mod letters;
#[path = "money/notices.rs"]
mod notices;
#[path = "money/past.rs"]
mod past;
#[path = "money/pool.rs"]
mod pool;
#[path = "money/post.rs"]
mod post;
#[path = "money/seen.rs"]
mod seen;
#[path = "money/settle.rs"]
mod settle;
#[path = "money/suspension.rs"]
mod suspension;
#[path = "money/thresholds.rs"]
mod thresholds;
#[path = "money/time.rs"]
mod time;
#[path = "money/timer.rs"]
mod timer;

pub(super) use access::access;
pub(super) use audit::broken_ledger;
pub(super) use billing::billing;
pub(super) use books::{Books, effective_limit, postponed, suspended, suspensions};
pub(super) use burn::{Burns, spending_counts_from};
pub(super) use edit::CreditEdit;
pub(super) use filter::Filter;
pub(super) use grant::{postpone, set_temporary};
pub(super) use ground::ground;
pub(super) use hold::{resume, suspend};
pub(super) use letters::address_of;
pub(super) use notices::set_notices;
pub(super) use pool::{remove as remove_pool, set as set_pool, tell_of_newcomer};
pub(super) use post::{may_post, post, post_by_token, reverse};
pub(super) use seen::{Seen, tag};
pub(super) use timer::keep_time;
