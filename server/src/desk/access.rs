//! The ways in without a session: signing in, a forgotten password, setting one by a link from a letter.

#[path = "access/account.rs"]
mod account;
#[path = "access/ask_inviter.rs"]
mod ask_inviter;
#[path = "access/confirm_registration.rs"]
mod confirm_registration;
#[path = "access/enter_code.rs"]
mod enter_code;
#[path = "access/forgot_password.rs"]
mod forgot_password;
#[path = "access/let_in.rs"]
mod let_in;
#[path = "access/new_password.rs"]
mod new_password;
#[path = "access/pending.rs"]
mod pending;
#[path = "access/set_password.rs"]
mod set_password;
#[path = "access/sign_in.rs"]
mod sign_in;
#[path = "access/tell_inviter.rs"]
mod tell_inviter;

pub(super) use account::account;
pub(super) use ask_inviter::ask_inviter;
pub(super) use enter_code::{ask_passkey, enter_code};
pub(super) use forgot_password::{forgot_password, ration_reset};
pub(super) use new_password::new_password;
pub(super) use pending::void as void_pending;
pub(super) use set_password::set_password;
pub(super) use sign_in::sign_in;

pub(super) use super::links::works as link_works;
