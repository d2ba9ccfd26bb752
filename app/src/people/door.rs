//! The door of the people part: what pages may ask the server about who is signed in and who works where.

use leptos::prelude::*;

use super::{Employee, Employees, Entry, Me, UserForm};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::{CompanyId, Lang, UserId};
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::{desk, entrance};

/// Begins a session, or the wait for a code. Fields: `email`, `password`.
#[server(prefix = "/api", endpoint = "sign_in", protocol = JsonPost)]
pub async fn sign_in(fields: Fields) -> Result<Entry, ApiError> {
    entrance()?.sign_in(fields).await
}

/// What the browser needs to use a passkey of whoever has given the password (JSON).
#[server(prefix = "/api", endpoint = "ask_passkey_sign_in", protocol = JsonPost)]
pub async fn ask_passkey_sign_in() -> Result<String, ApiError> {
    entrance()?.ask_passkey_sign_in().await
}

/// The second step of signing in. Fields: `code` or `passkey`.
#[server(prefix = "/api", endpoint = "enter_code", protocol = JsonPost)]
pub async fn enter_code(fields: Fields) -> Result<(), ApiError> {
    entrance()?.enter_code(fields).await
}

/// Ends the session on the server.
#[server(prefix = "/api", endpoint = "sign_out", protocol = JsonPost)]
pub async fn sign_out() -> Result<(), ApiError> {
    desk().await?.sign_out().await
}

/// Asks for a reset link; the answer never tells whether the address is known. Fields: `email`.
#[server(prefix = "/api", endpoint = "forgot_password", protocol = JsonPost)]
pub async fn forgot_password(fields: Fields) -> Result<(), ApiError> {
    entrance()?.forgot_password(fields).await
}

/// Sets the password by a link and signs in. Fields: `token`, `password`.
#[server(prefix = "/api", endpoint = "set_password", protocol = JsonPost)]
pub async fn set_password(fields: Fields) -> Result<Entry, ApiError> {
    entrance()?.set_password(fields).await
}

/// Whether the link of a letter would work now; looking uses nothing up.
#[server(prefix = "/api", endpoint = "link_works", protocol = JsonPost)]
pub async fn link_works(token: String) -> Result<bool, ApiError> {
    entrance()?.link_works(token).await
}

/// Who is signed in.
#[server(name = WhoAmI, prefix = "/api", endpoint = "me", protocol = JsonPost)]
pub async fn me() -> Result<Me, ApiError> {
    desk().await?.me().await
}

/// Saves one's own profile. Fields, each may be left out: `full_name`, `language`, `notify_sign_in`,
/// `notify_threshold`, `notify_suspension`.
#[server(prefix = "/api", endpoint = "save_profile", protocol = JsonPost)]
pub async fn save_profile(fields: Fields) -> Result<Me, ApiError> {
    desk().await?.save_profile(fields).await
}

/// Keeps the language in the browser, and in the profile of whoever is signed in.
#[server(prefix = "/api", endpoint = "choose_language", protocol = JsonPost)]
pub async fn choose_language(lang: Lang) -> Result<(), ApiError> {
    entrance()?.choose_language(lang).await
}

/// Everybody of a company within reach.
#[server(name = ListEmployees, prefix = "/api", endpoint = "employees", protocol = JsonPost)]
pub async fn employees(company: CompanyId) -> Result<Employees, ApiError> {
    desk().await?.employees(company).await
}

/// Everybody within reach; where they are too many to be sent, those whom a query finds, or the newest.
#[server(name = ListUsers, prefix = "/api", endpoint = "users", protocol = JsonPost)]
pub async fn users(find: Option<String>) -> Result<Employees, ApiError> {
    desk().await?.users(&find.unwrap_or_default()).await
}

/// One user with what can be changed of them.
#[server(name = ShowUser, prefix = "/api", endpoint = "user", protocol = JsonPost)]
pub async fn user(id: UserId) -> Result<UserForm, ApiError> {
    desk().await?.user(id).await
}

/// Saves the changed fields of a user, by the wire names of [`UserField`](super::UserField), and `reason` for whoever
/// reads the audit log. `seen` has the values that they had on the page: where one is another by now, nothing is saved.
#[server(prefix = "/api", endpoint = "save_user", protocol = JsonPost)]
pub async fn save_user(id: UserId, seen: Fields, changes: Fields) -> Result<UserForm, ApiError> {
    desk().await?.save_user(id, seen, changes).await
}

/// A new user of a company, invited by letter; an administrator unless the roles say otherwise. Fields: `email`, and
/// all but `language` of [`UserField`](super::UserField), of which `full_name` alone must be there.
#[server(prefix = "/api", endpoint = "register_user", protocol = JsonPost)]
pub async fn register_user(company: CompanyId, fields: Fields) -> Result<Employee, ApiError> {
    desk().await?.register_user(company, fields).await
}
