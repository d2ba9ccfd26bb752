//! The doors: pages, server functions, plain forms, the bulk download, the API, health, files of the site.

mod audit;
mod bulk;
mod forms;
mod invoices;
mod pages;
mod statements;
mod upload;

pub(crate) use pages::is_page;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::response::{Redirect, Response};
use axum::routing::{MethodRouter, get, post};
use axum::{Extension, Router};
use leptos::server_fn::axum::server_fn_paths;

use crate::gate::UPLOAD_LIMIT;
use crate::store::Visit;
use crate::{AppState, api_v1, health, site};

/// The doors that are neither a page nor a server function: method, path, handler.
fn plain() -> Vec<(&'static str, &'static str, MethodRouter<AppState>)> {
    vec![
        ("GET", "/", get(home)),
        ("GET", "/register", get(|| async { Redirect::permanent("/register/") })),
        ("GET", "/api/companies.bin", get(bulk::companies)),
        ("GET", "/api/audit.csv", get(audit::download)),
        ("GET", "/api/reports/{id}/report.xlsx", get(statements::report_xlsx)),
        ("GET", "/api/reports/{id}/report.csv", get(statements::report_csv)),
        ("GET", "/api/companies/{id}/ledger.xlsx", get(statements::ledger_xlsx)),
        ("GET", "/api/companies/{id}/ledger.csv", get(statements::ledger_csv)),
        ("GET", "/api/invoices/{id}/invoice.pdf", get(invoices::pdf)),
        ("GET", "/healthz", get(health::healthz)),
        ("GET", "/readyz", get(health::readyz)),
        ("POST", "/sign-in", post(forms::sign_in)),
        ("POST", "/sign-in/code", post(forms::sign_in_code)),
        ("POST", "/forgot-password", post(forms::forgot_password)),
        ("POST", "/set-password", post(forms::set_password)),
        ("POST", "/email-change", post(forms::email_change)),
        ("POST", "/register/", post(forms::register)),
        ("POST", "/support", post(forms::support)),
        ("POST", "/support/directories", post(upload::directory).layer(DefaultBodyLimit::max(UPLOAD_LIMIT))),
        ("POST", "/profile", post(forms::profile)),
        ("POST", "/language", post(forms::language)),
        ("POST", "/view-as/end", post(forms::end_viewing)),
        ("POST", "/sign-out", post(forms::sign_out)),
    ]
}

/// Adds every door to one router.
pub(crate) fn doors() -> Router<AppState> {
    let mut router = Router::new();
    for (_, path, handler) in plain().into_iter().chain(api_v1::doors()) {
        router = router.route(path, handler);
    }
    let (path, handler) = api_v1::nowhere();
    router = router.route(path, handler);
    for path in pages::paths() {
        router = router.route(path, get(pages::page));
    }
    for (path, _) in server_fn_paths() {
        router = router.route(path, post(pages::server_function));
    }
    router.merge(site::routes()).fallback(nothing)
}

/// Every door by method and path.
pub(crate) fn door_list() -> Vec<(&'static str, String)> {
    let plain = plain().into_iter().chain(api_v1::doors()).map(|(method, path, _)| (method, path.to_owned()));
    let pages = pages::paths().iter().map(|path| ("GET", path.clone()));
    let functions = server_fn_paths().map(|(path, _)| ("POST", path.to_owned()));
    plain.chain(pages).chain(functions).collect()
}

/// Leads to where the person begins; whoever has not signed in may have to, to get to the list.
async fn home(State(state): State<AppState>, Extension(visit): Extension<Visit>) -> Redirect {
    let me = match state.store.entrance(visit).desk().await {
        Ok(desk) => desk.me().await.ok(),
        Err(_) => None,
    };
    Redirect::to(me.map_or("/companies", |me| me.home()))
}

/// The page that says there is none.
async fn nothing(State(state): State<AppState>, request: Request) -> Response {
    let mut response = pages::render(&state, request, None).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}
