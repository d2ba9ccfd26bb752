//! Tokens with which the platform's other systems call `/api/v1`.

pub mod door;
mod section;
mod terms;
mod token;

pub use section::TokensSection;
pub use terms::{Lifetime, TokenName};
pub use token::{ApiToken, NewToken, Permission, Tokens};
