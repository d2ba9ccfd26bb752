//! The status of a refusal. The framework answers 500 for every failed server function; the error says better.

use app::error::ApiError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

/// The name of the header with which the framework marks a failed server function.
const FAILED: &str = "serverfnerror";

/// Gives a failed server function the status of its error.
pub(super) async fn set(request: Request, next: Next) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let response = next.run(request).await;
    if !is_api || !response.headers().contains_key(FAILED) {
        return no_store(response, is_api);
    }
    let (mut parts, body) = response.into_parts();
    // Our own answer, however long.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if let Ok(error) = serde_json::from_slice::<ApiError>(&bytes) {
        parts.status = status(&error);
        if let Some(seconds) = error.retry_after() {
            parts.headers.insert(header::RETRY_AFTER, seconds.into());
        }
    }
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    parts.headers.remove(header::CONTENT_LENGTH);
    no_store(Response::from_parts(parts, Body::from(bytes)), true)
}

/// An error as a server function would answer it.
pub(crate) fn api_answer(error: &ApiError) -> Response {
    let body = serde_json::to_vec(error).unwrap_or_default();
    let mut response = (status(error), [(header::CONTENT_TYPE, "application/json")], body).into_response();
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn status(error: &ApiError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Answers with personal data are kept by nobody on the way.
fn no_store(mut response: Response, is_api: bool) -> Response {
    if is_api && !response.headers().contains_key(header::CACHE_CONTROL) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
