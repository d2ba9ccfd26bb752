//! The company list as one compact, compressed answer, named by its version.

use std::io::Write as _;
use std::sync::Arc;

use app::error::ApiError;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::AppState;
use crate::gate::api_answer;
use crate::store::Visit;

/// Fast settings: this is made at each download, not once at build time.
const BROTLI_QUALITY: u32 = 4;
const BROTLI_WINDOW: u32 = 22;

/// `GET /api/companies.bin`: the list, or 304 where the browser holds this version already.
pub(super) async fn companies(
    State(state): State<AppState>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Response {
    match answer(&state, visit, &headers).await {
        Ok(response) => response,
        Err(error) => api_answer(&error),
    }
}

async fn answer(state: &AppState, visit: Visit, headers: &HeaderMap) -> Result<Response, ApiError> {
    let desk = Arc::clone(&state.store).entrance(visit).desk().await?;
    let (version, book) = desk.companies().await?;
    let etag = format!("\"{version}\"");
    let held = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let base = [
        (header::ETAG, HeaderValue::from_str(&etag).map_err(|_| ApiError::Internal(String::new()))?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if held == Some(etag.as_str()) {
        return Ok((StatusCode::NOT_MODIFIED, base).into_response());
    }
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let coding = Coding::best(accepts);
    let body = tokio::task::spawn_blocking(move || coding.pack(&book.list().encode()))
        .await
        .map_err(|_| ApiError::Busy)?
        .map_err(|_| ApiError::Busy)?;
    let mut response = (base, [(header::CONTENT_TYPE, "application/octet-stream")], body).into_response();
    if let Some(name) = coding.name() {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    Ok(response)
}

#[derive(Clone, Copy)]
enum Coding {
    Brotli,
    Gzip,
    Plain,
}

impl Coding {
    fn best(accepts: &str) -> Self {
        let accepted = |name: &str| accepts.split(',').any(|part| part.split(';').next().map(str::trim) == Some(name));
        if accepted("br") {
            Self::Brotli
        } else if accepted("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }

    fn pack(self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, BROTLI_QUALITY, BROTLI_WINDOW);
                packer.write_all(bytes)?;
                Ok(packer.into_inner())
            }
            Self::Gzip => {
                let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
                packer.write_all(bytes)?;
                packer.finish()
            }
            Self::Plain => Ok(bytes.to_vec()),
        }
    }
}
