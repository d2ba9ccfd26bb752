//! The site as `cargo leptos watch` leaves it on the disk, for development; compiled any other way, there is none.

use std::path::{Component, Path};

use app::site::Assets;
use axum::Router;
use axum::extract::Path as UrlPath;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;

/// The folder that `cargo leptos` builds into, relative to the workspace's root, where it also runs the server.
const SITE: Option<&str> = option_env!("LEPTOS_SITE_ROOT");

/// Addresses as `cargo leptos` names the files, if it is at work.
pub(super) fn assets() -> Option<Assets> {
    SITE.map(|_| Assets {
        script: "/pkg/kontora.js",
        wasm: "/pkg/kontora.wasm",
        style: "/pkg/kontora.css",
        ..Assets::default()
    })
}

/// The module and its glue, and the style sheets that the main one imports.
pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    match SITE {
        Some(site) => Router::new()
            .route("/pkg/{*name}", get(move |UrlPath(name): UrlPath<String>| async move { read(site, &name) })),
        None => Router::new(),
    }
}

fn read(site: &str, name: &str) -> impl IntoResponse + use<> {
    let mime = match name.rsplit_once('.') {
        Some((_, "js")) => "text/javascript",
        Some((_, "wasm")) => "application/wasm",
        Some((_, "css")) => "text/css",
        _ => return Err(StatusCode::NOT_FOUND),
    };
    if Path::new(name).components().any(|part| !matches!(part, Component::Normal(_))) {
        return Err(StatusCode::NOT_FOUND);
    }
    let built = std::fs::read(Path::new(site).join("pkg").join(name));
    let content = built.or_else(|_| std::fs::read(Path::new("style").join(name))).map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(([(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, "no-store")], content))
}
