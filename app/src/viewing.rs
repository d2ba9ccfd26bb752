//! Looking at the desk through another's eyes: with the company's consent, without touching anything, and seen by it.

mod banner;
pub mod door;
mod log;
mod section;
mod start;

pub use banner::ViewingBanner;
pub use log::{Consent, ConsentTerm, PastViewing, Viewing, ViewingLog};
pub use section::ViewingSection;
pub use start::ViewAs;
