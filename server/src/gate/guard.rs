//! Who is let through: writes from our own pages alone, and pages behind a session to whoever has one.

use std::sync::Arc;

use app::error::{ApiError, ORIGIN};
use app::people::SET_UP_PATH;
use app::wire::FORM_MARK;
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::client::{Asked, HasSession};
use super::statuses::api_answer;
use super::{BODY_LIMIT, UPLOAD_LIMIT};
use crate::AppState;
use crate::api_v1;
use crate::store::Visit;

/// The parts of the site that are behind a session, by the first segment of their address.
const CABINET: [&str; 7] = ["companies", "users", "billing", "reports", "requisites", "support", "profile"];

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// The pages whose form carries a file.
const UPLOADS: [&str; 1] = ["/support/directories"];

/// Refuses a write whose `Origin` is not the very host it was sent to, ours or a known reseller's.
/// A browser sends it with every write, so a page of another site cannot act in a person's name. The API knows no
/// cookies, and its callers are no pages.
pub(super) async fn writes_come_from_our_pages(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_read || api_v1::is_at(request.uri().path()) {
        return next.run(request).await;
    }
    let is_ours = match addressed_site(&state, &request) {
        Some(Site::Public) => true,
        Some(Site::Reseller(visit)) => knows_slug(&state, visit).await,
        None => false,
    };
    if !is_ours {
        return api_answer(&ApiError::Refused(ORIGIN.to_owned()));
    }
    if let Some(refusal) = unfit_body(&request) {
        return api_answer(&refusal);
    }
    if !is_for_a_function(&request) || !kind(&request).eq_ignore_ascii_case(FORM) {
        return next.run(request).await;
    }
    match marked(request).await {
        Ok(request) => next.run(request).await,
        Err(refusal) => api_answer(&refusal),
    }
}

/// A page behind a session answers 303 to the sign-in page, which leads back. Whoever has yet to set up a second factor
/// is led to where that is done.
pub(super) async fn pages_need_a_session(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_cabinet = path.split('/').nth(1).is_some_and(|first| CABINET.contains(&first));
    let is_page = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_page || !is_cabinet {
        return next.run(request).await;
    }
    match request.extensions().get::<HasSession>() {
        None => {
            let wanted = request.uri().path_and_query().map_or("/", |path| path.as_str());
            Redirect::to(&format!("/sign-in?next={}", percent_encoded(wanted))).into_response()
        }
        Some(session) if session.owes_second_factor && path != SET_UP_PATH => Redirect::to(SET_UP_PATH).into_response(),
        Some(_) => next.run(request).await,
    }
}

/// The site that a write was sent to, from a page of that very site.
enum Site {
    Public,
    Reseller(Visit),
}

/// `None` when the write does not come from the host it was sent to, or that host is not ours.
fn addressed_site(state: &AppState, request: &Request) -> Option<Site> {
    let origin = request.headers().get(header::ORIGIN)?.to_str().ok()?;
    let Asked { scheme, host } = request.extensions().get()?;
    let (origin_scheme, authority) = origin.split_once("://")?;
    if origin_scheme != *scheme || !authority.eq_ignore_ascii_case(host) {
        return None;
    }
    match state.house.config.public_url.slug_of(host)? {
        None => Some(Site::Public),
        Some(_) => request.extensions().get::<Visit>().cloned().map(Site::Reseller),
    }
}

async fn knows_slug(state: &AppState, visit: Visit) -> bool {
    Arc::clone(&state.store).entrance(visit).registrar().await.is_ok()
}

/// A form for a server function: its text goes on behind a mark.
async fn marked(request: Request) -> Result<Request, ApiError> {
    let (mut parts, body) = request.into_parts();
    let form = to_bytes(body, BODY_LIMIT).await.map_err(|_| ApiError::TooLarge)?;
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(JSON));
    Ok(Request::from_parts(parts, Body::from([FORM_MARK.as_bytes(), &form].concat())))
}

/// The kind of a body, without its parameters; nothing where none is named.
fn kind(request: &Request) -> &str {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim()
}

fn is_for_a_function(request: &Request) -> bool {
    request.uri().path().starts_with("/api/")
}

/// Server functions read JSON or forms, pages read forms, a few of them with a file, and none reads too much.
fn unfit_body(request: &Request) -> Option<ApiError> {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    let length = length.and_then(|length| length.parse::<usize>().ok()).unwrap_or(0);
    let (limit, wanted): (_, &[&str]) = if is_for_a_function(request) {
        (BODY_LIMIT, &[JSON, FORM])
    } else if UPLOADS.contains(&request.uri().path()) {
        (UPLOAD_LIMIT, &["multipart/form-data"])
    } else {
        (BODY_LIMIT, &[FORM])
    };
    if length > limit {
        return Some(ApiError::TooLarge);
    }
    let kind = kind(request);
    let is_fit = request.body().is_end_stream() && kind.is_empty()
        || wanted.iter().any(|wanted| kind.eq_ignore_ascii_case(wanted));
    (!is_fit).then_some(ApiError::Unsupported)
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
