//! The token before the doors of the API. Cookies do not count there, so no other site can act in a person's name.

use std::sync::Arc;

use app::error::ApiError;
use app::values::Lang;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::AppState;
use crate::api_v1::{self, Refusal, written_out};
use crate::store::Visit;

/// Lets whoever brings a live token to the API, and writes every refusal out as a problem document.
pub(super) async fn api_needs_a_token(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if !api_v1::is_at(request.uri().path()) {
        return next.run(request).await;
    }
    let lang = request.extensions().get::<Visit>().map_or(Lang::default(), |visit| visit.lang);
    let response = match let_in(&state, request).await {
        Ok(request) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    written_out(response, lang)
}

async fn let_in(state: &AppState, mut request: Request) -> Result<Request, Refusal> {
    if request.uri().path() == api_v1::DESCRIPTION {
        return Ok(request);
    }
    let token = bearer(request.headers()).ok_or(ApiError::Unauthenticated)?;
    let visit = request.extensions().get::<Visit>().cloned().unwrap_or_else(Visit::unknown);
    let desk = Arc::clone(&state.store).api(visit, token).await?;
    if let Some(seconds) = state.house.api_calls.count(desk.token_id(), state.house.now()) {
        return Err(ApiError::TooMany(seconds).into());
    }
    request.extensions_mut().insert(desk);
    Ok(request)
}

/// The token of `Authorization: Bearer TOKEN` (RFC 6750, 2.1).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_a_bearer_brings_a_token() {
        let of = |value: &'static str| {
            bearer(&HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(value))])).map(str::to_owned)
        };
        assert_eq!(of("Bearer kt_x").as_deref(), Some("kt_x"));
        assert_eq!(of("bearer  kt_x").as_deref(), Some("kt_x"));
        for other in ["kt_x", "Basic kt_x", "", "Bearer"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
