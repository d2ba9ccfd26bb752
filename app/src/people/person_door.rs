//! The door to what an administrator does about another person's account.

use leptos::prelude::*;

use super::{Employee, PersonStanding};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::UserId;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::{desk, entrance};

/// What can be done about a person now.
#[server(name = StandingOfPerson, prefix = "/api", endpoint = "person_standing", protocol = JsonPost)]
pub async fn person_standing(person: UserId) -> Result<PersonStanding, ApiError> {
    desk().await?.person_standing(person).await
}

/// Closes a person's access at once. Fields: `reason`.
#[server(prefix = "/api", endpoint = "block_user", protocol = JsonPost)]
pub async fn block_user(person: UserId, fields: Fields) -> Result<Employee, ApiError> {
    desk().await?.block_user(person, fields).await
}

/// Opens it again. Fields: `reason`.
#[server(prefix = "/api", endpoint = "unblock_user", protocol = JsonPost)]
pub async fn unblock_user(person: UserId, fields: Fields) -> Result<Employee, ApiError> {
    desk().await?.unblock_user(person, fields).await
}

/// Sends an invitation with a new link.
#[server(prefix = "/api", endpoint = "resend_invitation", protocol = JsonPost)]
pub async fn resend_invitation(person: UserId) -> Result<Employee, ApiError> {
    desk().await?.resend_invitation(person).await
}

/// Takes an invitation back that nobody has followed: the account is gone, its address free.
#[server(prefix = "/api", endpoint = "revoke_invitation", protocol = JsonPost)]
pub async fn revoke_invitation(person: UserId) -> Result<(), ApiError> {
    desk().await?.revoke_invitation(person).await
}

/// Signs a person out everywhere.
#[server(prefix = "/api", endpoint = "end_user_sessions", protocol = JsonPost)]
pub async fn end_user_sessions(person: UserId) -> Result<(), ApiError> {
    desk().await?.end_user_sessions(person).await
}

/// Takes a person's second factor away and signs them out everywhere. Fields: `reason`, and the asker's own
/// `current_password`, and `code` or `passkey` where the asker has a second factor.
#[server(prefix = "/api", endpoint = "reset_second_factor", protocol = JsonPost)]
pub async fn reset_second_factor(person: UserId, fields: Fields) -> Result<Employee, ApiError> {
    desk().await?.reset_second_factor(person, fields).await
}

/// Sends a person the letter with the link to a new password.
#[server(prefix = "/api", endpoint = "start_password_reset", protocol = JsonPost)]
pub async fn start_password_reset(person: UserId) -> Result<(), ApiError> {
    desk().await?.start_password_reset(person).await
}

/// Asks for another sign-in address of a person, which a link in the letter to it makes. Fields: `email`, and the
/// asker's own `current_password`, and `code` where the asker has a second factor.
#[server(prefix = "/api", endpoint = "change_user_email", protocol = JsonPost)]
pub async fn change_user_email(person: UserId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.change_user_email(person, fields).await
}

/// Tells whoever invited the person of a link that is dead that a new one is wanted. The answer is the same for every link.
#[server(prefix = "/api", endpoint = "ask_inviter", protocol = JsonPost)]
pub async fn ask_inviter(token: String) -> Result<(), ApiError> {
    entrance()?.ask_inviter(token).await
}

/// The ID of the look that the session goes on with, if any; asking is no use of it. [`ApiError::Unauthenticated`] once
/// it has ended.
#[server(prefix = "/api", endpoint = "still_signed_in", protocol = JsonPost)]
pub async fn still_signed_in() -> Result<Option<String>, ApiError> {
    entrance()?.still_signed_in().await
}
