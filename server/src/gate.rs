//! The gate before every door: who is visiting, whether a write comes from our own pages, and what every
//! answer carries.

mod bearer;
mod client;
mod guard;
mod statuses;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::set_header::SetResponseHeaderLayer;

pub(crate) use statuses::api_answer;

use crate::AppState;
use crate::directory::LARGEST_FILE;

/// The largest body of a form or a server function, bytes.
pub(crate) const BODY_LIMIT: usize = 256 * 1024;

/// The largest body of a form that carries a file, bytes: the file and what the form adds to it.
pub(crate) const UPLOAD_LIMIT: usize = LARGEST_FILE + 64 * 1024;

/// Puts the gate around the doors.
pub(crate) fn around(doors: Router<AppState>, state: &AppState) -> Router<AppState> {
    let always = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    doors
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn(statuses::set))
        .layer(from_fn_with_state(state.clone(), guard::pages_need_a_session))
        .layer(from_fn_with_state(state.clone(), guard::writes_come_from_our_pages))
        .layer(from_fn_with_state(state.clone(), bearer::api_needs_a_token))
        .layer(from_fn_with_state(state.clone(), client::introduce))
        .layer(always(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "same-origin"))
        .layer(always(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(always(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"))
}
