//! Letters: what they say, how they are made, and how they leave.
//!
//! [`compose`] is pure; the outbox (in the desk) decides when a letter is sent; [`Post`] sends it.

mod body;
mod compose;
mod folder;
pub mod letter;
mod moment;
mod parcel;
mod post;
mod retry;
mod smtp;
mod subject;

pub use compose::{Message, compose};
pub use letter::{AccountFacts, Ending, EntryFacts, FaultyBank, Letter};
pub use parcel::Parcel;
pub use post::{Post, Undelivered};
pub use retry::next_attempt_at;
pub use smtp::SmtpServer;
pub use subject::subject;
