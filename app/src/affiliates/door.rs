//! The door of the affiliates part: registering on a reseller's domain, and requests to attach a company.

use leptos::prelude::*;

use super::{Registrar, Request};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::RequestId;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::{desk, entrance};

/// Whose domain this is; missing on the main host and on an unknown one.
#[server(name = FindRegistrar, prefix = "/api", endpoint = "registrar", protocol = JsonPost)]
pub async fn registrar() -> Result<Registrar, ApiError> {
    entrance()?.registrar().await
}

/// Registers a new affiliate; the answer never tells whether the address is known. Fields: `name`, `inn`,
/// `full_name`, `email`, `phone`, `time_zone`, `terms`, `personal_data`, and `website`, which people leave empty.
#[server(prefix = "/api", endpoint = "register", protocol = JsonPost)]
pub async fn register(fields: Fields) -> Result<(), ApiError> {
    entrance()?.register(fields).await
}

/// The requests that the person may see, open ones first.
#[server(prefix = "/api", endpoint = "requests", protocol = JsonPost)]
pub async fn requests() -> Result<Vec<Request>, ApiError> {
    desk().await?.requests().await
}

/// Asks to attach a company to a reseller. Fields: `reseller_id`, `company_id`, `comment`.
#[server(prefix = "/api", endpoint = "request_attachment", protocol = JsonPost)]
pub async fn request_attachment(fields: Fields) -> Result<RequestId, ApiError> {
    desk().await?.request_attachment(fields).await
}

/// The operator attaches the company.
#[server(prefix = "/api", endpoint = "complete_request", protocol = JsonPost)]
pub async fn complete_request(id: RequestId) -> Result<(), ApiError> {
    desk().await?.complete_request(id).await
}

/// The operator declines, with the reason that the requester reads.
#[server(prefix = "/api", endpoint = "decline_request", protocol = JsonPost)]
pub async fn decline_request(id: RequestId, reason: String) -> Result<(), ApiError> {
    desk().await?.decline_request(id, reason).await
}

/// An administrator of the company that made the request takes it back.
#[server(prefix = "/api", endpoint = "withdraw_request", protocol = JsonPost)]
pub async fn withdraw_request(id: RequestId) -> Result<(), ApiError> {
    desk().await?.withdraw_request(id).await
}

/// An administrator of the company that made the request says more about it.
#[server(prefix = "/api", endpoint = "comment_request", protocol = JsonPost)]
pub async fn comment_request(id: RequestId, text: String) -> Result<(), ApiError> {
    desk().await?.comment_request(id, text).await
}
