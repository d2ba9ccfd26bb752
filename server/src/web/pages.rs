//! Pages rendered on the server, and the server functions behind them: both get the same entrance.

use std::sync::{Arc, LazyLock};

use app::desk::Entrance;
use app::error::ApiError;
use app::fields::Fields;
use app::site::{Chunk, FormAnswer, Page, Theme};
use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use leptos::config::LeptosOptions;
use leptos::nonce::use_nonce;
use leptos::prelude::{expect_context, provide_context};
use leptos_axum::{
    ResponseOptions, generate_route_list, handle_server_fns_with_context, render_app_async_with_context,
};

use crate::cookies::Cookies;
use crate::gate::{BODY_LIMIT, api_answer};
use crate::store::Visit;
use crate::{AppState, site};

/// The addresses of the app's own route table.
///
/// Found once a process, before the first page: while the framework looks for them, it lets no resource load anywhere in
/// the process, and a page that began in that moment would wait for ever (leptos issue 4773).
pub(super) fn paths() -> &'static [String] {
    static PATHS: LazyLock<Vec<String>> =
        LazyLock::new(|| generate_route_list(app::App).into_iter().map(|route| route.path().to_owned()).collect());
    &PATHS
}

/// Whether a page is at the path. What stands for an ID in it is a number.
pub(crate) fn is_page(path: &str) -> bool {
    let fits = |pattern: &str| {
        let (mut parts, mut segments) = (pattern.split('/'), path.split('/'));
        let is_like = |part: &str, segment: &str| {
            if part.starts_with([':', '{']) {
                !segment.is_empty() && segment.len() <= 19 && segment.bytes().all(|byte| byte.is_ascii_digit())
            } else {
                part == segment
            }
        };
        loop {
            match (parts.next(), segments.next()) {
                (None, None) => return true,
                (Some(part), Some(segment)) if is_like(part, segment) => {}
                _ => return false,
            }
        }
    };
    paths().iter().any(|pattern| fits(pattern))
}

pub(super) async fn page(State(state): State<AppState>, request: Request) -> Response {
    let query: Option<Query<Fields>> = Query::try_from_uri(request.uri()).ok();
    let answer = query.and_then(|Query(query)| FormAnswer::of_query(query));
    render(&state, request, answer.map(|answer| (answer, StatusCode::OK))).await
}

/// Renders the page at the request's address; `answer` is what a plain form was told, with its status.
pub(super) async fn render(state: &AppState, request: Request, answer: Option<(FormAnswer, StatusCode)>) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let entrance = Arc::clone(&state.store).entrance(visit.clone());
    let page = Page {
        lang: visit.lang,
        theme: theme(&visit.cookies),
        assets: site::assets(),
        chunks: Chunk::of(request.uri().path()),
    };
    let context = move || {
        provide_entrance(&entrance);
        provide_context(page);
        provide_context(LeptosOptions::builder().output_name("kontora").build());
        let response = expect_context::<ResponseOptions>();
        if let Some((answer, status)) = answer.clone() {
            provide_context(answer);
            response.set_status(status);
        }
        response.insert_header(header::CONTENT_SECURITY_POLICY, content_policy());
        response.insert_header(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    };
    render_app_async_with_context(context, app::shell)(request).await
}

pub(super) async fn server_function(State(state): State<AppState>, mut request: Request<Body>) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // A server function answers data; without this the framework turns a form's answer into a redirect.
    request.headers_mut().remove(header::ACCEPT);
    // The framework would read a body of any length.
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else { return api_answer(&ApiError::TooLarge) };
    let request = Request::from_parts(parts, Body::from(body));
    let entrance = Arc::clone(&state.store).entrance(visit);
    handle_server_fns_with_context(move || provide_entrance(&entrance), request).await.into_response()
}

fn provide_entrance(entrance: &Arc<dyn Entrance>) {
    provide_context(Arc::clone(entrance));
}

fn theme(cookies: &Cookies) -> Option<Theme> {
    cookies.find("theme").and_then(Theme::parse)
}

/// Scripts and styles from here alone; inline scripts by this answer's nonce.
fn content_policy() -> HeaderValue {
    let nonce = use_nonce().map(|nonce| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    let policy = format!(
        "default-src 'self'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}
