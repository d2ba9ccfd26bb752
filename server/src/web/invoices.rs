//! Invoices as files: `GET /api/invoices/NUMBER/invoice.pdf`.

use std::sync::Arc;

use app::error::ApiError;
use app::invoices::{InvoiceFile, InvoiceNumber};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use crate::AppState;
use crate::gate::api_answer;
use crate::store::Visit;

pub(super) async fn pdf(
    State(state): State<AppState>,
    Extension(visit): Extension<Visit>,
    Path(number): Path<String>,
) -> Response {
    match file(&state, visit, &number).await {
        Ok(InvoiceFile { name, bytes }) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => api_answer(&error),
    }
}

async fn file(state: &AppState, visit: Visit, number: &str) -> Result<InvoiceFile, ApiError> {
    let desk = Arc::clone(&state.store).entrance(visit).desk().await?;
    let number = InvoiceNumber::parse(number).ok_or(ApiError::Missing)?;
    desk.invoice_file(number).await
}
