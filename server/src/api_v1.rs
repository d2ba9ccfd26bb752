//! `/api/v1`: companies for the platform's other systems. No cookie counts here, only a token; every refusal is a
//! problem document.

mod companies;
mod cursor;
mod description;
mod entries;
mod limits;
mod members;
mod patch;
mod port;
mod problem;
mod shapes;

use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, any, get, patch as patched, post};

pub(crate) use limits::CallLimit;
pub(crate) use port::ApiDesk;
pub(crate) use problem::{Refusal, written_out};

use crate::AppState;

/// What is served without a token.
pub(crate) const DESCRIPTION: &str = "/api/v1/openapi.json";

/// The doors: method, path, handler.
pub(crate) fn doors() -> Vec<(&'static str, &'static str, MethodRouter<AppState>)> {
    vec![
        ("GET", DESCRIPTION, get(described)),
        ("GET", "/api/v1/companies", get(companies::list)),
        ("GET", "/api/v1/companies/{id}", get(companies::open)),
        ("PATCH", "/api/v1/companies/{id}", patched(companies::change)),
        ("GET", "/api/v1/companies/{id}/access", get(companies::access)),
        ("POST", "/api/v1/companies/{id}/charges", post(entries::charge)),
        ("POST", "/api/v1/companies/{id}/payments", post(entries::payment)),
    ]
}

/// Where none of them is: not the site's page that says so.
pub(crate) fn nowhere() -> (&'static str, MethodRouter<AppState>) {
    ("/api/v1/{*rest}", any(|| async { StatusCode::NOT_FOUND }))
}

/// Whether an address belongs to the API.
pub(crate) fn is_at(path: &str) -> bool {
    path.strip_prefix("/api/v1").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

async fn described() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], description::json())
}

#[cfg(test)]
mod tests {
    use super::is_at;

    #[test]
    fn the_api_ends_where_its_segment_ends() {
        for path in ["/api/v1", "/api/v1/", "/api/v1/companies"] {
            assert!(is_at(path), "{path}");
        }
        for path in ["/api/v10/companies", "/api/v1x", "/api/me", "/v1", "/"] {
            assert!(!is_at(path), "{path}");
        }
    }
}
