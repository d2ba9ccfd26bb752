//! The door to one's own sign-in details.

use leptos::prelude::*;

use super::{EmailLink, RecoveryCodes, SecondFactorSetUp, SignInDetails};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::{desk, entrance};

/// Where one is signed in.
#[server(name = ShowSignInDetails, prefix = "/api", endpoint = "sign_in_details", protocol = JsonPost)]
pub async fn sign_in_details() -> Result<SignInDetails, ApiError> {
    desk().await?.sign_in_details().await
}

/// Ends one of the own sessions.
#[server(prefix = "/api", endpoint = "end_session", protocol = JsonPost)]
pub async fn end_session(id: String) -> Result<SignInDetails, ApiError> {
    desk().await?.end_session(id).await
}

/// Ends every own session but this one.
#[server(prefix = "/api", endpoint = "end_other_sessions", protocol = JsonPost)]
pub async fn end_other_sessions() -> Result<SignInDetails, ApiError> {
    desk().await?.end_other_sessions().await
}

/// Replaces the own password. Fields: `current_password`, `password`, `end_others` (`on` ends every other session).
#[server(prefix = "/api", endpoint = "change_password", protocol = JsonPost)]
pub async fn change_password(fields: Fields) -> Result<(), ApiError> {
    desk().await?.change_password(fields).await
}

/// Asks for another sign-in address, which a link in the letter to it makes. Fields: `email`, `current_password`, and
/// where there is a second factor `code` or `passkey`.
#[server(prefix = "/api", endpoint = "change_email", protocol = JsonPost)]
pub async fn change_email(fields: Fields) -> Result<SignInDetails, ApiError> {
    desk().await?.change_email(fields).await
}

/// Gives up the change of address that was asked for.
#[server(prefix = "/api", endpoint = "give_up_email_change", protocol = JsonPost)]
pub async fn give_up_email_change() -> Result<SignInDetails, ApiError> {
    desk().await?.give_up_email_change().await
}

/// What the link of a letter about a change of address would do; looking uses nothing up.
#[server(name = LookAtEmailLink, prefix = "/api", endpoint = "email_link", protocol = JsonPost)]
pub async fn email_link(token: String) -> Result<EmailLink, ApiError> {
    entrance()?.email_link(token).await
}

/// Does what that link is for.
#[server(prefix = "/api", endpoint = "follow_email_link", protocol = JsonPost)]
pub async fn follow_email_link(token: String) -> Result<EmailLink, ApiError> {
    entrance()?.follow_email_link(token).await
}

/// A new secret for one's own device. Fields: `current_password`.
#[server(prefix = "/api", endpoint = "begin_second_factor", protocol = JsonPost)]
pub async fn begin_second_factor(fields: Fields) -> Result<SecondFactorSetUp, ApiError> {
    desk().await?.begin_second_factor(fields).await
}

/// Turns the app on by a first code; recovery codes where there were none. Fields: `code`.
#[server(prefix = "/api", endpoint = "confirm_second_factor", protocol = JsonPost)]
pub async fn confirm_second_factor(fields: Fields) -> Result<Option<RecoveryCodes>, ApiError> {
    desk().await?.confirm_second_factor(fields).await
}

/// Turns the app off. Fields: `current_password`, `code` or `passkey`.
#[server(prefix = "/api", endpoint = "stop_second_factor", protocol = JsonPost)]
pub async fn stop_second_factor(fields: Fields) -> Result<SignInDetails, ApiError> {
    desk().await?.stop_second_factor(fields).await
}

/// Ten new recovery codes in place of the rest. Fields: `current_password`, `code` or `passkey`.
#[server(prefix = "/api", endpoint = "renew_recovery_codes", protocol = JsonPost)]
pub async fn renew_recovery_codes(fields: Fields) -> Result<RecoveryCodes, ApiError> {
    desk().await?.renew_recovery_codes(fields).await
}

/// What the browser needs to make a passkey (JSON). Fields: `passkey_name`, `current_password`.
#[server(prefix = "/api", endpoint = "begin_passkey", protocol = JsonPost)]
pub async fn begin_passkey(fields: Fields) -> Result<String, ApiError> {
    desk().await?.begin_passkey(fields).await
}

/// Keeps the passkey that the browser has made; recovery codes where there were none. Fields: `passkey_name`,
/// `passkey`.
#[server(prefix = "/api", endpoint = "add_passkey", protocol = JsonPost)]
pub async fn add_passkey(fields: Fields) -> Result<Option<RecoveryCodes>, ApiError> {
    desk().await?.add_passkey(fields).await
}

/// What the browser needs to use one of the own passkeys (JSON).
#[server(prefix = "/api", endpoint = "ask_passkey", protocol = JsonPost)]
pub async fn ask_passkey() -> Result<String, ApiError> {
    desk().await?.ask_passkey().await
}

/// Fields: `passkey_id`, `current_password`, `code` or `passkey`.
#[server(prefix = "/api", endpoint = "remove_passkey", protocol = JsonPost)]
pub async fn remove_passkey(fields: Fields) -> Result<SignInDetails, ApiError> {
    desk().await?.remove_passkey(fields).await
}
