//! Money: what a company has, what it spends, and how long that lasts.

mod runway;

pub use runway::{Burn, Runway};
