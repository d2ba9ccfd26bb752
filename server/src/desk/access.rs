//! The ways in without a session: signing in, a forgotten password, setting one by a link from a letter.

#[path = "access/confirm_registration.rs"]
mod confirm_registration;
#[path = "access/forgot_password.rs"]
mod forgot_password;
#[path = "access/set_password.rs"]
mod set_password;
#[path = "access/sign_in.rs"]
mod sign_in;
#[path = "access/tell_inviter.rs"]
mod tell_inviter;

pub(super) use forgot_password::forgot_password;
pub(super) use set_password::set_password;
pub(super) use sign_in::sign_in;

pub(super) use super::links::works as link_works;
