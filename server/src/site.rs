//! The built site, embedded: what the page's shell asks for and the files of `public/`, compressed beforehand.
//!
//! Under `cargo leptos watch` nothing is embedded and the files come from the disk.

mod disk;
mod encoding;

use std::sync::LazyLock;

use app::site::{Assets, ChunkFile};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::routing::get;

use encoding::Encoding;

/// What the build laid out; empty when the server is built alone, as for its tests.
static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// An address under `assets/` names its content by hash, so what is there never changes.
const FOREVER: &str = "public, max-age=31536000, immutable";
const FOR_AN_HOUR: &str = "public, max-age=3600";

/// One embedded file with its compressed twins.
struct File {
    /// `script`, `loader`, `wasm`, `style`, `part` or `chunk:` with names, of what the page loads, or `public`.
    role: &'static str,
    hash: &'static str,
    path: &'static str,
    mime: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

/// What the page's shell asks the browser to load.
pub fn assets() -> Assets {
    let path = |role| FILES.iter().find(|file| file.role == role).map_or("", |file| file.path);
    disk::assets().unwrap_or_else(|| Assets {
        script: path("script"),
        loader: path("loader"),
        wasm: path("wasm"),
        style: path("style"),
        chunks: &CHUNKS,
    })
}

static CHUNKS: LazyLock<Vec<ChunkFile>> = LazyLock::new(|| {
    let chunk_file = |file: &File| Some(ChunkFile { of: file.role.strip_prefix("chunk:")?, path: file.path });
    FILES.iter().filter_map(chunk_file).collect()
});

/// The addresses of the embedded files, each open to everyone.
pub fn paths() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| file.path)
}

/// A route for each file; `HEAD` is answered too.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    FILES.iter().fold(disk::routes(), |router, file| {
        router.route(file.path, get(move |request: HeaderMap| async move { file.answer(&request) }))
    })
}

impl File {
    fn answer(&self, request: &HeaderMap) -> Response<Body> {
        let (encoding, content) = self.best(request);
        let tag = format!("\"{}{}\"", self.hash, encoding.suffix());
        let is_known = request.get_all(header::IF_NONE_MATCH).iter().any(|known| names(known, &tag));
        let cache = if self.role == "public" { FOR_AN_HOUR } else { FOREVER };
        let mut response = Response::new(if is_known { Body::empty() } else { Body::from(content) });
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.extend(HeaderValue::try_from(tag).map(|tag| (header::ETAG, tag)));
        if !is_known {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.mime));
            headers.extend(encoding.name().map(|name| (header::CONTENT_ENCODING, HeaderValue::from_static(name))));
        }
        response
    }

    /// The smallest form of the content that the browser understands.
    fn best(&self, request: &HeaderMap) -> (Encoding, &'static [u8]) {
        let twins = [(Encoding::Brotli, self.brotli), (Encoding::Gzip, self.gzip)];
        let usable = |(encoding, twin): (Encoding, Option<_>)| {
            twin.filter(|_| encoding.is_accepted(request)).map(|twin| (encoding, twin))
        };
        twins.into_iter().find_map(usable).unwrap_or((Encoding::Identity, self.plain))
    }
}

/// Does one `If-None-Match` header name the tag?
fn names(known: &HeaderValue, tag: &str) -> bool {
    known.to_str().is_ok_and(|known| {
        known.split(',').map(str::trim).any(|known| known == "*" || known.trim_start_matches("W/") == tag)
    })
}

#[cfg(test)]
mod tests;
